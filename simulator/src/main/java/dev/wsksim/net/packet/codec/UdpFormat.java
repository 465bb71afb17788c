package dev.wsksim.net.packet.codec;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.UdpDatagram;
import java.nio.ByteBuffer;

/**
 * The bytes of UDP datagrams (RFC 768).
 *
 * <p>A checksum of zero means that there is none, so one that comes out as zero is sent as all ones. Over IPv6 a datagram
 * has to have one (RFC 8200 section 8.1). Of the data in the quote of an ICMP error, what the quote leaves out is read as
 * zeros.
 */
final class UdpFormat {

    private static final int HEADER_BYTES = 8;
    private static final int CHECKSUM_OFFSET = 6;
    private static final int ALL_ONES = 0xFFFF;

    private UdpFormat() {}

    /** Writes a datagram at the buffer's position. */
    static void write(UdpDatagram datagram, IpAddress source, IpAddress destination, ByteBuffer out) {
        if (!datagram.checksummed() && source.family() == IpFamily.IPV6) {
            throw new IllegalArgumentException("UDP over IPv6 needs a checksum");
        }
        int begin = out.position();
        int length = datagram.wireBytes();
        out.putShort(HeaderField.unsigned16("source port", datagram.sourcePort()));
        out.putShort(HeaderField.unsigned16("destination port", datagram.destinationPort()));
        out.putShort(HeaderField.unsigned16("UDP length", length));
        out.putShort((short) 0);
        datagram.data().putInto(out);
        if (datagram.checksummed()) {
            int checksum = checksum(source, destination, out, begin, length);
            out.putShort(begin + CHECKSUM_OFFSET, (short) (checksum == 0 ? ALL_ONES : checksum));
        }
    }

    /**
     * Reads a datagram that fills the rest of the buffer, or, in the quote of an ICMP error, whose beginning does.
     *
     * @param length how many bytes the datagram has according to the IP header
     */
    static UdpDatagram read(ByteBuffer in, int length, IpAddress source, IpAddress destination)
            throws UndecodableException {
        int begin = in.position();
        boolean whole = in.remaining() == length;
        if (in.remaining() < HEADER_BYTES) {
            throw whole
                    ? UndecodableException.malformed("the bytes end within the UDP header")
                    : UndecodableException.notModelled("a quote that ends within the UDP header");
        }
        int sourcePort = Short.toUnsignedInt(in.getShort());
        int destinationPort = Short.toUnsignedInt(in.getShort());
        if (Short.toUnsignedInt(in.getShort()) != length) {
            throw UndecodableException.malformed("the UDP length is not what the IP header leaves for it");
        }
        boolean checksummed = in.getShort() != 0;
        if (!checksummed && source.family() == IpFamily.IPV6) {
            throw UndecodableException.malformed("UDP over IPv6 has no checksum");
        }
        if (checksummed && whole && checksum(source, destination, in, begin, length) != 0) {
            throw UndecodableException.malformed("the UDP checksum is wrong");
        }
        return new UdpDatagram(sourcePort, destinationPort, checksummed, data(in, length - HEADER_BYTES));
    }

    private static ByteSlice data(ByteBuffer in, int length) {
        byte[] data = new byte[length];
        in.get(data, 0, in.remaining());
        return ByteSlice.of(data, 0, length);
    }

    private static int checksum(IpAddress source, IpAddress destination, ByteBuffer bytes, int begin, int length) {
        return PseudoHeader.checksum(source, destination, UdpDatagram.PROTOCOL, length)
                .add(bytes, begin, begin + length)
                .value();
    }
}
