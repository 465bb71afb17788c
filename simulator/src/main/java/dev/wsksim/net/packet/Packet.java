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
 */
public record Packet(IpAddress source, IpAddress destination, int hopLimit, PacketPayload payload) {

    /** The hop limit with which Windows sends (DefaultTTL of the TCP/IP registry reference). */
    public static final int DEFAULT_HOP_LIMIT = 128;

    private static final int HEADER_BYTES_4 = 20;
    private static final int HEADER_BYTES_6 = 40;
    /** The option of IPv4 (RFC 2113). */
    private static final int ROUTER_ALERT_BYTES_4 = 4;
    /** The hop-by-hop options header with the option of IPv6 (RFC 2711). */
    private static final int ROUTER_ALERT_BYTES_6 = 8;

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
        return bytes;
    }

    /** Returns the same packet with another payload. */
    public Packet withPayload(PacketPayload newPayload) {
        return new Packet(source, destination, hopLimit, newPayload);
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
    }

    /** Says in one line what it is. */
    public String describe() {
        return payload.label() + " " + payload.describe(source, destination);
    }
}
