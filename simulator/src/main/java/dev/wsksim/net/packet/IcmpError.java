package dev.wsksim.net.packet;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.trace.FieldVisitor;

/**
 * An ICMP or ICMPv6 error about a packet (RFC 792, RFC 1191, RFC 4443).
 *
 * @param family the version of the Internet Protocol that it belongs to
 * @param kind what it says
 * @param parameter the MTU of the next hop in bytes or the pointer into the offending packet, as the kind has it;
 *     otherwise 0
 * @param offending the packet that caused it, of which the true message quotes the beginning
 */
public record IcmpError(IpFamily family, IcmpErrorKind kind, int parameter, Packet offending) implements IcmpMessage {

    /** 576 bytes in all, with 20 bytes of IP header (RFC 1812 section 4.3.2.3). */
    private static final int MAX_QUOTE_4 = 576 - 20 - HEADER_BYTES;
    /** 1280 bytes in all, with 40 bytes of IP header (RFC 4443 section 2.4 (c)). */
    private static final int MAX_QUOTE_6 = 1280 - 40 - HEADER_BYTES;
    /** Where the IPv6 header says what follows it (RFC 8200 section 3). */
    private static final int NEXT_HEADER_PLACE = 6;

    public IcmpError {
        if (!kind.isKnownTo(family)) {
            throw new IllegalArgumentException(family + " has no error '" + kind + "'");
        }
        if (parameter < 0 || (parameter != 0 && !kind.hasMtu() && !kind.hasPointer(family))) {
            throw new IllegalArgumentException("no error '" + kind + "' has the parameter " + parameter);
        }
    }

    /** Returns an error about a packet that needs no parameter, or only one that the packet tells. */
    public static IcmpError about(Packet offending, IcmpErrorKind kind) {
        boolean next = kind == IcmpErrorKind.PROTOCOL_UNREACHABLE && offending.family() == IpFamily.IPV6;
        return new IcmpError(offending.family(), kind, next ? NEXT_HEADER_PLACE : 0, offending);
    }

    /** Returns the error that tells of a next hop with so small an MTU. */
    public static IcmpError packetTooBig(Packet offending, int nextHopMtu) {
        return new IcmpError(offending.family(), IcmpErrorKind.PACKET_TOO_BIG, nextHopMtu, offending);
    }

    /** Returns the packet in which {@code reporter} sends this error with the hop limit of Windows. */
    public Packet from(IpAddress reporter) {
        return from(reporter, Packet.DEFAULT_HOP_LIMIT);
    }

    /** Returns the packet in which {@code reporter} sends this error to the sender of the offending packet. */
    public Packet from(IpAddress reporter, int hopLimit) {
        return new Packet(reporter, offending.source(), hopLimit, this);
    }

    /** Returns the type and code in words, for example {@code host unreachable}. */
    public String meaning() {
        return kind.toString();
    }

    /** Returns how many bytes of the offending packet an error quotes at most. */
    public static int maxQuote(IpFamily family) {
        return family == IpFamily.IPV4 ? MAX_QUOTE_4 : MAX_QUOTE_6;
    }

    @Override
    public int type() {
        return kind.type(family);
    }

    @Override
    public int code() {
        return kind.code(family);
    }

    @Override
    public int wireBytes() {
        return HEADER_BYTES + Math.min(offending.wireBytes(), maxQuote(family));
    }

    @Override
    public void deliver(Packet packet, PayloadReceiver receiver) {
        receiver.receiveIcmpError(packet, this);
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.number("type", type());
        fields.number("code", code());
        fields.text("meaning", meaning());
        if (kind.hasMtu()) {
            fields.number("mtu", parameter);
        } else if (kind.hasPointer(family)) {
            fields.number("pointer", parameter);
        }
        fields.text("offending", offending.describe());
    }

    @Override
    public String describe(IpAddress source, IpAddress destination) {
        String mtu = kind.hasMtu() ? " (MTU " + parameter + ")" : "";
        return source + " > " + destination + " " + meaning() + mtu + " about " + offending.describe();
    }
}
