package dev.wsksim.net.packet;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.trace.FieldVisitor;

/**
 * A router's question which groups have members on a link (RFC 3376 section 4.1, RFC 3810 section 5.1), without senders.
 *
 * @param group the group that is asked about, or the wildcard of its family in a general query
 * @param maxResponseMillis how long a host may take to answer, in milliseconds; over IPv4 in steps of 100
 * @param robustness how often a state change is reported, from 0 (unknown) to 7
 * @param intervalSeconds how often the router asks, in seconds
 */
public record GroupQuery(IpAddress group, int maxResponseMillis, int robustness, int intervalSeconds)
        implements GroupMessage {

    /** Whom general queries over IPv4 are sent to: all systems. */
    public static final IpAddress ALL_SYSTEMS_4 = IpAddress.of("224.0.0.1");
    /** Whom general queries over IPv6 are sent to: all nodes of the link. */
    public static final IpAddress ALL_NODES_6 = IpAddress.of("ff02::1");

    /** The type of queries of IGMP. */
    public static final int TYPE_4 = 0x11;
    /** The type of queries of MLD. */
    public static final int TYPE_6 = 130;

    private static final int BYTES_4 = 12;
    private static final int BYTES_6 = 28;
    private static final int DEFAULT_ROBUSTNESS = 2;
    private static final int DEFAULT_INTERVAL_SECONDS = 125;
    private static final int DEFAULT_MAX_RESPONSE_MILLIS = 10_000;

    /** Returns a general query with the default values of RFC 3376 section 8 and RFC 3810 section 9. */
    public static GroupQuery general(IpFamily family) {
        return new GroupQuery(
                IpAddress.wildcard(family), DEFAULT_MAX_RESPONSE_MILLIS, DEFAULT_ROBUSTNESS, DEFAULT_INTERVAL_SECONDS);
    }

    /** Tells whether it asks about all groups. */
    public boolean isGeneral() {
        return group.isWildcard();
    }

    /** Returns the packet in which a router asks. */
    public Packet from(IpAddress router) {
        IpAddress all = family() == IpFamily.IPV4 ? ALL_SYSTEMS_4 : ALL_NODES_6;
        return new Packet(router, isGeneral() ? all : group, 1, this);
    }

    @Override
    public IpFamily family() {
        return group.family();
    }

    @Override
    public int type() {
        return family() == IpFamily.IPV4 ? TYPE_4 : TYPE_6;
    }

    @Override
    public int wireBytes() {
        return family() == IpFamily.IPV4 ? BYTES_4 : BYTES_6;
    }

    @Override
    public void deliver(Packet packet, PayloadReceiver receiver) {
        receiver.receiveGroupQuery(packet, this);
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.number("type", type());
        fields.text("group", group.toString());
        fields.number("maxResponseMillis", maxResponseMillis);
        fields.number("robustness", robustness);
        fields.number("intervalSeconds", intervalSeconds);
    }

    @Override
    public String describe(IpAddress source, IpAddress destination) {
        return source + " > " + destination + (isGeneral() ? " general query" : " query about " + group);
    }
}
