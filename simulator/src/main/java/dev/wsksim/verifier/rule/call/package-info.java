/** What holds for a call by itself: its IRQL and its arguments. */
@NullMarked
package dev.wsksim.verifier.rule.call;

import org.jspecify.annotations.NullMarked;
