package dev.wsksim.net.packet.codec;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.Fragmentation;
import dev.wsksim.net.packet.GroupMessage;
import dev.wsksim.net.packet.IcmpMessage;
import dev.wsksim.net.packet.IpExtras;
import dev.wsksim.net.packet.IpFragment;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.PacketPayload;
import dev.wsksim.net.packet.RawPayload;
import dev.wsksim.net.packet.TcpSegment;
import dev.wsksim.net.packet.UdpDatagram;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of one IP packet into a {@link Packet}, strictly: every length and checksum has to be right, no byte
 * may be left over, and nothing that a packet has no place for is dropped silently. What is wrong is a result, never an
 * exception.
 */
public final class PacketDecoder {

    private static final int VERSION_SHIFT = 4;

    private PacketDecoder() {}

    /** Decodes exactly one packet. */
    public static Decoded decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            return version(in) == Ipv4Header.VERSION ? whole4(in) : whole6(in);
        } catch (UndecodableException e) {
            return e.result();
        }
    }

    /**
     * Decodes what follows an IP header; what is no good message of its protocol, or has to be sent with an option, stays
     * raw. Of ICMPv6, the checksum is filled in first, as the kernel does it (RFC 3542 section 3.1).
     */
    public static PacketPayload payload(int protocol, ByteSlice data, IpAddress source, IpAddress destination) {
        byte[] bytes = data.toByteArray();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (protocol == IcmpMessage.PROTOCOL_6 && source.family() == IpFamily.IPV6) {
            IcmpFormat.fillInChecksum(in, source, destination);
        }
        PacketPayload understood = understood(in, protocol, source, destination);
        return understood == null || understood.hasRouterAlert()
                ? new RawPayload(protocol, ByteSlice.of(bytes, 0, bytes.length))
                : understood;
    }

    private static @Nullable PacketPayload understood(
            ByteBuffer in, int protocol, IpAddress source, IpAddress destination) {
        try {
            return payload(in, protocol, source, destination);
        } catch (UndecodableException e) {
            return null;
        }
    }

    /** Decodes the beginning of a packet of a family, which fills the rest of the buffer, from an ICMP error. */
    static Packet quoted(ByteBuffer in, IpFamily family) throws UndecodableException {
        boolean ipv4 = version(in) == Ipv4Header.VERSION;
        if (ipv4 != (family == IpFamily.IPV4)) {
            throw UndecodableException.malformed("the ICMP error quotes a packet of the other family");
        }
        if (ipv4) {
            Ipv4Header header = Ipv4Header.read(in);
            int length = header.totalLength() - header.length();
            requireNoMore(in, length);
            return packet4(
                    header,
                    header.isFragment()
                            ? FragmentFormat.read4(in, length, header)
                            : quotedPayload(in, length, header.protocol(), header.source(), header.destination()));
        }
        Ipv6Header header = Ipv6Header.read(in);
        requireNoMore(in, header.payloadLength());
        return packet6(
                header,
                header.nextHeader() == IpFragment.PROTOCOL_6
                        ? FragmentFormat.read6(in, header.payloadLength())
                        : quotedPayload(
                                in,
                                header.payloadLength(),
                                header.nextHeader(),
                                header.source(),
                                header.destination()));
    }

    private static void requireNoMore(ByteBuffer in, int length) throws UndecodableException {
        if (in.remaining() > length) {
            throw UndecodableException.malformed("the ICMP error quotes more than the packet had");
        }
    }

    /**
     * Decodes what the fragments of a packet make up.
     *
     * @param fragment a fragment of the packet, from which it has addresses and hop limit
     * @param protocol the protocol number of what it carries
     * @param bytes what it carries
     */
    public static Decoded decodePayload(Packet fragment, int protocol, ByteSlice bytes) {
        IpAddress source = fragment.source();
        IpAddress destination = fragment.destination();
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes.toByteArray());
            PacketPayload payload = payload(in, protocol, source, destination);
            Packet packet = new Packet(source, destination, fragment.hopLimit(), payload, fragment.extras());
            return new Decoded.Whole(packet, 0, source.family() == IpFamily.IPV6);
        } catch (UndecodableException e) {
            return e.result();
        }
    }

    private static int version(ByteBuffer in) throws UndecodableException {
        if (!in.hasRemaining()) {
            throw UndecodableException.malformed("there are no bytes");
        }
        int version = Byte.toUnsignedInt(in.get(in.position())) >>> VERSION_SHIFT;
        if (version != Ipv4Header.VERSION && version != Ipv6Header.VERSION) {
            throw UndecodableException.malformed("no IP version is " + version);
        }
        return version;
    }

    private static Decoded whole4(ByteBuffer in) throws UndecodableException {
        Ipv4Header header = Ipv4Header.read(in);
        int length = header.totalLength() - header.length();
        requireLength(in, length);
        PacketPayload payload = header.isFragment()
                ? FragmentFormat.read4(in, length, header)
                : payload(in, header.protocol(), header.source(), header.destination());
        if (payload.hasRouterAlert()) {
            RouterAlert.judge(header.routerAlert(), payload);
        }
        return new Decoded.Whole(packet4(header, payload), header.identification(), header.dontFragment());
    }

    private static Decoded whole6(ByteBuffer in) throws UndecodableException {
        Ipv6Header header = Ipv6Header.read(in);
        requireLength(in, header.payloadLength());
        boolean routerAlert = header.nextHeader() == RouterAlert.HOP_BY_HOP;
        int protocol = routerAlert ? RouterAlert.readHopByHop(in) : header.nextHeader();
        PacketPayload payload = protocol == IpFragment.PROTOCOL_6
                ? FragmentFormat.read6(in, in.remaining())
                : payload(in, protocol, header.source(), header.destination());
        RouterAlert.judge(routerAlert, payload);
        return new Decoded.Whole(packet6(header, payload), 0, true);
    }

    private static void requireLength(ByteBuffer in, int length) throws UndecodableException {
        if (in.remaining() != length) {
            throw UndecodableException.malformed(
                    "the IP header tells of " + length + " bytes behind it, but there are " + in.remaining());
        }
    }

    private static PacketPayload payload(ByteBuffer in, int protocol, IpAddress source, IpAddress destination)
            throws UndecodableException {
        if (protocol == TcpSegment.PROTOCOL) {
            return TcpFormat.read(in, in.remaining(), source, destination);
        }
        if (protocol == UdpDatagram.PROTOCOL) {
            return UdpFormat.read(in, in.remaining(), source, destination);
        }
        if (protocol == GroupMessage.PROTOCOL_4 && source.family() == IpFamily.IPV4) {
            return GroupFormat.read(in, source, destination);
        }
        if (protocol == IcmpMessage.protocol(source.family())) {
            if (GroupFormat.isMld(in, source.family())) {
                return GroupFormat.read(in, source, destination);
            }
            if (NeighborFormat.isNeighborMessage(in, source.family())) {
                return NeighborFormat.read(in, source, destination);
            }
            return IcmpFormat.read(in, source, destination);
        }
        return RawFormat.read(in, in.remaining(), protocol, source.family());
    }

    private static PacketPayload quotedPayload(
            ByteBuffer in, int length, int protocol, IpAddress source, IpAddress destination)
            throws UndecodableException {
        if (protocol == UdpDatagram.PROTOCOL) {
            return UdpFormat.read(in, length, source, destination);
        }
        if (protocol == IcmpMessage.protocol(source.family())) {
            return IcmpFormat.readQuoted(in, length, source, destination);
        }
        if (protocol == TcpSegment.PROTOCOL) {
            return TcpFormat.read(in, length, source, destination);
        }
        if (protocol == GroupMessage.PROTOCOL_4 && source.family() == IpFamily.IPV4) {
            throw UndecodableException.notModelled("an ICMP error about IGMP");
        }
        return RawFormat.read(in, length, protocol, source.family());
    }

    private static Packet packet4(Ipv4Header header, PacketPayload payload) {
        boolean dontFragment = header.dontFragment();
        Fragmentation fragmentation = dontFragment == payload.setsDontFragment()
                ? Fragmentation.USUAL
                : dontFragment ? Fragmentation.FORBIDDEN : Fragmentation.ALLOWED;
        boolean isOwnAlert = header.routerAlert() && !payload.hasRouterAlert();
        ByteSlice options = isOwnAlert ? RouterAlert.before(header.options()) : header.options();
        IpExtras extras = IpExtras.of(header.trafficClass(), fragmentation, options);
        return new Packet(header.source(), header.destination(), header.timeToLive(), payload, extras);
    }

    private static Packet packet6(Ipv6Header header, PacketPayload payload) {
        IpExtras extras = IpExtras.of(header.trafficClass(), Fragmentation.USUAL, ByteSlice.EMPTY);
        return new Packet(header.source(), header.destination(), header.hopLimit(), payload, extras);
    }
}
