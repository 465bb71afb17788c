package dev.wsksim.net.packet.codec;

import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.PacketPayload;
import java.nio.ByteBuffer;

/**
 * The bytes by which a packet asks routers to look into it: an option of IPv4 (RFC 2113), or a hop-by-hop options header of
 * IPv6 with an option and padding (RFC 2711, RFC 8200 section 4.3). Group messages have to
 * have it; of IPv6, nothing else has it here.
 */
final class RouterAlert {

    static final int BYTES_4 = 4;
    static final int BYTES_6 = 8;
    /** Type 148, length 4, value 0: every router shall look. */
    static final int OPTION_4 = 0x9404_0000;
    /** The next header number of hop-by-hop options. */
    static final int HOP_BY_HOP = 0;

    /** Type 5, length 2, value 0: the packet holds an MLD message; then PadN over two bytes. */
    private static final int OPTION_6 = 0x0502_0000;

    private static final short PADDING_6 = 0x0100;

    private RouterAlert() {}

    /** Tells whether it is the next option of an IPv4 header, and if so, goes beyond it. */
    static boolean isNext(ByteBuffer in) {
        boolean next = in.remaining() >= BYTES_4 && in.getInt(in.position()) == OPTION_4;
        if (next) {
            in.position(in.position() + BYTES_4);
        }
        return next;
    }

    /** Returns options that begin with it. */
    static ByteSlice before(ByteSlice others) {
        byte[] bytes = new byte[BYTES_4 + others.length()];
        ByteBuffer.wrap(bytes).putInt(OPTION_4);
        others.copyTo(0, bytes, BYTES_4, others.length());
        return ByteSlice.of(bytes, 0, bytes.length);
    }

    /** Writes the hop-by-hop options header in front of what has a protocol number. */
    static void writeHopByHop(int protocol, ByteBuffer out) {
        out.put(HeaderField.unsigned8("next header", protocol)).put((byte) 0);
        out.putInt(OPTION_6).putShort(PADDING_6);
    }

    /** Reads a hop-by-hop options header and returns the protocol number of what follows. */
    static int readHopByHop(ByteBuffer in) throws UndecodableException {
        if (in.remaining() < BYTES_6) {
            throw UndecodableException.malformed("the bytes end within the hop-by-hop options");
        }
        int protocol = Byte.toUnsignedInt(in.get());
        if (in.get() != 0 || in.getInt() != OPTION_6 || in.getShort() != PADDING_6) {
            throw UndecodableException.notModelled("hop-by-hop options other than Router Alert");
        }
        return protocol;
    }

    /** Refuses what has the option and should not, or the other way round. */
    static void judge(boolean there, PacketPayload payload) throws UndecodableException {
        if (there != payload.hasRouterAlert()) {
            throw UndecodableException.notModelled(
                    there
                            ? "Router Alert in a packet of " + payload.label()
                            : payload.label() + " without Router Alert");
        }
    }
}
