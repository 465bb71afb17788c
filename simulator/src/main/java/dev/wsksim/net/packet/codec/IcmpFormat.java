package dev.wsksim.net.packet.codec;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.IcmpEcho;
import dev.wsksim.net.packet.IcmpError;
import dev.wsksim.net.packet.IcmpErrorKind;
import dev.wsksim.net.packet.IcmpMessage;
import java.nio.ByteBuffer;

/**
 * The bytes of ICMP and ICMPv6 messages (RFC 792, RFC 1191 section 4, RFC 4443).
 *
 * <p>An error quotes as much of the offending packet as fits: up to 576 bytes in all for IPv4 (RFC 1812 section
 * 4.3.2.3), up to the minimum MTU of 1280 bytes for IPv6 (RFC 4443 section 2.4 (c)). A tool that sums up a quote as if
 * it were whole, as tshark 4.0 does, calls the TCP checksum in a cut quote bad. An error about an error does not exist
 * (RFC 1122 section 3.2.2, RFC 4443 section 2.4 (e)).
 */
final class IcmpFormat {

    private static final int CHECKSUM_OFFSET = 2;
    private static final int TYPE_4_POINTER_SHIFT = 24;

    private IcmpFormat() {}

    /**
     * Writes a message with its checksum at the buffer's position.
     *
     * @param offendingIdentification the field Identification of the packet that an error quotes
     */
    static void write(
            IcmpMessage message, int offendingIdentification, IpAddress source, IpAddress destination, ByteBuffer out) {
        int begin = out.position();
        out.put(HeaderField.unsigned8("ICMP type", message.type()));
        out.put(HeaderField.unsigned8("ICMP code", message.code()));
        out.putShort((short) 0);
        if (message instanceof IcmpError error) {
            writeError(error, offendingIdentification, out);
        } else if (message instanceof IcmpEcho echo) {
            out.putShort(HeaderField.unsigned16("identifier", echo.identifier()));
            out.putShort(HeaderField.unsigned16("sequence number", echo.sequence()));
            echo.data().putInto(out);
        }
        int length = out.position() - begin;
        int checksum = checksum(message.family(), source, destination, out, begin, length);
        out.putShort(begin + CHECKSUM_OFFSET, (short) checksum);
    }

    private static void writeError(IcmpError error, int offendingIdentification, ByteBuffer out) {
        if (error.offending().payload() instanceof IcmpError) {
            throw new IllegalArgumentException("no ICMP error is about an ICMP error");
        }
        boolean ipv4 = error.family() == IpFamily.IPV4;
        if (ipv4 && error.kind().hasMtu()) {
            out.putShort((short) 0).putShort(HeaderField.unsigned16("next-hop MTU", error.parameter()));
        } else if (ipv4) {
            out.put(HeaderField.unsigned8("pointer", error.parameter()))
                    .put((byte) 0)
                    .putShort((short) 0);
        } else {
            out.putInt(error.parameter());
        }
        byte[] offending = PacketEncoder.encode(error.offending(), offendingIdentification);
        out.put(offending, 0, Math.min(offending.length, IcmpError.maxQuote(error.family())));
    }

    /** Fills in the checksum of an ICMPv6 message that fills the buffer; one that is too short for it stays as it is. */
    static void fillInChecksum(ByteBuffer bytes, IpAddress source, IpAddress destination) {
        int length = bytes.remaining();
        if (length >= CHECKSUM_OFFSET + Short.BYTES) {
            int begin = bytes.position();
            bytes.putShort(begin + CHECKSUM_OFFSET, (short) 0);
            int checksum = checksum(IpFamily.IPV6, source, destination, bytes, begin, length);
            bytes.putShort(begin + CHECKSUM_OFFSET, (short) checksum);
        }
    }

    /** Reads a message that fills the rest of the buffer. */
    static IcmpMessage read(ByteBuffer in, IpAddress source, IpAddress destination) throws UndecodableException {
        IpFamily family = source.family();
        int length = in.remaining();
        requireHeader(in);
        if (checksum(family, source, destination, in, in.position(), length) != 0) {
            throw UndecodableException.malformed("the ICMP checksum is wrong");
        }
        int type = Byte.toUnsignedInt(in.get(in.position()));
        return isEcho(family, type) ? readEcho(in, length, family) : readError(in, family);
    }

    /**
     * Reads a message that fills the rest of the buffer, or whose beginning does, from the quote of an ICMP error.
     *
     * @param length how many bytes the message has according to the IP header
     */
    static IcmpMessage readQuoted(ByteBuffer in, int length, IpAddress source, IpAddress destination)
            throws UndecodableException {
        requireHeader(in);
        int type = Byte.toUnsignedInt(in.get(in.position()));
        if (!isEcho(source.family(), type)) {
            throw UndecodableException.notModelled("an ICMP error about ICMP type " + type);
        }
        return in.remaining() == length ? read(in, source, destination) : readEcho(in, length, source.family());
    }

    private static void requireHeader(ByteBuffer in) throws UndecodableException {
        if (in.remaining() < IcmpMessage.HEADER_BYTES) {
            throw UndecodableException.malformed("the bytes end within the ICMP header");
        }
    }

    private static boolean isEcho(IpFamily family, int type) {
        return type == IcmpEcho.type(family, true) || type == IcmpEcho.type(family, false);
    }

    private static IcmpEcho readEcho(ByteBuffer in, int length, IpFamily family) throws UndecodableException {
        int type = Byte.toUnsignedInt(in.get());
        int code = Byte.toUnsignedInt(in.get());
        if (code != 0) {
            throw UndecodableException.notModelled("ICMP type " + type + " code " + code);
        }
        in.getShort();
        int identifier = Short.toUnsignedInt(in.getShort());
        int sequence = Short.toUnsignedInt(in.getShort());
        byte[] data = new byte[length - IcmpMessage.HEADER_BYTES];
        in.get(data, 0, Math.min(data.length, in.remaining()));
        boolean isReply = type == IcmpEcho.type(family, true);
        return new IcmpEcho(family, isReply, identifier, sequence, ByteSlice.of(data, 0, data.length));
    }

    private static IcmpError readError(ByteBuffer in, IpFamily family) throws UndecodableException {
        int type = Byte.toUnsignedInt(in.get());
        int code = Byte.toUnsignedInt(in.get());
        IcmpErrorKind kind = IcmpErrorKind.of(family, type, code).orElse(null);
        if (kind == null) {
            throw UndecodableException.notModelled("ICMP type " + type + " code " + code);
        }
        in.getShort();
        int parameter = parameter(kind, family, in.getInt());
        if (in.remaining() > IcmpError.maxQuote(family)) {
            throw UndecodableException.malformed("the ICMP error quotes more than it may");
        }
        return new IcmpError(family, kind, parameter, PacketDecoder.quoted(in, family));
    }

    private static int parameter(IcmpErrorKind kind, IpFamily family, int word) throws UndecodableException {
        boolean ipv4 = family == IpFamily.IPV4;
        int unused = word;
        int parameter = 0;
        if (kind.hasMtu()) {
            parameter = ipv4 ? word & 0xFFFF : word;
            unused = ipv4 ? word & ~0xFFFF : 0;
        } else if (kind.hasPointer(family)) {
            parameter = ipv4 ? word >>> TYPE_4_POINTER_SHIFT : word;
            unused = ipv4 ? word & 0xFF_FFFF : 0;
        }
        if (unused != 0) {
            throw UndecodableException.notModelled("the second word of an ICMP header");
        }
        if (parameter < 0) {
            throw UndecodableException.notModelled("an MTU or pointer beyond 31 bits");
        }
        return parameter;
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
