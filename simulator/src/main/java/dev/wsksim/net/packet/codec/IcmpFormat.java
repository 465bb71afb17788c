package dev.wsksim.net.packet.codec;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.icmp.UnreachableKind;
import dev.wsksim.net.packet.IcmpMessage;
import dev.wsksim.net.packet.Packet;
import java.nio.ByteBuffer;

/**
 * The bytes of ICMP and ICMPv6 errors (RFC 792, RFC 4443 section 2.1).
 *
 * <p>An error quotes as much of the offending packet as fits: up to 576 bytes in all for IPv4 (RFC 1812 section
 * 4.3.2.3), up to the minimum MTU of 1280 bytes for IPv6 (RFC 4443 section 2.4 (c)). The four bytes behind the checksum
 * are zero. A tool that sums up a quote as if it were whole, as tshark 4.0 does, calls the TCP checksum in a cut quote
 * bad. An error about an error does not exist (RFC 1122 section 3.2.2, RFC 4443 section 2.4 (e)).
 */
final class IcmpFormat {

    private static final int HEADER_BYTES = 8;
    private static final int CHECKSUM_OFFSET = 2;

    private IcmpFormat() {}

    /** Returns how many bytes an error about a packet with so many bytes fills. */
    static int length(IcmpMessage message, int offendingLength) {
        return HEADER_BYTES + Math.min(offendingLength, IcmpMessage.maxQuote(message.family()));
    }

    /** Writes an error with its checksum at the buffer's position, with the beginning of the offending packet. */
    static void write(IcmpMessage message, byte[] offending, IpAddress source, IpAddress destination, ByteBuffer out) {
        if (message.offending().payload() instanceof IcmpMessage) {
            throw new IllegalArgumentException("no ICMP error is about an ICMP error");
        }
        int begin = out.position();
        int length = length(message, offending.length);
        out.put(HeaderField.unsigned8("ICMP type", message.type()));
        out.put(HeaderField.unsigned8("ICMP code", message.code()));
        out.putShort((short) 0).putInt(0);
        out.put(offending, 0, length - HEADER_BYTES);
        int checksum = checksum(message.family(), source, destination, out, begin, length);
        out.putShort(begin + CHECKSUM_OFFSET, (short) checksum);
    }

    /** Reads an error that fills the rest of the buffer. */
    static IcmpMessage read(ByteBuffer in, IpAddress source, IpAddress destination) throws UndecodableException {
        IpFamily family = source.family();
        int length = in.remaining();
        if (length < HEADER_BYTES) {
            throw UndecodableException.malformed("the bytes end within the ICMP header");
        }
        if (checksum(family, source, destination, in, in.position(), length) != 0) {
            throw UndecodableException.malformed("the ICMP checksum is wrong");
        }
        int type = Byte.toUnsignedInt(in.get());
        int code = Byte.toUnsignedInt(in.get());
        String meaning = meaning(family, type, code);
        in.getShort();
        if (in.getInt() != 0) {
            throw UndecodableException.notModelled("the second word of an ICMP header");
        }
        if (in.remaining() > IcmpMessage.maxQuote(family)) {
            throw UndecodableException.malformed("the ICMP error quotes more than it may");
        }
        Packet offending = PacketDecoder.quoted(in, family);
        return new IcmpMessage(family, type, code, meaning, offending);
    }

    private static String meaning(IpFamily family, int type, int code) throws UndecodableException {
        for (UnreachableKind kind : UnreachableKind.values()) {
            if (kind.type(family) == type && kind.code(family) == code) {
                return kind.toString();
            }
        }
        throw UndecodableException.notModelled("ICMP type " + type + " code " + code);
    }

    /** Only ICMPv6 covers the pseudo-header (RFC 4443 section 2.3). */
    private static int checksum(
            IpFamily family, IpAddress source, IpAddress destination, ByteBuffer bytes, int begin, int length) {
        InternetChecksum checksum = family == IpFamily.IPV4
                ? new InternetChecksum()
                : PseudoHeader.checksum(source, destination, IcmpMessage.PROTOCOL_6, length);
        return checksum.add(bytes, begin, begin + length).value();
    }
}
