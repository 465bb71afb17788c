/** The life of a socket: the order of calls, and its end. */
@NullMarked
package dev.wsksim.verifier.rule.socket;

import org.jspecify.annotations.NullMarked;
