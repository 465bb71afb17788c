package dev.wsksim.export.diagram;

import dev.wsksim.engine.SimTime;

/**
 * One end of a packet's way: it arrived, or it was dropped.
 *
 * @param entry the number of the trace entry that says so
 * @param timeNanos when
 * @param dropReason why it was dropped; empty when it arrived
 */
public record ArrowEnd(long entry, long timeNanos, String dropReason) {

    /** Tells whether the packet was dropped. */
    public boolean isDrop() {
        return !dropReason.isEmpty();
    }

    /** Returns the end in few words: its number, its instant, and the reason of a drop. */
    public String text() {
        String where = "#" + entry + " " + new SimTime(timeNanos);
        return isDrop() ? where + " dropped: " + dropReason : where;
    }
}
