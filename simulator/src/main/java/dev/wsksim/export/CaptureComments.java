package dev.wsksim.export;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import dev.wsksim.kernel.io.IrpCompleted;
import dev.wsksim.net.link.PacketDropped;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.wsk.call.WskCallEntered;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says of each captured packet what the driver had to do with it: its own trace entry, the call or completion from
 * which it followed, whether it was dropped, and the calls and completions that followed from it.
 *
 * <p>A call or completion is told of at the nearest captured packet in its chain of causes; of a packet that arrived
 * and the answer sent at that instant, at the one that arrived. A packet tells of the nearest call or completion in its
 * own chain unless another captured packet comes first, so that each is told at the packets next to it and not at all
 * later ones.
 */
final class CaptureComments {

    private static final int MAX_LINE_CHARS = 1000;
    private static final int MAX_FOLLOWERS = 8;

    private final TraceChains chains;
    private final @Nullable TraceEntry[] newsBefore;
    private final @Nullable TraceEntry[] nearestPacket;
    private final @Nullable TraceEntry[] nearestInbound;
    private final Map<Long, TraceEntry> drops = new LinkedHashMap<>();
    private final ListMultimap<Long, TraceEntry> followers =
            MultimapBuilder.linkedHashKeys().arrayListValues().build();

    /**
     * Reads a trace.
     *
     * @param captured the numbers of the entries that the capture has packets of
     * @param inbound those among them whose packets came in
     */
    CaptureComments(
            List<TraceEntry> entries, TraceChains chains, ImmutableSet<Long> captured, ImmutableSet<Long> inbound) {
        this.chains = chains;
        newsBefore = new TraceEntry[entries.size()];
        nearestPacket = new TraceEntry[entries.size()];
        nearestInbound = new TraceEntry[entries.size()];
        for (TraceEntry entry : entries) {
            inherit(entry);
            if (captured.contains(entry.number())) {
                passPacket(entry, inbound.contains(entry.number()));
            } else if (isNews(entry.record())) {
                passNews(entry);
            } else if (entry.record() instanceof PacketDropped drop) {
                drops.put(drop.number(), entry);
            }
        }
    }

    private static boolean isNews(TraceRecord record) {
        return record instanceof WskCallEntered || record instanceof IrpCompleted;
    }

    private void inherit(TraceEntry entry) {
        TraceEntry cause = chains.causeOf(entry);
        if (cause != null) {
            int from = chains.indexOf(cause);
            int to = chains.indexOf(entry);
            newsBefore[to] = newsAfter(cause);
            nearestPacket[to] = nearestPacket[from];
            nearestInbound[to] = nearestInbound[from];
        }
    }

    /** Returns the nearest news from an entry on upwards, itself included, that no captured packet hides. */
    private @Nullable TraceEntry newsAfter(TraceEntry entry) {
        int index = chains.indexOf(entry);
        if (isNews(entry.record())) {
            return entry;
        }
        TraceEntry packet = nearestPacket[index];
        boolean isCaptured = packet != null && packet.number() == entry.number();
        return isCaptured ? null : newsBefore[index];
    }

    private void passPacket(TraceEntry entry, boolean cameIn) {
        int index = chains.indexOf(entry);
        nearestPacket[index] = entry;
        if (cameIn) {
            nearestInbound[index] = entry;
        }
    }

    private void passNews(TraceEntry entry) {
        int index = chains.indexOf(entry);
        TraceEntry arrived = nearestInbound[index];
        boolean atOnce = arrived != null && arrived.timeNanos() == entry.timeNanos();
        TraceEntry packet = atOnce ? arrived : nearestPacket[index];
        if (packet != null) {
            followers.put(packet.number(), entry);
        }
    }

    /** Returns the comment on the captured packet of an entry. */
    String of(TraceEntry entry, long packetNumber) {
        StringBuilder text = new StringBuilder("entry ").append(entry.number());
        TraceEntry before = newsBefore[chains.indexOf(entry)];
        if (before != null) {
            append(text, "after", before);
        }
        TraceEntry drop = drops.get(packetNumber);
        if (drop != null) {
            append(text, "then", drop);
        }
        List<TraceEntry> after = followers.get(entry.number());
        after.stream().limit(MAX_FOLLOWERS).forEach(follower -> append(text, "then", follower));
        if (after.size() > MAX_FOLLOWERS) {
            text.append("\nthen ").append(after.size() - MAX_FOLLOWERS).append(" more");
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String word, TraceEntry entry) {
        text.append('\n').append(word).append(" entry ").append(entry.number()).append(": ");
        text.append(Ascii.truncate(entry.record().describe(), MAX_LINE_CHARS, "..."));
    }
}
