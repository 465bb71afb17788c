package dev.wsksim.net.packet.codec;

import dev.wsksim.net.address.IpAddress;
import java.nio.ByteBuffer;

/**
 * The header of IPv6 (RFC 8200 section 3), with traffic class and flow label zero.
 *
 * @param payloadLength how many bytes follow it
 * @param nextHeader what follows it
 * @param hopLimit how many more hops the packet may make
 * @param source who sent it
 * @param destination who is to get it
 */
record Ipv6Header(int payloadLength, int nextHeader, int hopLimit, IpAddress source, IpAddress destination) {

    static final int VERSION = 6;
    static final int BYTES = 40;

    private static final int FIRST_WORD = VERSION << 28;

    /** Writes the header at the buffer's position. */
    void write(ByteBuffer out) {
        out.putInt(FIRST_WORD);
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
        if (in.getInt() != FIRST_WORD) {
            throw UndecodableException.notModelled("traffic class or flow label");
        }
        int payloadLength = Short.toUnsignedInt(in.getShort());
        int nextHeader = Byte.toUnsignedInt(in.get());
        int hopLimit = Byte.toUnsignedInt(in.get());
        IpAddress source = IpAddress.ipv6(in.getLong(), in.getLong());
        IpAddress destination = IpAddress.ipv6(in.getLong(), in.getLong());
        return new Ipv6Header(payloadLength, nextHeader, hopLimit, source, destination);
    }
}
