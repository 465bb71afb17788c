/**
 * The verifier: judges what a driver did by the obligations that the documentation puts on clients of WSK.
 *
 * <p>A {@link dev.wsksim.verifier.Rule} says what must hold, why, how to put it right, and from which pages that comes;
 * its {@link
 * dev.wsksim.verifier.RuleCheck} is a function over trace entries. Nothing below knows of the verifier, and a run with
 * it has the same digest as one without.
 */
@NullMarked
package dev.wsksim.verifier;

import org.jspecify.annotations.NullMarked;
