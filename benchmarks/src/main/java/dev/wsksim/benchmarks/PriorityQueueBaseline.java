package dev.wsksim.benchmarks;

import dev.wsksim.cli.bench.Workload;
import java.util.PriorityQueue;

/**
 * The hold model on the loop that most people would write: a {@link PriorityQueue} of event objects ordered by (time,
 * sequence number), each event a new object.
 */
final class PriorityQueueBaseline implements Workload {

    private final PriorityQueue<Scheduled> queue = new PriorityQueue<>();
    private final Delays delays = new Delays();
    private final OrderDigest order = new OrderDigest();
    private long nowNanos;
    private long nextSequence;
    private long left;

    /** Makes a model with so many pending events. */
    PriorityQueueBaseline(int pending) {
        for (int id = 0; id < pending; id++) {
            schedule(delays.nextNanos(), new Held(id));
        }
    }

    @Override
    public long run(long operations) {
        left = operations;
        while (left > 0) {
            Scheduled first = queue.poll();
            nowNanos = first.timeNanos;
            first.fire();
        }
        return operations;
    }

    @Override
    public String digest() {
        return order.toString();
    }

    private void schedule(long delayNanos, Scheduled event) {
        event.timeNanos = nowNanos + delayNanos;
        event.sequence = nextSequence++;
        queue.add(event);
    }

    private abstract static class Scheduled implements Comparable<Scheduled> {

        private long timeNanos;
        private long sequence;

        abstract void fire();

        @Override
        public int compareTo(Scheduled other) {
            int byTime = Long.compare(timeNanos, other.timeNanos);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }

    private final class Held extends Scheduled {

        private final int id;

        Held(int id) {
            this.id = id;
        }

        @Override
        void fire() {
            order.add(nowNanos, id);
            schedule(delays.nextNanos(), new Held(id));
            left--;
        }
    }
}
