package dev.wsksim.net.link;

import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.DamagedPayload;
import dev.wsksim.net.packet.GroupMessage;
import dev.wsksim.net.packet.IcmpEcho;
import dev.wsksim.net.packet.IcmpMessage;
import dev.wsksim.net.packet.IpFragment;
import dev.wsksim.net.packet.NeighborMessage;
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
    /** How long the headers of UDP (RFC 768) and of ICMP messages with data (RFC 792, RFC 4443) are. */
    private static final int FRAGMENT_HEADER_BYTES = 8;

    private TransportFields() {}

    /** Returns what a packet carried before it was damaged: headers are matched as they were sent. */
    static PacketPayload undamaged(PacketPayload payload) {
        return payload instanceof DamagedPayload damaged ? damaged.original() : payload;
    }

    /** Returns the protocol number of what is carried, of a fragment that of the whole packet, in both families. */
    static int protocol(PacketPayload payload) {
        return payload instanceof IpFragment fragment ? fragment.carriedProtocol() : payload.protocol();
    }

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
        if (payload instanceof IpFragment fragment) {
            int header = headerLength(fragment);
            return fragment.data().slice(header, fragment.data().length() - header);
        }
        return payload instanceof IcmpEcho echo ? echo.data() : ByteSlice.EMPTY;
    }

    /** Returns how many bytes of the transport's header a fragment begins with; of unknown protocols none is known. */
    private static int headerLength(IpFragment fragment) {
        boolean hasHeader = fragment.offset() == 0
                && (fragment.carriedProtocol() == UdpDatagram.PROTOCOL
                        || fragment.carriedProtocol() == IcmpMessage.protocol(fragment.family()));
        return hasHeader ? Math.min(FRAGMENT_HEADER_BYTES, fragment.data().length()) : 0;
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
        if (payload instanceof IpFragment fragment) {
            return withData(fragment, newData);
        }
        throw new AssertionError("no data is known in a packet of protocol " + payload.protocol());
    }

    private static IpFragment withData(IpFragment fragment, ByteSlice newData) {
        byte[] bytes = fragment.data().toByteArray();
        newData.copyTo(0, bytes, headerLength(fragment), newData.length());
        return new IpFragment(
                fragment.family(),
                fragment.identification(),
                fragment.carriedProtocol(),
                fragment.offset(),
                fragment.moreFragments(),
                ByteSlice.of(bytes, 0, bytes.length));
    }

    /**
     * Tells whether a checksum behind the IP header notices that a bit is wrong. ARP has none, and a fragment has none of
     * its own: that of the whole packet is looked at once the fragments are put together.
     */
    static boolean isChecksummed(PacketPayload payload) {
        return !(payload instanceof RawPayload)
                && !(payload instanceof IpFragment)
                && !(payload instanceof NeighborMessage message && message.family() == IpFamily.IPV4)
                && !(payload instanceof UdpDatagram datagram && !datagram.checksummed());
    }

    /**
     * Returns the offset, behind the IP header, of a byte whose change no decoder but the checksum notices: of the
     * checksum itself in TCP (RFC 9293 section 3.1), UDP (RFC 768), ICMP, MLD and neighbour discovery (RFC 792, RFC 4443), and
     * IGMP (RFC 3376 section 4); of the first byte elsewhere.
     */
    static int harmlessOffset(PacketPayload payload) {
        if (payload instanceof TcpSegment) {
            return TCP_CHECKSUM_OFFSET;
        }
        if (payload instanceof UdpDatagram) {
            return UDP_CHECKSUM_OFFSET;
        }
        boolean isIcmpOrIgmp =
                payload instanceof IcmpMessage || payload instanceof GroupMessage || payload instanceof NeighborMessage;
        return isIcmpOrIgmp ? ICMP_CHECKSUM_OFFSET : 0;
    }
}
