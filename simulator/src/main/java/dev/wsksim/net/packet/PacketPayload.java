package dev.wsksim.net.packet;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.trace.FieldVisitor;

/** What an IP packet carries. */
public sealed interface PacketPayload
        permits TcpSegment,
                UdpDatagram,
                IcmpMessage,
                GroupMessage,
                RawPayload,
                IpFragment,
                NeighborMessage,
                DamagedPayload {

    /** Returns the protocol number of the header field Protocol or Next Header (IANA). */
    int protocol();

    /** Returns how many bytes it fills behind the IP header. */
    int wireBytes();

    /** Tells whether its packet has the option Router Alert (RFC 2113, RFC 2711). */
    default boolean hasRouterAlert() {
        return false;
    }

    /** Tells whether its packet has the bit DF unless somebody wants it otherwise, as TCP does (RFC 1191 section 3). */
    default boolean setsDontFragment() {
        return false;
    }

    /** Returns the few words by which scenarios match the packet: {@code SYN+ACK}, {@code ICMP}. */
    String label();

    /** Hands it to the method of the receiver that is for its protocol. */
    void deliver(Packet packet, PayloadReceiver receiver);

    /** Gives the fields that belong into a trace to a visitor. */
    void visit(FieldVisitor fields);

    /** Says in one line, without the label, what is carried from where to where. */
    String describe(IpAddress source, IpAddress destination);
}
