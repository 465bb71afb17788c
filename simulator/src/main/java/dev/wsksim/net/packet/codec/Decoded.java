package dev.wsksim.net.packet.codec;

import dev.wsksim.net.packet.Packet;

/** What a decoder made of bytes. */
public sealed interface Decoded {

    /**
     * The bytes are exactly one good packet.
     *
     * @param packet the packet
     * @param identification the field Identification of IPv4; 0 for IPv6
     * @param dontFragment whether routers must not fragment it: the bit DF of IPv4; true for IPv6
     */
    record Whole(Packet packet, int identification, boolean dontFragment) implements Decoded {}

    /**
     * The bytes break a rule of the protocol.
     *
     * @param problem which one, in words
     */
    record Malformed(String problem) implements Decoded {}

    /**
     * The bytes may be a good packet, but they use something for which {@link Packet} has no place, so that decoding
     * them would lose it.
     *
     * @param feature what it is
     */
    record NotModelled(String feature) implements Decoded {}
}
