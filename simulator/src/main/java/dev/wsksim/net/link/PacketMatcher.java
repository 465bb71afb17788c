package dev.wsksim.net.link;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.TcpFlags;
import dev.wsksim.net.packet.TcpSegment;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A {@link PacketMatch} at work: remembers the SYNs that pass, so that sequence numbers can be counted from them.
 *
 * <p>The last {@value #REMEMBERED_CONNECTIONS} connections are remembered, and only where the match asks for sequence
 * numbers.
 */
final class PacketMatcher {

    /** How many connections are remembered. */
    static final int REMEMBERED_CONNECTIONS = 1024;

    private final PacketMatch match;
    private final boolean anything;
    private final Map<Flow, Integer> initialSequences = new LinkedHashMap<>();

    PacketMatcher(PacketMatch match) {
        this.match = match;
        this.anything = match.equals(PacketMatch.ANY);
    }

    /** Returns what it looks for. */
    PacketMatch match() {
        return match;
    }

    /** Tells whether a packet is picked; to be asked for every packet in the order in which they pass. */
    boolean matches(Packet packet) {
        if (anything) {
            return true;
        }
        boolean inSequence = match.sequence().isEmpty()
                || (TransportFields.undamaged(packet.payload()) instanceof TcpSegment segment
                        && isInSequence(packet, segment, match.sequence().get()));
        return inSequence && match.matchesHeaders(packet);
    }

    private boolean isInSequence(Packet packet, TcpSegment segment, SequenceRange range) {
        Flow flow = new Flow(packet.source(), segment.sourcePort(), packet.destination(), segment.destinationPort());
        if (segment.has(TcpFlags.SYN)) {
            remember(flow, segment.sequence());
        }
        Integer initial = initialSequences.get(flow);
        return initial != null && range.meets(Integer.toUnsignedLong(segment.sequence() - initial), segment.length());
    }

    private void remember(Flow flow, int sequence) {
        if (!initialSequences.containsKey(flow) && initialSequences.size() == REMEMBERED_CONNECTIONS) {
            Iterator<Flow> oldest = initialSequences.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        initialSequences.put(flow, sequence);
    }

    private record Flow(IpAddress source, int sourcePort, IpAddress destination, int destinationPort) {}
}
