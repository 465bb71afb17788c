package dev.wsksim.net.packet.codec;

import dev.wsksim.net.address.IpAddress;
import java.nio.ByteBuffer;

/**
 * The header of IPv6 (RFC 8200 section 3), with a flow label of zero.
 *
 * @param trafficClass DSCP (RFC 2474) and ECN (RFC 3168)
 * @param payloadLength how many bytes follow it
 * @param nextHeader what follows it
 * @param hopLimit how many more hops the packet may make
 * @param source who sent it
 * @param destination who is to get it
 */
record Ipv6Header(
        int trafficClass, int payloadLength, int nextHeader, int hopLimit, IpAddress source, IpAddress destination) {

    static final int VERSION = 6;
    static final int BYTES = 40;

    private static final int VERSION_BITS = VERSION << 28;
    private static final int CLASS_SHIFT = 20;
    private static final int FLOW_LABEL_MASK = 0xF_FFFF;

    /** Writes the header at the buffer's position. */
    void write(ByteBuffer out) {
        out.putInt(
                VERSION_BITS | Byte.toUnsignedInt(HeaderField.unsigned8("traffic class", trafficClass)) << CLASS_SHIFT);
        out.putShort(HeaderField.unsigned16("payload length", payloadLength));
        out.put(HeaderField.unsigned8("next header", nextHeader));
        out.put(HeaderField.unsigned8("hop limit", hopLimit));
        out.putLong(source.high()).putLong(source.low());
        out.putLong(destination.high()).putLong(destination.low());
    }

    /** Reads a header whose version is known to be 6 from the buffer's position. */
    static Ipv6Header read(ByteBuffer in) throws UndecodableException {
        if (in.remaining() < BYTES) {
            throw UndecodableException.malformed("the bytes end within the IPv6 header");
        }
        int firstWord = in.getInt();
        if ((firstWord & FLOW_LABEL_MASK) != 0) {
            throw UndecodableException.notModelled("a flow label");
        }
        int trafficClass = firstWord >>> CLASS_SHIFT & 0xFF;
        int payloadLength = Short.toUnsignedInt(in.getShort());
        int nextHeader = Byte.toUnsignedInt(in.get());
        int hopLimit = Byte.toUnsignedInt(in.get());
        IpAddress source = IpAddress.ipv6(in.getLong(), in.getLong());
        IpAddress destination = IpAddress.ipv6(in.getLong(), in.getLong());
        return new Ipv6Header(trafficClass, payloadLength, nextHeader, hopLimit, source, destination);
    }
}
