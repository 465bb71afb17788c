package dev.wsksim.net.link;

import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.IcmpEcho;
import dev.wsksim.net.packet.IcmpMessage;
import dev.wsksim.net.packet.PacketPayload;
import dev.wsksim.net.packet.TcpSegment;

/** What links read from the headers of transports: ports and data. */
final class TransportFields {

    /** In place of a port: the packet has none. */
    private static final int NO_PORT = -2;

    private static final int TCP_CHECKSUM_OFFSET = 16;
    private static final int ICMP_CHECKSUM_OFFSET = 2;

    private TransportFields() {}

    static int sourcePort(PacketPayload payload) {
        return payload instanceof TcpSegment segment ? segment.sourcePort() : NO_PORT;
    }

    static int destinationPort(PacketPayload payload) {
        return payload instanceof TcpSegment segment ? segment.destinationPort() : NO_PORT;
    }

    static ByteSlice data(PacketPayload payload) {
        if (payload instanceof TcpSegment segment) {
            return segment.data();
        }
        return payload instanceof IcmpEcho echo ? echo.data() : ByteSlice.EMPTY;
    }

    /** Returns a payload with other data, where {@link #data} is not empty. */
    static PacketPayload withData(PacketPayload payload, ByteSlice newData) {
        if (payload instanceof TcpSegment segment) {
            return segment.withData(newData);
        }
        if (payload instanceof IcmpEcho echo) {
            return echo.withData(newData);
        }
        throw new AssertionError("no data is known in a packet of protocol " + payload.protocol());
    }

    /**
     * Returns the offset, behind the IP header, of a byte whose change no decoder but the checksum notices: of the
     * checksum itself in TCP (RFC 9293 section 3.1), and in ICMP (RFC 792, RFC 4443); of the first byte elsewhere.
     */
    static int harmlessOffset(PacketPayload payload) {
        if (payload instanceof TcpSegment) {
            return TCP_CHECKSUM_OFFSET;
        }
        return payload instanceof IcmpMessage ? ICMP_CHECKSUM_OFFSET : 0;
    }
}
