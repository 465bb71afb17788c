/** The rules about listening, accepting and inspecting. */
@NullMarked
package dev.wsksim.verifier.rule.listen;

import org.jspecify.annotations.NullMarked;
