package dev.wsksim.net.link;

import dev.wsksim.net.packet.Packet;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** Packets that wait in order, with what is known of each. */
final class PacketQueue {

    private final ArrayDeque<Waiting> packets = new ArrayDeque<>();
    private long bytes;

    /**
     * A packet that waits.
     *
     * @param number its number in the network
     * @param packet the packet
     * @param enqueuedNanos since when it waits
     * @param cause the number of the trace record that it follows from
     */
    record Waiting(long number, Packet packet, long enqueuedNanos, long cause) {}

    void add(Waiting waiting) {
        packets.addLast(waiting);
        bytes += waiting.packet().wireBytes();
    }

    /** Takes the packet at the head, or null from an empty queue. */
    @Nullable
    Waiting poll() {
        Waiting head = packets.pollFirst();
        if (head != null) {
            bytes -= head.packet().wireBytes();
        }
        return head;
    }

    int size() {
        return packets.size();
    }

    /** Returns how many bytes wait. */
    long bytes() {
        return bytes;
    }
}
