package dev.wsksim.net.packet;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.trace.FieldVisitor;

/**
 * A question for the link address of a neighbour, or the answer: ARP for IPv4 (RFC 826), neighbour solicitation and
 * advertisement for IPv6 (RFC 4861 sections 4.3 and 4.4).
 *
 * <p>ARP is no IP packet; its protocol number is meaningless, and captures from the IP header on do not show it.
 *
 * @param family the version of the Internet Protocol whose neighbour it is about
 * @param isAnswer whether it is the answer
 * @param target the address that is asked for
 * @param linkAddress the link address of who sends it, 48 bits
 */
public record NeighborMessage(IpFamily family, boolean isAnswer, IpAddress target, long linkAddress)
        implements PacketPayload {

    /** The hop limit of all of them, by which a receiver knows that no router forwarded them (RFC 4861 section 4.3). */
    public static final int HOP_LIMIT = 255;

    /** Header, target, and one option with the link address (RFC 4861 sections 4.3 and 4.6.1). */
    private static final int BYTES_6 = 32;
    /** An ARP packet for Ethernet has 28 bytes, of which 20 take the place of the IP header that it has not. */
    private static final int BYTES_4 = 28 - 20;

    private static final int SOLICITATION = 135;
    private static final int ADVERTISEMENT = 136;
    private static final long SOLICITED_NODE_HIGH = 0xFF02_0000_0000_0000L;
    private static final long SOLICITED_NODE_LOW = 0x1_FF00_0000L;
    private static final long LAST_24_BITS = 0xFF_FFFFL;

    /** Returns the type of the ICMPv6 message. */
    public static int type(boolean isAnswer) {
        return isAnswer ? ADVERTISEMENT : SOLICITATION;
    }

    /** Returns where a question for an address is sent: to the address, or its solicited-node group (RFC 4291). */
    public static IpAddress destination(IpAddress target) {
        return target.family() == IpFamily.IPV4
                ? target
                : IpAddress.ipv6(SOLICITED_NODE_HIGH, SOLICITED_NODE_LOW | (target.low() & LAST_24_BITS));
    }

    @Override
    public int protocol() {
        return family == IpFamily.IPV4 ? 0 : IcmpMessage.PROTOCOL_6;
    }

    @Override
    public int wireBytes() {
        return family == IpFamily.IPV4 ? BYTES_4 : BYTES_6;
    }

    @Override
    public String label() {
        return family == IpFamily.IPV4 ? "ARP" : "ICMPv6";
    }

    @Override
    public void deliver(Packet packet, PayloadReceiver receiver) {
        receiver.receiveNeighborMessage(packet, this);
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("meaning", meaning());
        fields.text("target", target.toString());
        fields.text("linkAddress", linkAddressText());
    }

    @Override
    public String describe(IpAddress source, IpAddress destination) {
        return source + " > " + destination + " " + meaning() + " " + target
                + (isAnswer ? " is at " + linkAddressText() : "");
    }

    private String meaning() {
        if (family == IpFamily.IPV4) {
            return isAnswer ? "reply" : "request";
        }
        return isAnswer ? "neighbor advertisement" : "neighbor solicitation";
    }

    private String linkAddressText() {
        StringBuilder text = new StringBuilder(17);
        for (int shift = 40; shift >= 0; shift -= Byte.SIZE) {
            int octet = (int) (linkAddress >>> shift) & 0xFF;
            text.append(octet < 16 ? "0" : "")
                    .append(Integer.toHexString(octet))
                    .append(shift > 0 ? ":" : "");
        }
        return text.toString();
    }
}
