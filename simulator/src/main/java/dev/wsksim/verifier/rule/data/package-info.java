/** Buffers, and sending and receiving on connections: whose memory it is, and when it may be done. */
@NullMarked
package dev.wsksim.verifier.rule.data;

import org.jspecify.annotations.NullMarked;
