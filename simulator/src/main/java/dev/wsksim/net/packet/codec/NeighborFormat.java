package dev.wsksim.net.packet.codec;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.IcmpMessage;
import dev.wsksim.net.packet.NeighborMessage;
import java.nio.ByteBuffer;

/**
 * The bytes of neighbour solicitations and advertisements with one option, the link address of the sender (RFC 4861
 * sections 4.3, 4.4 and 4.6.1). Advertisements are solicited and override.
 */
final class NeighborFormat {

    private static final int CHECKSUM_OFFSET = 2;
    private static final int SOLICITED_AND_OVERRIDE = 0x6000_0000;
    private static final int SOURCE_LINK_ADDRESS = 1;
    private static final int TARGET_LINK_ADDRESS = 2;
    private static final int LOW_32 = 32;

    private NeighborFormat() {}

    /** Tells whether an ICMPv6 message that begins at the buffer's position is one of these. */
    static boolean isNeighborMessage(ByteBuffer in, IpFamily family) {
        if (family == IpFamily.IPV4 || !in.hasRemaining()) {
            return false;
        }
        int type = Byte.toUnsignedInt(in.get(in.position()));
        return type == NeighborMessage.type(true) || type == NeighborMessage.type(false);
    }

    static void write(NeighborMessage message, IpAddress source, IpAddress destination, ByteBuffer out) {
        if (message.family() == IpFamily.IPV4) {
            throw new IllegalArgumentException("ARP is no IP packet");
        }
        int begin = out.position();
        out.put((byte) NeighborMessage.type(message.isAnswer())).put((byte) 0).putShort((short) 0);
        out.putInt(message.isAnswer() ? SOLICITED_AND_OVERRIDE : 0);
        out.putLong(message.target().high()).putLong(message.target().low());
        out.put((byte) (message.isAnswer() ? TARGET_LINK_ADDRESS : SOURCE_LINK_ADDRESS))
                .put((byte) 1);
        out.putShort((short) (message.linkAddress() >>> LOW_32)).putInt((int) message.linkAddress());
        int length = out.position() - begin;
        int checksum = checksum(source, destination, out, begin, length);
        out.putShort(begin + CHECKSUM_OFFSET, (short) checksum);
    }

    /** Reads a message that fills the rest of the buffer. */
    static NeighborMessage read(ByteBuffer in, IpAddress source, IpAddress destination) throws UndecodableException {
        int length = in.remaining();
        NeighborMessage empty = new NeighborMessage(IpFamily.IPV6, false, source, 0);
        if (length != empty.wireBytes()) {
            throw UndecodableException.notModelled("a neighbour message of " + length + " bytes");
        }
        if (checksum(source, destination, in, in.position(), length) != 0) {
            throw UndecodableException.malformed("the ICMP checksum is wrong");
        }
        boolean isAnswer = Byte.toUnsignedInt(in.get()) == NeighborMessage.type(true);
        int code = in.get();
        in.getShort();
        int flags = in.getInt();
        IpAddress target = IpAddress.ipv6(in.getLong(), in.getLong());
        int option = in.get();
        int units = in.get();
        boolean usual = code == 0
                && flags == (isAnswer ? SOLICITED_AND_OVERRIDE : 0)
                && option == (isAnswer ? TARGET_LINK_ADDRESS : SOURCE_LINK_ADDRESS)
                && units == 1;
        if (!usual) {
            throw UndecodableException.notModelled("other flags or options of a neighbour message");
        }
        long linkAddress = Short.toUnsignedLong(in.getShort()) << LOW_32 | Integer.toUnsignedLong(in.getInt());
        return new NeighborMessage(IpFamily.IPV6, isAnswer, target, linkAddress);
    }

    private static int checksum(IpAddress source, IpAddress destination, ByteBuffer bytes, int begin, int length) {
        return PseudoHeader.checksum(source, destination, IcmpMessage.PROTOCOL_6, length)
                .add(bytes, begin, begin + length)
                .value();
    }
}
