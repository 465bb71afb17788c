/** Rules about the memory that parameters point at. */
@NullMarked
package dev.wsksim.verifier.rule.memory;

import org.jspecify.annotations.NullMarked;
