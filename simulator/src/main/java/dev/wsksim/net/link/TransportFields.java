package dev.wsksim.net.link;

import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.GroupMessage;
import dev.wsksim.net.packet.IcmpEcho;
import dev.wsksim.net.packet.IcmpMessage;
import dev.wsksim.net.packet.PacketPayload;
import dev.wsksim.net.packet.RawPayload;
import dev.wsksim.net.packet.TcpSegment;
import dev.wsksim.net.packet.UdpDatagram;

/** What links read from the headers of transports: ports and data. */
final class TransportFields {

    /** In place of a port: the packet has none. */
    private static final int NO_PORT = -2;

    private static final int TCP_CHECKSUM_OFFSET = 16;
    private static final int UDP_CHECKSUM_OFFSET = 6;
    private static final int ICMP_CHECKSUM_OFFSET = 2;

    private TransportFields() {}

    static int sourcePort(PacketPayload payload) {
        if (payload instanceof UdpDatagram datagram) {
            return datagram.sourcePort();
        }
        return payload instanceof TcpSegment segment ? segment.sourcePort() : NO_PORT;
    }

    static int destinationPort(PacketPayload payload) {
        if (payload instanceof UdpDatagram datagram) {
            return datagram.destinationPort();
        }
        return payload instanceof TcpSegment segment ? segment.destinationPort() : NO_PORT;
    }

    static ByteSlice data(PacketPayload payload) {
        if (payload instanceof TcpSegment segment) {
            return segment.data();
        }
        if (payload instanceof UdpDatagram datagram) {
            return datagram.data();
        }
        if (payload instanceof RawPayload raw) {
            return raw.data();
        }
        return payload instanceof IcmpEcho echo ? echo.data() : ByteSlice.EMPTY;
    }

    /** Returns a payload with other data, where {@link #data} is not empty. */
    static PacketPayload withData(PacketPayload payload, ByteSlice newData) {
        if (payload instanceof TcpSegment segment) {
            return segment.withData(newData);
        }
        if (payload instanceof UdpDatagram datagram) {
            return datagram.withData(newData);
        }
        if (payload instanceof RawPayload raw) {
            return new RawPayload(raw.protocol(), newData);
        }
        if (payload instanceof IcmpEcho echo) {
            return echo.withData(newData);
        }
        throw new AssertionError("no data is known in a packet of protocol " + payload.protocol());
    }

    /** Tells whether a checksum behind the IP header notices that a bit is wrong. */
    static boolean isChecksummed(PacketPayload payload) {
        return !(payload instanceof RawPayload)
                && !(payload instanceof UdpDatagram datagram && !datagram.checksummed());
    }

    /**
     * Returns the offset, behind the IP header, of a byte whose change no decoder but the checksum notices: of the
     * checksum itself in TCP (RFC 9293 section 3.1), UDP (RFC 768), ICMP and MLD (RFC 792, RFC 4443), and IGMP (RFC 3376
     * section 4); of the first byte elsewhere.
     */
    static int harmlessOffset(PacketPayload payload) {
        if (payload instanceof TcpSegment) {
            return TCP_CHECKSUM_OFFSET;
        }
        if (payload instanceof UdpDatagram) {
            return UDP_CHECKSUM_OFFSET;
        }
        return payload instanceof IcmpMessage || payload instanceof GroupMessage ? ICMP_CHECKSUM_OFFSET : 0;
    }
}
