package dev.wsksim.export.diagram;

import com.google.common.collect.ImmutableList;

/**
 * A packet on its way over one link.
 *
 * @param entry the number of the trace entry that says that it was sent
 * @param timeNanos when it was sent
 * @param from the column of the host that sent it
 * @param to the column of the host that it was sent to; the same for a packet over loopback
 * @param label what it is in few words, with sequence numbers relative to the first of their direction
 * @param detail what it is in the words of the trace
 * @param ends what became of it, in order; empty where the trace ends before, several where a link duplicated it
 */
public record Arrow(
        long entry, long timeNanos, int from, int to, String label, String detail, ImmutableList<ArrowEnd> ends)
        implements DiagramEvent {

    /** Tells whether a copy of it arrived. */
    public boolean isDelivered() {
        return ends.stream().anyMatch(end -> !end.isDrop());
    }
}
