package dev.wsksim.net.packet;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.trace.FieldVisitor;

/**
 * A host's report on the groups whose packets it wants (RFC 3376 section 4.2, RFC 3810 section 5.2).
 *
 * @param family the version of the Internet Protocol that it belongs to
 * @param records what it says of each group
 */
public record GroupReport(IpFamily family, ImmutableList<GroupRecord> records) implements GroupMessage {

    /** Whom reports over IPv4 are sent to: all routers that understand IGMPv3. */
    public static final IpAddress ROUTERS_4 = IpAddress.of("224.0.0.22");
    /** Whom reports over IPv6 are sent to: all routers that understand MLDv2. */
    public static final IpAddress ROUTERS_6 = IpAddress.of("ff02::16");

    /** The type of reports of IGMPv3. */
    public static final int TYPE_4 = 0x22;
    /** The type of reports of MLDv2. */
    public static final int TYPE_6 = 143;

    private static final int HEADER_BYTES = 8;

    /** Returns the packet in which a host reports. */
    public Packet from(IpAddress host) {
        return new Packet(host, family == IpFamily.IPV4 ? ROUTERS_4 : ROUTERS_6, 1, this);
    }

    @Override
    public int type() {
        return family == IpFamily.IPV4 ? TYPE_4 : TYPE_6;
    }

    @Override
    public int wireBytes() {
        int bytes = HEADER_BYTES;
        for (GroupRecord each : records) {
            bytes += each.wireBytes();
        }
        return bytes;
    }

    @Override
    public void deliver(Packet packet, PayloadReceiver receiver) {
        receiver.receiveGroupReport(packet, this);
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.number("type", type());
        for (GroupRecord each : records) {
            fields.text("record", each.toString());
        }
    }

    @Override
    public String describe(IpAddress source, IpAddress destination) {
        StringBuilder text = new StringBuilder(80).append(source).append(" > ").append(destination);
        for (GroupRecord each : records) {
            text.append(' ').append(each);
        }
        return text.toString();
    }
}
