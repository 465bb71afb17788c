/** The rules about sending and receiving datagrams. */
@NullMarked
package dev.wsksim.verifier.rule.datagram;

import org.jspecify.annotations.NullMarked;
