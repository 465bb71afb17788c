package dev.wsksim.net.udp;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The datagrams that wait at an endpoint until somebody receives them, up to a limit of bytes. */
final class ReceiveQueue {

    private final Deque<ReceivedDatagram> waiting = new ArrayDeque<>(0);
    private long bytes;

    /** Adds a datagram unless the queue would then hold more than the limit; tells whether it did. */
    boolean offer(ReceivedDatagram datagram, int limit) {
        long size = size(datagram);
        if (bytes + size > limit) {
            return false;
        }
        bytes += size;
        waiting.addLast(datagram);
        return true;
    }

    @Nullable
    ReceivedDatagram poll() {
        ReceivedDatagram first = waiting.pollFirst();
        if (first != null) {
            bytes -= size(first);
        }
        return first;
    }

    int count() {
        return waiting.size();
    }

    long bytes() {
        return bytes;
    }

    void clear() {
        waiting.clear();
        bytes = 0;
    }

    /** Without data a datagram counts one byte, so that the limit bounds those too. */
    private static long size(ReceivedDatagram datagram) {
        return Math.max(1, datagram.data().length());
    }
}
