package dev.wsksim.net.packet.codec;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.packet.IpFragment;
import java.nio.ByteBuffer;

/**
 * The header of IPv4 without options other than Router Alert, in whole packets and fragments (RFC 791 section 3.1).
 *
 * @param totalLength how many bytes the packet has with this header
 * @param routerAlert whether it has the option Router Alert (RFC 2113)
 * @param identification the number that tells the fragments of one packet from those of others
 * @param dontFragment the bit DF
 * @param moreFragments the bit MF
 * @param fragmentOffset where the fragment belongs, in bytes; 0 in whole packets
 * @param timeToLive how many more hops it may make
 * @param protocol what it carries
 * @param source who sent it
 * @param destination who is to get it
 */
record Ipv4Header(
        int totalLength,
        boolean routerAlert,
        int identification,
        boolean dontFragment,
        boolean moreFragments,
        int fragmentOffset,
        int timeToLive,
        int protocol,
        IpAddress source,
        IpAddress destination) {

    static final int VERSION = 4;
    static final int BYTES = 20;

    private static final int VERSION_AND_LENGTH = VERSION << 4 | BYTES / Integer.BYTES;
    private static final int VERSION_AND_LENGTH_WITH_ALERT = VERSION_AND_LENGTH + 1;
    private static final int CHECKSUM_OFFSET = 10;
    private static final int RESERVED_FLAG = 0x8000;
    private static final int DONT_FRAGMENT = 0x4000;
    private static final int MORE_FRAGMENTS = 0x2000;
    private static final int OFFSET_MASK = 0x1FFF;

    /** Returns how many bytes the header itself has. */
    int length() {
        return routerAlert ? BYTES + RouterAlert.BYTES_4 : BYTES;
    }

    /** Writes the header with its checksum at the buffer's position. */
    void write(ByteBuffer out) {
        int begin = out.position();
        out.put((byte) (routerAlert ? VERSION_AND_LENGTH_WITH_ALERT : VERSION_AND_LENGTH))
                .put((byte) 0);
        out.putShort(HeaderField.unsigned16("total length", totalLength));
        out.putShort(HeaderField.unsigned16("identification", identification));
        int flags = (dontFragment ? DONT_FRAGMENT : 0) | (moreFragments ? MORE_FRAGMENTS : 0);
        out.putShort((short) (flags | fragmentOffset / IpFragment.UNIT));
        out.put(HeaderField.unsigned8("time to live", timeToLive));
        out.put(HeaderField.unsigned8("protocol", protocol));
        out.putShort((short) 0);
        out.putInt((int) source.low()).putInt((int) destination.low());
        if (routerAlert) {
            out.putInt(RouterAlert.OPTION_4);
        }
        int checksum = new InternetChecksum().add(out, begin, out.position()).value();
        out.putShort(begin + CHECKSUM_OFFSET, (short) checksum);
    }

    /** Reads a header whose version is known to be 4 from the buffer's position, and judges all of its fields. */
    static Ipv4Header read(ByteBuffer in) throws UndecodableException {
        int begin = in.position();
        if (in.remaining() < BYTES) {
            throw UndecodableException.malformed("the bytes end within the IPv4 header");
        }
        boolean routerAlert = judgeFirstByte(in.get());
        if (in.get() != 0) {
            throw UndecodableException.notModelled("differentiated services or ECN");
        }
        int totalLength = Short.toUnsignedInt(in.getShort());
        int identification = Short.toUnsignedInt(in.getShort());
        int fragmentation = Short.toUnsignedInt(in.getShort());
        if ((fragmentation & RESERVED_FLAG) != 0) {
            throw UndecodableException.malformed("the reserved IPv4 flag is set");
        }
        int timeToLive = Byte.toUnsignedInt(in.get());
        int protocol = Byte.toUnsignedInt(in.get());
        in.getShort();
        IpAddress source = IpAddress.ipv4(in.getInt());
        IpAddress destination = IpAddress.ipv4(in.getInt());
        if (routerAlert) {
            RouterAlert.read4(in);
        }
        int length = in.position() - begin;
        if (new InternetChecksum().add(in, begin, begin + length).value() != 0) {
            throw UndecodableException.malformed("the IPv4 header checksum is wrong");
        }
        if (totalLength < length) {
            throw UndecodableException.malformed("the IPv4 total length is below that of the header");
        }
        boolean dontFragment = (fragmentation & DONT_FRAGMENT) != 0;
        boolean moreFragments = (fragmentation & MORE_FRAGMENTS) != 0;
        int offset = (fragmentation & OFFSET_MASK) * IpFragment.UNIT;
        return new Ipv4Header(
                totalLength,
                routerAlert,
                identification,
                dontFragment,
                moreFragments,
                offset,
                timeToLive,
                protocol,
                source,
                destination);
    }

    /** Tells whether the packet is a fragment. */
    boolean isFragment() {
        return moreFragments || fragmentOffset > 0;
    }

    /** Judges version and length, and tells whether there is room for one option. */
    private static boolean judgeFirstByte(byte versionAndLength) throws UndecodableException {
        if (versionAndLength < VERSION_AND_LENGTH) {
            throw UndecodableException.malformed("the IPv4 header length is below 20 bytes");
        }
        if (versionAndLength > VERSION_AND_LENGTH_WITH_ALERT) {
            throw UndecodableException.notModelled("IPv4 options");
        }
        return versionAndLength == VERSION_AND_LENGTH_WITH_ALERT;
    }
}
