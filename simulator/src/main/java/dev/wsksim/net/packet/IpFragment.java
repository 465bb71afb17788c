package dev.wsksim.net.packet;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.trace.FieldVisitor;

/**
 * A piece of what a packet carries (RFC 791 section 3.2, RFC 8200 section 4.5).
 *
 * @param family the version of the Internet Protocol, of which IPv6 has an extension header for it
 * @param identification what the fragments of one packet have in common: 16 bits in IPv4, 32 bits in IPv6
 * @param carriedProtocol the protocol number of what the whole packet carries
 * @param offset where the piece belongs, in bytes; a multiple of 8
 * @param moreFragments whether others follow behind it
 * @param data the piece
 */
public record IpFragment(
        IpFamily family, int identification, int carriedProtocol, int offset, boolean moreFragments, ByteSlice data)
        implements PacketPayload {

    /** The number of the fragment header of IPv6. */
    public static final int PROTOCOL_6 = 44;
    /** How long the fragment header of IPv6 is. */
    public static final int HEADER_BYTES_6 = 8;
    /** Offsets and all pieces but the last have a multiple of so many bytes. */
    public static final int UNIT = 8;
    /** The greatest offset that the field of 13 bits can say. */
    public static final int MAX_OFFSET = 0x1FFF * UNIT;

    public IpFragment {
        if (offset < 0 || offset > MAX_OFFSET || offset % UNIT != 0) {
            throw new IllegalArgumentException("a fragment cannot be at offset " + offset);
        }
    }

    /** Returns the place behind its last byte. */
    public int end() {
        return offset + data.length();
    }

    @Override
    public int protocol() {
        return family == IpFamily.IPV4 ? carriedProtocol : PROTOCOL_6;
    }

    @Override
    public int wireBytes() {
        return data.length() + (family == IpFamily.IPV4 ? 0 : HEADER_BYTES_6);
    }

    @Override
    public String label() {
        return "fragment";
    }

    @Override
    public void deliver(Packet packet, PayloadReceiver receiver) {
        receiver.receiveFragment(packet, this);
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.number("identification", Integer.toUnsignedLong(identification));
        fields.number("protocol", carriedProtocol);
        fields.number("offset", offset);
        fields.flag("more", moreFragments);
        fields.number("length", data.length());
        fields.number("crc32c", data.crc32c());
    }

    @Override
    public String describe(IpAddress source, IpAddress destination) {
        return source + " > " + destination + " id " + Integer.toUnsignedString(identification) + " protocol "
                + carriedProtocol + " bytes " + offset + " to " + end()
                + (moreFragments ? ", more follow" : ", the last");
    }
}
