package dev.wsksim.export;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.link.PacketDelivered;
import dev.wsksim.net.link.PacketSent;
import dev.wsksim.net.packet.DamagedPayload;
import dev.wsksim.net.packet.IcmpError;
import dev.wsksim.net.packet.NeighborMessage;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.PacketPayload;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The packets of a trace that were seen at one place, in order, with what the trace has to say about them.
 *
 * @param point where they were seen
 * @param packets the packets
 */
public record Capture(CapturePoint point, ImmutableList<CapturedPacket> packets) {

    /**
     * Looks through a trace for packets.
     *
     * @param trace the entries of a trace, without gaps
     * @param point where to look
     * @throws IllegalArgumentException when entries are missing between others
     */
    public static Capture of(List<TraceEntry> trace, CapturePoint point) {
        TraceChains chains = new TraceChains(trace);
        List<TraceEntry> seen = new ArrayList<>();
        ImmutableSet.Builder<Long> captured = ImmutableSet.builder();
        ImmutableSet.Builder<Long> inbound = ImmutableSet.builder();
        for (TraceEntry entry : trace) {
            Optional<CaptureDirection> direction = point.sees(entry.record());
            if (direction.isPresent() && isIp(packet(entry.record()))) {
                seen.add(entry);
                captured.add(entry.number());
                if (direction.get() == CaptureDirection.INBOUND) {
                    inbound.add(entry.number());
                }
            }
        }
        CaptureComments comments = new CaptureComments(trace, chains, captured.build(), inbound.build());
        return new Capture(
                point,
                seen.stream()
                        .map(entry -> captured(entry, point, chains, comments))
                        .collect(ImmutableList.toImmutableList()));
    }

    /** Captures begin at the IP header, which ARP has not. */
    private static boolean isIp(Packet packet) {
        PacketPayload payload =
                packet.payload() instanceof DamagedPayload damaged ? damaged.original() : packet.payload();
        return !(payload instanceof NeighborMessage) || packet.family() == IpFamily.IPV6;
    }

    private static CapturedPacket captured(
            TraceEntry entry, CapturePoint point, TraceChains chains, CaptureComments comments) {
        long number = number(entry.record());
        Packet packet = packet(entry.record());
        return new CapturedPacket(
                entry.number(),
                entry.timeNanos(),
                point.sees(entry.record()).orElseThrow(),
                number,
                offendingNumber(entry, packet, chains),
                packet,
                comments.of(entry, number));
    }

    /** Finds, among the causes of an ICMP error, the record of the packet that it quotes. */
    private static long offendingNumber(TraceEntry entry, Packet packet, TraceChains chains) {
        if (!(packet.payload() instanceof IcmpError error)) {
            return 0;
        }
        @Nullable TraceEntry cause = chains.causeOf(entry);
        while (cause != null) {
            TraceRecord record = cause.record();
            if (isPacket(record) && packet(record).equals(error.offending())) {
                return number(record);
            }
            cause = chains.causeOf(cause);
        }
        return 0;
    }

    private static boolean isPacket(TraceRecord record) {
        return record instanceof PacketSent || record instanceof PacketDelivered;
    }

    private static Packet packet(TraceRecord record) {
        return record instanceof PacketSent sent ? sent.packet() : ((PacketDelivered) record).packet();
    }

    private static long number(TraceRecord record) {
        return record instanceof PacketSent sent ? sent.number() : ((PacketDelivered) record).number();
    }
}
