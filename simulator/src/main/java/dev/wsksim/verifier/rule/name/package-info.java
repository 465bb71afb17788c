/** What holds for name resolution: whose lists are freed when, which buffers fit, and under whose name one asks. */
@NullMarked
package dev.wsksim.verifier.rule.name;

import org.jspecify.annotations.NullMarked;
