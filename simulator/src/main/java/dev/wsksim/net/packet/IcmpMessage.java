package dev.wsksim.net.packet;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.trace.FieldVisitor;

/**
 * An ICMP or ICMPv6 error about a packet (RFC 792, RFC 4443).
 *
 * @param family the version of the Internet Protocol that it belongs to
 * @param type the type of the family's own numbering
 * @param code the code within the type
 * @param meaning the type and code in words, for example {@code host unreachable}
 * @param offending the packet that caused it, of which the true message quotes the beginning
 */
public record IcmpMessage(IpFamily family, int type, int code, String meaning, Packet offending)
        implements PacketPayload {

    /** The protocol number of ICMP. */
    public static final int PROTOCOL_4 = 1;
    /** The protocol number of ICMPv6. */
    public static final int PROTOCOL_6 = 58;

    private static final int HEADER_BYTES = 8;
    /** 576 bytes in all, with 20 bytes of IP header (RFC 1812 section 4.3.2.3). */
    private static final int MAX_QUOTE_4 = 576 - 20 - HEADER_BYTES;
    /** 1280 bytes in all, with 40 bytes of IP header (RFC 4443 section 2.4 (c)). */
    private static final int MAX_QUOTE_6 = 1280 - 40 - HEADER_BYTES;

    @Override
    public int protocol() {
        return family == IpFamily.IPV4 ? PROTOCOL_4 : PROTOCOL_6;
    }

    @Override
    public int wireBytes() {
        return HEADER_BYTES + Math.min(offending.wireBytes(), maxQuote(family));
    }

    /** Returns how many bytes of the offending packet an error quotes at most. */
    public static int maxQuote(IpFamily family) {
        return family == IpFamily.IPV4 ? MAX_QUOTE_4 : MAX_QUOTE_6;
    }

    @Override
    public String label() {
        return family == IpFamily.IPV4 ? "ICMP" : "ICMPv6";
    }

    @Override
    public void deliver(Packet packet, PayloadReceiver receiver) {
        receiver.receiveIcmp(packet, this);
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.number("type", type);
        fields.number("code", code);
        fields.text("meaning", meaning);
        fields.text("offending", offending.describe());
    }

    @Override
    public String describe(IpAddress source, IpAddress destination) {
        return source + " > " + destination + " " + meaning + " about " + offending.describe();
    }
}
