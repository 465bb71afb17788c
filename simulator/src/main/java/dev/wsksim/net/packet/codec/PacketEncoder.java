package dev.wsksim.net.packet.codec;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.DamagedPayload;
import dev.wsksim.net.packet.IcmpMessage;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.PacketPayload;
import dev.wsksim.net.packet.TcpSegment;
import java.nio.ByteBuffer;

/**
 * Turns packets into the bytes that they have on the wire, from the IP header on, with right checksums, unless
 * what they carry is damaged.
 *
 * <p>TCP over IPv4 is sent with DF, as path MTU discovery wants (RFC 1191 section 3); ICMP is not. A field that does
 * not fit its header is refused with IllegalArgumentException, never cut.
 */
public final class PacketEncoder {

    private PacketEncoder() {}

    /**
     * Returns the bytes of a packet.
     *
     * @param packet the packet
     * @param identification the field Identification of IPv4, from 0 to 65535; IPv6 has none
     */
    public static byte[] encode(Packet packet, int identification) {
        return encode(packet, identification, 0);
    }

    /**
     * Returns the bytes of a packet that may be an ICMP error.
     *
     * @param packet the packet
     * @param identification the field Identification of IPv4, from 0 to 65535; IPv6 has none
     * @param offendingIdentification the same field of the packet that an ICMP error quotes
     */
    public static byte[] encode(Packet packet, int identification, int offendingIdentification) {
        PacketPayload payload = packet.payload();
        if (payload instanceof DamagedPayload damaged) {
            byte[] bytes = encode(packet.withPayload(damaged.original()), identification, offendingIdentification);
            bytes[headerLength(packet.family()) + damaged.offset()] ^= (byte) (1 << damaged.bit());
            return bytes;
        }
        int length = payload.wireBytes();
        byte[] bytes = new byte[headerLength(packet.family()) + length];
        ByteBuffer out = ByteBuffer.wrap(bytes);
        writeHeader(packet, identification, length, payload instanceof TcpSegment, out);
        if (payload instanceof TcpSegment segment) {
            TcpFormat.write(segment, packet.source(), packet.destination(), out);
        } else if (payload instanceof IcmpMessage message) {
            IcmpFormat.write(message, offendingIdentification, packet.source(), packet.destination(), out);
        } else {
            throw new AssertionError("no bytes are known for a packet that carries " + payload.label());
        }
        return bytes;
    }

    private static int headerLength(IpFamily family) {
        return family == IpFamily.IPV4 ? Ipv4Header.BYTES : Ipv6Header.BYTES;
    }

    private static void writeHeader(
            Packet packet, int identification, int payloadLength, boolean dontFragment, ByteBuffer out) {
        int protocol = packet.payload().protocol();
        int hopLimit = packet.hopLimit();
        IpAddress source = packet.source();
        IpAddress destination = packet.destination();
        if (packet.family() == IpFamily.IPV4) {
            int totalLength = Ipv4Header.BYTES + payloadLength;
            new Ipv4Header(totalLength, identification, dontFragment, hopLimit, protocol, source, destination)
                    .write(out);
        } else {
            new Ipv6Header(payloadLength, protocol, hopLimit, source, destination).write(out);
        }
    }
}
