package dev.wsksim.net.packet.codec;

import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.RawPayload;
import java.nio.ByteBuffer;

/** Reads the bytes of protocols of which nothing is known; writing them is copying. */
final class RawFormat {

    private static final int HOP_BY_HOP_OPTIONS = 0;
    private static final int ROUTING = 43;
    private static final int FRAGMENT = 44;
    private static final int DESTINATION_OPTIONS = 60;

    private RawFormat() {}

    /**
     * Reads what fills the rest of the buffer, or, in the quote of an ICMP error, whose beginning does; what the quote
     * leaves out is read as zeros.
     *
     * @param length how many bytes there are according to the IP header
     */
    static RawPayload read(ByteBuffer in, int length, int protocol, IpFamily family) throws UndecodableException {
        if (family == IpFamily.IPV6 && isExtensionHeader(protocol)) {
            throw UndecodableException.notModelled("IPv6 extension header " + protocol);
        }
        byte[] data = new byte[length];
        in.get(data, 0, in.remaining());
        return new RawPayload(protocol, ByteSlice.of(data, 0, length));
    }

    /** RFC 8200 section 4. */
    private static boolean isExtensionHeader(int protocol) {
        return protocol == HOP_BY_HOP_OPTIONS
                || protocol == ROUTING
                || protocol == FRAGMENT
                || protocol == DESTINATION_OPTIONS;
    }
}
