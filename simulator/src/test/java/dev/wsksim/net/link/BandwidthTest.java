package dev.wsksim.net.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.engine.RandomStream;
import dev.wsksim.engine.RandomStreams;
import dev.wsksim.engine.SimDuration;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Exact departures and full queues; RED and CoDel have tests of their own. */
class BandwidthTest {

    private static final QueuePolicy TAIL = new QueuePolicy.Tail();

    @Test
    void packet_departsWhenItsLastBitIsSent() {
        LinkBench bench = new LinkBench(Bandwidth.of(8_000_000));
        bench.sendAt(0, 1, 1000);
        bench.loop.run();
        assertThat(bench.times).containsExactly(1_000_000L);
    }

    @Test
    void packetsBackToBack_followEachOtherWithoutDrift() {
        // 100 bytes at 3 bit/ns: 266.666... ns each; every third departs on a whole nanosecond.
        LinkBench bench = new LinkBench(Bandwidth.of(3_000_000_000L));
        for (int i = 1; i <= 6; i++) {
            bench.sendAt(0, i, 100);
        }
        bench.loop.run();
        assertThat(bench.times).containsExactly(267L, 534L, 800L, 1067L, 1334L, 1600L);
    }

    @Test
    void idleWire_startsAfresh() {
        LinkBench bench = new LinkBench(Bandwidth.of(3_000_000_000L));
        bench.sendAt(0, 1, 100);
        bench.sendAt(1000, 2, 100);
        bench.loop.run();
        assertThat(bench.times).containsExactly(267L, 1267L);
    }

    @Test
    void latencyBehind_addsUp() {
        LinkBench bench = new LinkBench(Bandwidth.of(8_000_000), Latency.of(SimDuration.ofMillis(5)));
        bench.sendAt(0, 1, 1000);
        bench.sendAt(0, 2, 500);
        bench.loop.run();
        assertThat(bench.times).containsExactly(6_000_000L, 6_500_000L);
    }

    @Test
    void queueOfPackets_dropsWhatFindsItFull_theOneBeingSentIncluded() {
        LinkBench bench = new LinkBench(Bandwidth.of(8_000_000).withQueue(QueueLimit.ofPackets(2), TAIL));
        bench.sendAt(0, 1, 1000);
        bench.sendAt(0, 2, 1000);
        bench.sendAt(0, 3, 1000);
        bench.sendAt(999_999, 4, 1000);
        // The first packet has left at this very instant.
        bench.sendAt(1_000_000, 5, 1000);
        bench.loop.run();
        assertThat(bench.numbers).containsExactly(1L, 2L, 5L);
        assertThat(bench.dropped()).containsExactly(3L, 4L);
        assertThat(bench.dropReasons()).containsOnly("queue of 2 packets is full");
    }

    @Test
    void queueOfBytes_takesASmallPacketWhereALargeOneHasNoRoom() {
        LinkBench bench = new LinkBench(Bandwidth.of(8_000_000).withQueue(QueueLimit.ofBytes(1500), TAIL));
        bench.sendAt(0, 1, 1000);
        bench.sendAt(0, 2, 501);
        bench.sendAt(0, 3, 500);
        bench.loop.run();
        assertThat(bench.numbers).containsExactly(1L, 3L);
        assertThat(bench.dropped()).containsExactly(2L);
    }

    /** A queue that is simulated bit by bit, with fractions of nanoseconds kept exactly. */
    @Test
    void randomTraffic_departsAsInAModelWithExactFractions() {
        for (int seed = 1; seed <= 50; seed++) {
            RandomStream random = new RandomStreams(seed).stream("traffic");
            long rate = 1 + random.nextLong(10_000_000_000L);
            int limit = 1 + random.nextInt(20);
            LinkBench bench = new LinkBench(Bandwidth.of(rate).withQueue(QueueLimit.ofPackets(limit), TAIL));
            long typical = Math.max(1, 8L * 700 * 1_000_000_000L / rate);
            long time = 0;
            List<Long> sent = new ArrayList<>();
            List<Integer> sizes = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                time += random.nextLong(2 * typical);
                sent.add(time);
                sizes.add(LinkBench.HEADERS + random.nextInt(1400));
                bench.sendAt(time, i, sizes.get(i));
            }
            bench.loop.run();
            List<Long> expected = new ArrayList<>();
            List<Long> lost = new ArrayList<>();
            model(rate, limit, sent, sizes, expected, lost);
            assertThat(bench.times).as("seed %d", seed).isEqualTo(expected);
            assertThat(bench.dropped()).as("seed %d", seed).isEqualTo(lost);
        }
    }

    private static void model(
            long rate, int limit, List<Long> sent, List<Integer> sizes, List<Long> departures, List<Long> lost) {
        BigInteger bits = BigInteger.valueOf(rate);
        // All instants are in units of 1 / rate nanoseconds.
        BigInteger idle = BigInteger.ZERO;
        ArrayDeque<Long> queue = new ArrayDeque<>();
        for (int i = 0; i < sent.size(); i++) {
            long now = sent.get(i);
            while (!queue.isEmpty() && queue.getFirst() <= now) {
                queue.removeFirst();
            }
            if (queue.size() == limit) {
                lost.add((long) i);
                continue;
            }
            BigInteger[] idleParts = idle.divideAndRemainder(bits);
            long idleNanos = idleParts[0].longValueExact() + idleParts[1].signum();
            BigInteger begin = idleNanos <= now ? BigInteger.valueOf(now).multiply(bits) : idle;
            idle = begin.add(BigInteger.valueOf(8_000_000_000L * sizes.get(i)));
            BigInteger[] end = idle.divideAndRemainder(bits);
            long departure = end[0].longValueExact() + end[1].signum();
            queue.addLast(departure);
            departures.add(departure);
        }
    }

    @Test
    void packetDelayedInFront_holdsBackThoseBehindIt() {
        LinkBench bench = new LinkBench(
                new Reordering(PacketSelection.nth(1), SimDuration.ofMillis(10)), Bandwidth.of(8_000_000));
        bench.sendAt(0, 1, 1000);
        bench.sendAt(0, 2, 1000);
        bench.loop.run();
        assertThat(bench.numbers).containsExactly(1L, 2L);
        assertThat(bench.times).containsExactly(11_000_000L, 12_000_000L);
    }
}
