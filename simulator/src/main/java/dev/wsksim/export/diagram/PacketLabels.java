package dev.wsksim.export.diagram;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.link.PacketSent;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.TcpFlags;
import dev.wsksim.net.packet.TcpSegment;
import dev.wsksim.net.packet.UdpDatagram;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names packets in few words. TCP's sequence numbers count from the first of their direction, as Wireshark shows them,
 * and a segment all of whose sequence numbers were sent over this link before is called a retransmission.
 */
final class PacketLabels {

    private static final int MAX_CHARS = 72;

    private final Map<Direction, Integer> firstSequence = new LinkedHashMap<>();
    private final Map<Hop, Integer> sentUpTo = new LinkedHashMap<>();

    /** One direction of a TCP connection. */
    private record Direction(IpAddress source, int sourcePort, IpAddress destination, int destinationPort) {

        static Direction of(Packet packet, TcpSegment segment) {
            return new Direction(
                    packet.source(), segment.sourcePort(), packet.destination(), segment.destinationPort());
        }

        Direction reverse() {
            return new Direction(destination, destinationPort, source, sourcePort);
        }
    }

    /** One direction of a TCP connection on one of the links that it goes over. */
    private record Hop(String link, Direction direction) {}

    /**
     * Returns the name of a packet.
     *
     * @param probe what it is sent for, where it is a probe; else empty
     */
    String of(PacketSent sent, String probe) {
        Packet packet = sent.packet();
        String label = packet.payload() instanceof TcpSegment segment
                ? label(sent.link(), packet, segment, probe)
                : label(packet);
        return label.length() <= MAX_CHARS ? label : label.substring(0, MAX_CHARS - 3) + "...";
    }

    private static String label(Packet packet) {
        if (packet.payload() instanceof UdpDatagram datagram) {
            return packet.label() + " " + datagram.sourcePort() + " > " + datagram.destinationPort() + " len "
                    + datagram.data().length();
        }
        String detail = packet.payload().describe(packet.source(), packet.destination());
        String addresses = packet.source() + " > " + packet.destination();
        String rest = detail.startsWith(addresses) ? detail.substring(addresses.length()) : " " + detail;
        return packet.label() + rest;
    }

    private String label(String link, Packet packet, TcpSegment segment, String probe) {
        Direction direction = Direction.of(packet, segment);
        Hop hop = new Hop(link, direction);
        @Nullable Integer known = firstSequence.get(direction);
        int first = known == null || segment.has(TcpFlags.SYN) ? segment.sequence() : known;
        if (known == null || known != first) {
            firstSequence.put(direction, first);
            sentUpTo.keySet().removeIf(other -> other.direction().equals(direction));
        }
        StringBuilder text = new StringBuilder(MAX_CHARS).append(segment.flagsText());
        text.append(" seq ").append(Integer.toUnsignedString(segment.sequence() - first));
        if (segment.has(TcpFlags.ACK)) {
            int theirs = firstSequence.getOrDefault(direction.reverse(), 0);
            text.append(" ack ").append(Integer.toUnsignedString(segment.acknowledgment() - theirs));
        }
        if (!segment.data().isEmpty()) {
            text.append(" len ").append(segment.data().length());
        }
        if (segment.window() == 0 && !segment.has(TcpFlags.RST)) {
            text.append(" win 0");
        }
        boolean again = isAgain(hop, segment);
        if (!probe.isEmpty()) {
            text.append(' ').append(probe);
        } else if (again) {
            text.append(" retransmission");
        }
        return text.toString();
    }

    private boolean isAgain(Hop hop, TcpSegment segment) {
        if (segment.length() == 0) {
            return false;
        }
        int end = segment.sequence() + segment.length();
        @Nullable Integer upTo = sentUpTo.get(hop);
        if (upTo != null && end - upTo <= 0) {
            return true;
        }
        sentUpTo.put(hop, end);
        return false;
    }
}
