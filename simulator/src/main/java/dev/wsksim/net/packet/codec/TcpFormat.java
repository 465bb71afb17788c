package dev.wsksim.net.packet.codec;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.TcpSegment;
import java.nio.ByteBuffer;

/**
 * The bytes of TCP segments (RFC 9293 section 3.1).
 *
 * <p>A {@link TcpSegment} has no urgent pointer; zero is written. Of the data in the quote of an ICMP error, what the
 * quote leaves out is read as zeros.
 */
final class TcpFormat {

    private static final int HEADER_BYTES = 20;
    private static final int CHECKSUM_OFFSET = 16;
    private static final int DATA_OFFSET_SHIFT = 12;
    private static final int RESERVED_MASK = 0x0F00;
    private static final int FLAGS_MASK = 0x00FF;

    private TcpFormat() {}

    /** Returns how many bytes a segment fills. */
    static int length(TcpSegment segment) {
        return segment.wireBytes();
    }

    /** Writes a segment with its checksum at the buffer's position. */
    static void write(TcpSegment segment, IpAddress source, IpAddress destination, ByteBuffer out) {
        int begin = out.position();
        int headerLength = HEADER_BYTES + segment.options().length();
        out.putShort(HeaderField.unsigned16("source port", segment.sourcePort()));
        out.putShort(HeaderField.unsigned16("destination port", segment.destinationPort()));
        out.putInt(segment.sequence()).putInt(segment.acknowledgment());
        int flags = HeaderField.unsigned8("control bits", segment.flags()) & FLAGS_MASK;
        out.putShort((short) ((headerLength / Integer.BYTES) << DATA_OFFSET_SHIFT | flags));
        out.putShort(HeaderField.unsigned16("window", segment.window()));
        out.putInt(0);
        TcpOptionsFormat.write(segment.options(), out);
        segment.data().putInto(out);
        int checksum = checksum(source, destination, out, begin, length(segment));
        out.putShort(begin + CHECKSUM_OFFSET, (short) checksum);
    }

    /**
     * Reads a segment that fills the rest of the buffer, or, in the quote of an ICMP error, whose beginning does.
     *
     * @param length how many bytes the segment has according to the IP header
     */
    static TcpSegment read(ByteBuffer in, int length, IpAddress source, IpAddress destination)
            throws UndecodableException {
        int begin = in.position();
        boolean whole = in.remaining() == length;
        requireRoom(HEADER_BYTES, in.remaining(), whole);
        if (whole && checksum(source, destination, in, begin, length) != 0) {
            throw UndecodableException.malformed("the TCP checksum is wrong");
        }
        int sourcePort = Short.toUnsignedInt(in.getShort());
        int destinationPort = Short.toUnsignedInt(in.getShort());
        int sequence = in.getInt();
        int acknowledgment = in.getInt();
        int offsetAndFlags = Short.toUnsignedInt(in.getShort());
        int window = Short.toUnsignedInt(in.getShort());
        in.getShort();
        int urgentPointer = in.getShort();
        int headerLength = (offsetAndFlags >>> DATA_OFFSET_SHIFT) * Integer.BYTES;
        judge(offsetAndFlags, urgentPointer, headerLength, length);
        requireRoom(headerLength - HEADER_BYTES, in.remaining(), whole);
        ByteBuffer options = in.slice(in.position(), headerLength - HEADER_BYTES);
        in.position(in.position() + headerLength - HEADER_BYTES);
        return new TcpSegment(
                sourcePort,
                destinationPort,
                sequence,
                acknowledgment,
                offsetAndFlags & FLAGS_MASK,
                window,
                TcpOptionsFormat.read(options),
                data(in, length - headerLength));
    }

    private static ByteSlice data(ByteBuffer in, int length) {
        byte[] data = new byte[length];
        in.get(data, 0, Math.min(length, in.remaining()));
        return ByteSlice.of(data, 0, length);
    }

    private static void judge(int offsetAndFlags, int urgentPointer, int headerLength, int length)
            throws UndecodableException {
        if (headerLength < HEADER_BYTES || headerLength > length) {
            throw UndecodableException.malformed("the TCP data offset is impossible");
        }
        if ((offsetAndFlags & RESERVED_MASK) != 0) {
            throw UndecodableException.notModelled("reserved TCP control bits");
        }
        if (urgentPointer != 0) {
            throw UndecodableException.notModelled("the urgent pointer");
        }
    }

    private static void requireRoom(int needed, int there, boolean whole) throws UndecodableException {
        if (there < needed) {
            throw whole
                    ? UndecodableException.malformed("the bytes end within the TCP header")
                    : UndecodableException.notModelled("a quote that ends within the TCP header");
        }
    }

    private static int checksum(IpAddress source, IpAddress destination, ByteBuffer bytes, int begin, int length) {
        return PseudoHeader.checksum(source, destination, TcpSegment.PROTOCOL, length)
                .add(bytes, begin, begin + length)
                .value();
    }
}
