/** Event callbacks: what they return, what they keep, and what they may not do. */
@NullMarked
package dev.wsksim.verifier.rule.event;

import org.jspecify.annotations.NullMarked;
