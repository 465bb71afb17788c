package dev.wsksim.net.packet;

import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.trace.FieldVisitor;

/**
 * One UDP datagram, by meaning (RFC 768).
 *
 * @param sourcePort the sender's port
 * @param destinationPort the receiver's port
 * @param checksummed whether its header has a checksum; over IPv6 it has to (RFC 8200 section 8.1)
 * @param data the data that it carries
 */
public record UdpDatagram(int sourcePort, int destinationPort, boolean checksummed, ByteSlice data)
        implements PacketPayload {

    /** The protocol number of UDP. */
    public static final int PROTOCOL = 17;

    /** The word by which scenarios match it. */
    public static final String LABEL = "UDP";

    /** How many bytes the header has. */
    public static final int HEADER_BYTES = 8;

    private static final int MAX_LENGTH = 0xFFFF;
    private static final int IPV4_HEADER_BYTES = 20;

    /** Returns a datagram with a checksum. */
    public static UdpDatagram of(int sourcePort, int destinationPort, ByteSlice data) {
        return new UdpDatagram(sourcePort, destinationPort, true, data);
    }

    /** Returns the same datagram with other data. */
    public UdpDatagram withData(ByteSlice newData) {
        return new UdpDatagram(sourcePort, destinationPort, checksummed, newData);
    }

    /**
     * Returns how many bytes of data a datagram carries at most: the field Length has 16 bits, and so has the field
     * Total Length of IPv4, which counts the IP header too.
     */
    public static int maxData(IpFamily family) {
        return MAX_LENGTH - HEADER_BYTES - (family == IpFamily.IPV4 ? IPV4_HEADER_BYTES : 0);
    }

    @Override
    public int protocol() {
        return PROTOCOL;
    }

    @Override
    public int wireBytes() {
        return HEADER_BYTES + data.length();
    }

    @Override
    public String label() {
        return LABEL;
    }

    @Override
    public void deliver(Packet packet, PayloadReceiver receiver) {
        receiver.receiveUdp(packet, this);
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.number("sourcePort", sourcePort);
        fields.number("destinationPort", destinationPort);
        if (!checksummed) {
            fields.flag("checksummed", false);
        }
        fields.number("length", data.length());
        if (!data.isEmpty()) {
            fields.number("crc32c", data.crc32c());
        }
    }

    @Override
    public String describe(IpAddress source, IpAddress destination) {
        return new Endpoint(source, sourcePort) + " > " + new Endpoint(destination, destinationPort) + " length "
                + data.length();
    }
}
