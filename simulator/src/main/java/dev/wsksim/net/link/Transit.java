package dev.wsksim.net.link;

import dev.wsksim.net.packet.Packet;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the packet that a link carries now; one object per link, filled in anew for every packet.
 *
 * <p>A packet is judged when it is sent, so each condition sees it at the instant at which the conditions before let it
 * go on, which may lie in the future.
 */
final class Transit {

    private @Nullable Packet packet;
    private long number;
    private long timeNanos;
    private String dropReason = "";
    private boolean taken;
    private int copies;

    void begin(long newNumber, Packet newPacket, long newTimeNanos) {
        number = newNumber;
        packet = newPacket;
        timeNanos = newTimeNanos;
        dropReason = "";
        taken = false;
        copies = 0;
    }

    /** Returns the number of the packet in the network. */
    long number() {
        return number;
    }

    Packet packet() {
        Packet carried = packet;
        if (carried == null) {
            throw new AssertionError("nothing is in transit");
        }
        return carried;
    }

    /** Lets an altered packet go on in place of the one that came. */
    void replace(Packet altered) {
        packet = altered;
    }

    /** Returns the instant at which the packet comes to the condition. */
    long timeNanos() {
        return timeNanos;
    }

    /** Lets the packet go on at an instant, never sooner than it came. */
    void leaveAt(long nanos) {
        timeNanos = nanos;
    }

    /** Lets the packet go on so much later; at the end of time at the latest. */
    void addDelay(long nanos) {
        long sum = timeNanos + nanos;
        timeNanos = sum < 0 ? Long.MAX_VALUE : sum;
    }

    void drop(String reason) {
        dropReason = reason;
    }

    String dropReason() {
        return dropReason;
    }

    boolean isDropped() {
        return !dropReason.isEmpty();
    }

    /** Says that the condition keeps the packet and lets it go on by itself. */
    void take() {
        taken = true;
    }

    boolean isTaken() {
        return taken;
    }

    void copy(int newCopies) {
        copies = newCopies;
    }

    int copies() {
        return copies;
    }
}
