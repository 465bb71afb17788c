/** When rules are looked at: what has to be in a run so that a rule has something to decide about. */
@NullMarked
package dev.wsksim.verifier.coverage;

import org.jspecify.annotations.NullMarked;
