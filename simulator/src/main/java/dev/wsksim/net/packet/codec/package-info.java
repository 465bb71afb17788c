/**
 * The true bytes of IP packets, with right checksums: an encoder, and a strict decoder whose refusals are results.
 */
@NullMarked
package dev.wsksim.net.packet.codec;

import org.jspecify.annotations.NullMarked;
