package dev.wsksim.net.packet.codec;

import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.IpFragment;
import java.nio.ByteBuffer;

/**
 * The bytes of fragments: behind the header of IPv4 only the piece itself (RFC 791 section 3.1), in IPv6 a fragment
 * header before it (RFC 8200 section 4.5).
 */
final class FragmentFormat {

    private static final int RESERVED_BITS = 0x6;
    private static final int MORE = 0x1;
    private static final int OFFSET_MASK = 0xFFF8;

    private FragmentFormat() {}

    static void write(IpFragment fragment, ByteBuffer out) {
        if (fragment.family() == IpFamily.IPV6) {
            out.put(HeaderField.unsigned8("next header", fragment.carriedProtocol()))
                    .put((byte) 0);
            out.putShort((short) (fragment.offset() | (fragment.moreFragments() ? MORE : 0)));
            out.putInt(fragment.identification());
        }
        fragment.data().putInto(out);
    }

    /**
     * Reads a fragment of IPv4 that fills the rest of the buffer, or, in a quote, whose beginning does.
     *
     * @param length how many bytes the fragment has according to the IP header
     */
    static IpFragment read4(ByteBuffer in, int length, Ipv4Header header) {
        return new IpFragment(
                IpFamily.IPV4,
                header.identification(),
                header.protocol(),
                header.fragmentOffset(),
                header.moreFragments(),
                data(in, length));
    }

    /**
     * Reads a fragment header of IPv6 and the piece that fills the rest of the buffer, or, in a quote, whose beginning
     * does.
     *
     * @param length how many bytes header and fragment have according to the IP header
     */
    static IpFragment read6(ByteBuffer in, int length) throws UndecodableException {
        if (in.remaining() < IpFragment.HEADER_BYTES_6) {
            throw UndecodableException.malformed("the bytes end within the fragment header");
        }
        int carried = Byte.toUnsignedInt(in.get());
        if (in.get() != 0) {
            throw UndecodableException.notModelled("the reserved byte of a fragment header");
        }
        int place = Short.toUnsignedInt(in.getShort());
        if ((place & RESERVED_BITS) != 0) {
            throw UndecodableException.notModelled("the reserved bits of a fragment header");
        }
        int identification = in.getInt();
        ByteSlice data = data(in, length - IpFragment.HEADER_BYTES_6);
        return new IpFragment(IpFamily.IPV6, identification, carried, place & OFFSET_MASK, (place & MORE) != 0, data);
    }

    private static ByteSlice data(ByteBuffer in, int length) {
        byte[] data = new byte[length];
        in.get(data, 0, Math.min(length, in.remaining()));
        return ByteSlice.of(data, 0, length);
    }
}
