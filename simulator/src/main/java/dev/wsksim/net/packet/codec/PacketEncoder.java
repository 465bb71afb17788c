package dev.wsksim.net.packet.codec;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.DamagedPayload;
import dev.wsksim.net.packet.GroupMessage;
import dev.wsksim.net.packet.IcmpMessage;
import dev.wsksim.net.packet.IpFragment;
import dev.wsksim.net.packet.NeighborMessage;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.PacketPayload;
import dev.wsksim.net.packet.RawPayload;
import dev.wsksim.net.packet.TcpSegment;
import dev.wsksim.net.packet.UdpDatagram;
import java.nio.ByteBuffer;

/**
 * Turns packets into the bytes that they have on the wire, from the IP header on, with right checksums, unless
 * what they carry is damaged.
 *
 * <p>TCP over IPv4 is sent with DF, as path MTU discovery wants (RFC 1191 section 3), and the rest without it, unless the
 * packet says otherwise. A field that does
 * not fit its header is refused with IllegalArgumentException, never cut.
 */
public final class PacketEncoder {

    private PacketEncoder() {}

    /**
     * Returns the bytes of a packet.
     *
     * @param packet the packet
     * @param identification the field Identification of IPv4, from 0 to 65535; IPv6 has none, and a fragment
     *     has its own
     */
    public static byte[] encode(Packet packet, int identification) {
        return encode(packet, identification, 0);
    }

    /**
     * Returns the bytes of a packet that may be an ICMP error.
     *
     * @param packet the packet
     * @param identification the field Identification of IPv4, from 0 to 65535; IPv6 has none, and a fragment
     *     has its own
     * @param offendingIdentification the same field of the packet that an ICMP error quotes
     */
    public static byte[] encode(Packet packet, int identification, int offendingIdentification) {
        PacketPayload payload = packet.payload();
        if (payload instanceof DamagedPayload damaged) {
            byte[] bytes = encode(packet.withPayload(damaged.original()), identification, offendingIdentification);
            bytes[bytes.length - damaged.wireBytes() + damaged.offset()] ^= (byte) (1 << damaged.bit());
            return bytes;
        }
        int length = payload.wireBytes();
        byte[] bytes = new byte[packet.wireBytes()];
        ByteBuffer out = ByteBuffer.wrap(bytes);
        writeHeader(packet, identification, length, out);
        if (payload instanceof TcpSegment segment) {
            TcpFormat.write(segment, packet.source(), packet.destination(), out);
        } else if (payload instanceof UdpDatagram datagram) {
            UdpFormat.write(datagram, packet.source(), packet.destination(), out);
        } else if (payload instanceof GroupMessage message) {
            GroupFormat.write(message, packet.source(), packet.destination(), out);
        } else if (payload instanceof RawPayload raw) {
            raw.data().putInto(out);
        } else if (payload instanceof IcmpMessage message) {
            IcmpFormat.write(message, offendingIdentification, packet.source(), packet.destination(), out);
        } else if (payload instanceof NeighborMessage message) {
            NeighborFormat.write(message, packet.source(), packet.destination(), out);
        } else if (payload instanceof IpFragment fragment) {
            FragmentFormat.write(fragment, out);
        } else {
            throw new AssertionError("no bytes are known for a packet that carries " + payload.label());
        }
        return bytes;
    }

    private static void writeHeader(Packet packet, int identification, int payloadLength, ByteBuffer out) {
        int protocol = packet.payload().protocol();
        int hopLimit = packet.hopLimit();
        IpAddress source = packet.source();
        IpAddress destination = packet.destination();
        boolean routerAlert = packet.payload().hasRouterAlert();
        int trafficClass = packet.extras().trafficClass();
        if (packet.family() == IpFamily.IPV4) {
            int totalLength = packet.wireBytes();
            IpFragment fragment = packet.payload() instanceof IpFragment piece ? piece : null;
            new Ipv4Header(
                            totalLength,
                            trafficClass,
                            routerAlert,
                            packet.extras().options(),
                            fragment == null ? identification : fragment.identification(),
                            packet.dontFragment(),
                            fragment != null && fragment.moreFragments(),
                            fragment == null ? 0 : fragment.offset(),
                            hopLimit,
                            protocol,
                            source,
                            destination)
                    .write(out);
        } else if (routerAlert) {
            int length = RouterAlert.BYTES_6 + payloadLength;
            new Ipv6Header(trafficClass, length, RouterAlert.HOP_BY_HOP, hopLimit, source, destination).write(out);
            RouterAlert.writeHopByHop(protocol, out);
        } else {
            new Ipv6Header(trafficClass, payloadLength, protocol, hopLimit, source, destination).write(out);
        }
    }
}
