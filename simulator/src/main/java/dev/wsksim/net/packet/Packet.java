package dev.wsksim.net.packet;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.trace.FieldVisitor;

/**
 * One IP packet, by meaning.
 *
 * @param source who sent it
 * @param destination who is to get it
 * @param hopLimit how many more hops it may make: the IPv4 time to live, or the IPv6 hop limit
 * @param payload what it carries
 * @param extras what else its header has
 */
public record Packet(IpAddress source, IpAddress destination, int hopLimit, PacketPayload payload, IpExtras extras) {

    /** The hop limit with which Windows sends (DefaultTTL of the TCP/IP registry reference). */
    public static final int DEFAULT_HOP_LIMIT = 128;

    private static final int HEADER_BYTES_4 = 20;
    private static final int HEADER_BYTES_6 = 40;
    /** The option of IPv4 (RFC 2113). */
    private static final int ROUTER_ALERT_BYTES_4 = 4;
    /** The hop-by-hop options header with the option of IPv6 (RFC 2711). */
    private static final int ROUTER_ALERT_BYTES_6 = 8;

    /** Makes a packet whose header has nothing else. */
    public Packet(IpAddress source, IpAddress destination, int hopLimit, PacketPayload payload) {
        this(source, destination, hopLimit, payload, IpExtras.NONE);
    }

    /** Returns the version of the Internet Protocol that carries it. */
    public IpFamily family() {
        return source.family();
    }

    /** Returns how many bytes it has on the wire, from the IP header on. */
    public int wireBytes() {
        boolean ipv4 = source.family() == IpFamily.IPV4;
        int bytes = (ipv4 ? HEADER_BYTES_4 : HEADER_BYTES_6) + payload.wireBytes();
        if (payload.hasRouterAlert()) {
            bytes += ipv4 ? ROUTER_ALERT_BYTES_4 : ROUTER_ALERT_BYTES_6;
        }
        return bytes + extras.options().length();
    }

    /** Tells whether routers must not cut it: it is of IPv6, or the bit DF is set. */
    public boolean dontFragment() {
        return source.family() == IpFamily.IPV6
                || extras.fragmentation() == Fragmentation.FORBIDDEN
                || (extras.fragmentation() == Fragmentation.USUAL && payload.setsDontFragment());
    }

    /** Returns the same packet with another payload. */
    public Packet withPayload(PacketPayload newPayload) {
        return new Packet(source, destination, hopLimit, newPayload, extras);
    }

    /** Returns the same packet with one hop less to make. */
    public Packet oneHopFurther() {
        return new Packet(source, destination, hopLimit - 1, payload, extras);
    }

    /** Returns a packet with a piece of what this one carries. */
    public Packet fragment(IpFragment piece) {
        return new Packet(source, destination, hopLimit, piece, extras.forFragment(piece.offset() == 0));
    }

    /** Returns the few words by which scenarios match it. */
    public String label() {
        return payload.label();
    }

    /** Gives the fields that belong into a trace to a visitor. */
    public void visit(FieldVisitor fields) {
        fields.text("source", source.toString());
        fields.text("destination", destination.toString());
        payload.visit(fields);
        extras.visit(fields);
    }

    /** Says in one line what it is. */
    public String describe() {
        return payload.label() + " " + payload.describe(source, destination);
    }
}
