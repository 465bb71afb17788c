package dev.wsksim.net.packet.codec;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.IcmpMessage;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.PacketPayload;
import dev.wsksim.net.packet.TcpSegment;
import java.nio.ByteBuffer;

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

    /** Decodes the beginning of a packet of a family, which fills the rest of the buffer, from an ICMP error. */
    static Packet quoted(ByteBuffer in, IpFamily family) throws UndecodableException {
        boolean ipv4 = version(in) == Ipv4Header.VERSION;
        if (ipv4 != (family == IpFamily.IPV4)) {
            throw UndecodableException.malformed("the ICMP error quotes a packet of the other family");
        }
        if (ipv4) {
            Ipv4Header header = Ipv4Header.read(in);
            return packet4(
                    header,
                    quotedPayload(
                            in,
                            header.totalLength() - Ipv4Header.BYTES,
                            header.protocol(),
                            header.source(),
                            header.destination()));
        }
        Ipv6Header header = Ipv6Header.read(in);
        return packet6(
                header,
                quotedPayload(in, header.payloadLength(), header.nextHeader(), header.source(), header.destination()));
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
        requireLength(in, header.totalLength() - Ipv4Header.BYTES);
        PacketPayload payload = payload(in, header.protocol(), header.source(), header.destination());
        return new Decoded.Whole(packet4(header, payload), header.identification(), header.dontFragment());
    }

    private static Decoded whole6(ByteBuffer in) throws UndecodableException {
        Ipv6Header header = Ipv6Header.read(in);
        requireLength(in, header.payloadLength());
        PacketPayload payload = payload(in, header.nextHeader(), header.source(), header.destination());
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
        if (protocol == IcmpMessage.protocol(source.family())) {
            return IcmpFormat.read(in, source, destination);
        }
        throw UndecodableException.notModelled("protocol " + protocol);
    }

    private static PacketPayload quotedPayload(
            ByteBuffer in, int length, int protocol, IpAddress source, IpAddress destination)
            throws UndecodableException {
        if (in.remaining() > length) {
            throw UndecodableException.malformed("the ICMP error quotes more than the packet had");
        }
        if (protocol == IcmpMessage.protocol(source.family())) {
            return IcmpFormat.readQuoted(in, length, source, destination);
        }
        if (protocol != TcpSegment.PROTOCOL) {
            throw UndecodableException.notModelled("an ICMP error about protocol " + protocol);
        }
        return TcpFormat.read(in, length, source, destination);
    }

    private static Packet packet4(Ipv4Header header, PacketPayload payload) {
        return new Packet(header.source(), header.destination(), header.timeToLive(), payload);
    }

    private static Packet packet6(Ipv6Header header, PacketPayload payload) {
        return new Packet(header.source(), header.destination(), header.hopLimit(), payload);
    }
}
