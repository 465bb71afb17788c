package dev.wsksim.net.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.engine.RandomStream;
import dev.wsksim.engine.RandomStreams;
import dev.wsksim.engine.SimDuration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The CoDel queue against a model that follows the pseudocode of RFC 8289 section 5 line by line. */
class CoDelTest {

    private static final int BYTES = 1000;
    /** 1000 bytes take 1 ms. */
    private static final long RATE = 8_000_000;

    private static final Bandwidth CODEL =
            Bandwidth.of(RATE).withQueue(QueueLimit.ofPackets(10_000), QueuePolicy.CoDel.USUAL);

    @Test
    void shortQueue_isLeftAlone() {
        LinkBench bench = new LinkBench(CODEL);
        for (int i = 0; i < 2000; i++) {
            bench.sendAt(i * LinkBench.MILLISECOND, i, BYTES);
        }
        bench.loop.run();
        assertThat(bench.dropped()).isEmpty();
        assertThat(bench.times.get(1999)).isEqualTo(2_000 * LinkBench.MILLISECOND);
    }

    @Test
    void burst_thatDrainsWithinTheInterval_isLeftAlone() {
        LinkBench bench = new LinkBench(CODEL);
        for (int i = 0; i < 100; i++) {
            bench.sendAt(0, i, BYTES);
        }
        bench.loop.run();
        assertThat(bench.dropped()).isEmpty();
        assertThat(bench.times.get(99)).isEqualTo(100 * LinkBench.MILLISECOND);
    }

    @Test
    void standingQueue_losesItsHeadAfterAnInterval_thenEverMoreOften() {
        LinkBench bench = new LinkBench(CODEL);
        for (int i = 0; i < 1000; i++) {
            bench.sendAt(0, i, BYTES);
        }
        bench.loop.run();
        // A wait of the target is first seen at 5 ms, so the first drop is at 105 ms, that of packet 105; the next one
        // is an interval later, and the one after that an interval / sqrt(2) after it.
        assertThat(bench.dropped()).startsWith(105L, 206L, 278L);
        assertThat(bench.dropReasons()).containsOnly("CoDel");
    }

    @Test
    void fullQueue_dropsWhatComes() {
        LinkBench bench =
                new LinkBench(Bandwidth.of(RATE).withQueue(QueueLimit.ofBytes(2500), QueuePolicy.CoDel.USUAL));
        for (int i = 0; i < 4; i++) {
            bench.sendAt(i, i, BYTES);
        }
        bench.loop.run();
        assertThat(bench.numbers).containsExactly(0L, 1L);
        assertThat(bench.dropReasons()).containsOnly("queue of 2500 bytes is full");
    }

    @Test
    void packetsDelayedInFront_areQueuedWhenTheyCome() {
        LinkBench bench = new LinkBench(Latency.of(SimDuration.ofMillis(7)), CODEL);
        bench.sendAt(0, 1, BYTES);
        bench.sendAt(0, 2, BYTES);
        bench.loop.run();
        assertThat(bench.times).containsExactly(8_000_000L, 9_000_000L);
    }

    @Test
    void randomTraffic_fromManySeeds_isTreatedAsByTheModel() {
        int drops = 0;
        for (int seed = 1; seed <= 40; seed++) {
            RandomStream random = new RandomStreams(seed).stream("traffic");
            LinkBench bench = new LinkBench(CODEL);
            List<ModelPacket> traffic = new ArrayList<>();
            long time = 0;
            for (int i = 0; i < 3000; i++) {
                // On the average 10 % more than the link can carry, in bursts and lulls.
                boolean lull = (i / 400) % 2 == 1;
                time += random.nextLong(lull ? 2_400_000 : 1_250_000);
                int bytes = 500 + random.nextInt(1000);
                traffic.add(new ModelPacket(i, time, bytes));
                bench.sendAt(time, i, bytes);
            }
            bench.loop.run();
            Model model = new Model();
            model.run(traffic);
            assertThat(bench.dropped()).as("seed %d", seed).isEqualTo(model.dropped);
            assertThat(bench.numbers).as("seed %d", seed).isEqualTo(model.delivered);
            drops += model.dropped.size();
        }
        assertThat(drops).isGreaterThan(400);
    }

    private record ModelPacket(long number, long time, int bytes) {}

    /** The RFC's code, in its words, around a wire that is simulated packet by packet. */
    private static final class Model {

        static final long TARGET = 5_000_000;
        static final long INTERVAL = 100_000_000;
        static final int MAXPACKET = 1500;

        final List<Long> dropped = new ArrayList<>();
        final List<Long> delivered = new ArrayList<>();
        final Deque<ModelPacket> q = new ArrayDeque<>();
        long first_above_time_;
        long drop_next_;
        long count_;
        long lastcount_;
        boolean dropping_;
        boolean ok_to_drop;

        void run(List<ModelPacket> traffic) {
            int next = 0;
            long wireFree = 0;
            while (next < traffic.size() || !q.isEmpty()) {
                long now = q.isEmpty() ? Math.max(wireFree, traffic.get(next).time()) : wireFree;
                while (next < traffic.size() && traffic.get(next).time() <= now) {
                    q.addLast(traffic.get(next));
                    next++;
                }
                ModelPacket p = dequeue(now);
                if (p != null) {
                    delivered.add(p.number());
                    wireFree = now + p.bytes() * 8L * 125;
                }
            }
        }

        long bytes() {
            return q.stream().mapToLong(ModelPacket::bytes).sum();
        }

        @org.jspecify.annotations.Nullable
        ModelPacket dodequeue(long now) {
            ModelPacket p = q.pollFirst();
            ok_to_drop = false;
            if (p == null) {
                first_above_time_ = 0;
                return null;
            }
            long sojourn_time = now - p.time();
            if (sojourn_time < TARGET || bytes() <= MAXPACKET) {
                first_above_time_ = 0;
            } else {
                if (first_above_time_ == 0) {
                    first_above_time_ = now + INTERVAL;
                } else if (now >= first_above_time_) {
                    ok_to_drop = true;
                }
            }
            return p;
        }

        @org.jspecify.annotations.Nullable
        ModelPacket dequeue(long now) {
            ModelPacket p = dodequeue(now);
            if (dropping_) {
                if (!ok_to_drop) {
                    dropping_ = false;
                }
                while (now >= drop_next_ && dropping_) {
                    drop(p);
                    ++count_;
                    p = dodequeue(now);
                    if (!ok_to_drop) {
                        dropping_ = false;
                    } else {
                        drop_next_ = control_law(drop_next_, count_);
                    }
                }
            } else if (ok_to_drop) {
                drop(p);
                p = dodequeue(now);
                dropping_ = true;
                long delta = count_ - lastcount_;
                count_ = 1;
                if (delta > 1 && now - drop_next_ < 16 * INTERVAL) {
                    count_ = delta;
                }
                drop_next_ = control_law(now, count_);
                lastcount_ = count_;
            }
            return p;
        }

        static long control_law(long t, long count) {
            return t + (long) (INTERVAL / Math.sqrt((double) count));
        }

        void drop(@org.jspecify.annotations.Nullable ModelPacket p) {
            assertThat(p).isNotNull();
            if (p != null) {
                dropped.add(p.number());
            }
        }
    }
}
