package dev.wsksim.net.packet.codec;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.IpFragment;
import dev.wsksim.net.packet.IpOptions;
import java.nio.ByteBuffer;

/**
 * The header of IPv4 in whole packets and fragments (RFC 791 section 3.1).
 *
 * @param totalLength how many bytes the packet has with this header
 * @param trafficClass the octet Type of Service: DSCP (RFC 2474) and ECN (RFC 3168)
 * @param routerAlert whether it begins its options with Router Alert (RFC 2113)
 * @param options its other options
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
        int trafficClass,
        boolean routerAlert,
        ByteSlice options,
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

    private static final int VERSION_AND_NO_LENGTH = VERSION << 4;
    private static final int LENGTH_MASK = 0xF;
    private static final int CHECKSUM_OFFSET = 10;
    private static final int RESERVED_FLAG = 0x8000;
    private static final int DONT_FRAGMENT = 0x4000;
    private static final int MORE_FRAGMENTS = 0x2000;
    private static final int OFFSET_MASK = 0x1FFF;

    /** Returns how many bytes the header itself has. */
    int length() {
        return BYTES + (routerAlert ? RouterAlert.BYTES_4 : 0) + options.length();
    }

    /** Writes the header with its checksum at the buffer's position. */
    void write(ByteBuffer out) {
        int begin = out.position();
        out.put((byte) (VERSION_AND_NO_LENGTH | length() / Integer.BYTES))
                .put(HeaderField.unsigned8("type of service", trafficClass));
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
        options.putInto(out);
        int checksum = new InternetChecksum().add(out, begin, out.position()).value();
        out.putShort(begin + CHECKSUM_OFFSET, (short) checksum);
    }

    /** Reads a header whose version is known to be 4 from the buffer's position, and judges all of its fields. */
    static Ipv4Header read(ByteBuffer in) throws UndecodableException {
        int begin = in.position();
        if (in.remaining() < BYTES) {
            throw UndecodableException.malformed("the bytes end within the IPv4 header");
        }
        int optionBytes = (in.get() & LENGTH_MASK) * Integer.BYTES - BYTES;
        int trafficClass = Byte.toUnsignedInt(in.get());
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
        if (optionBytes < 0) {
            throw UndecodableException.malformed("the IPv4 header length is below 20 bytes");
        }
        boolean routerAlert = optionBytes >= RouterAlert.BYTES_4 && RouterAlert.isNext(in);
        ByteSlice options = options(in, optionBytes - (routerAlert ? RouterAlert.BYTES_4 : 0));
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
                trafficClass,
                routerAlert,
                options,
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

    private static ByteSlice options(ByteBuffer in, int length) throws UndecodableException {
        if (in.remaining() < length) {
            throw UndecodableException.malformed("the bytes end within the IPv4 header");
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        ByteSlice options = ByteSlice.of(bytes, 0, length);
        String fault = IpOptions.fault(options).orElse(null);
        if (fault != null) {
            throw UndecodableException.malformed(fault);
        }
        String notPlayed = IpOptions.notPlayed(options).orElse(null);
        if (notPlayed != null) {
            throw UndecodableException.notModelled("the IPv4 option " + notPlayed);
        }
        return options;
    }
}
