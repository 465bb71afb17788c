package dev.wsksim.net.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimDuration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Latency by its distributions, delivery opportunities, and reordering. */
class DelayTest {

    private static final SimDuration TEN = SimDuration.ofMillis(10);
    private static final SimDuration TWO = SimDuration.ofMillis(2);

    private static LongStream delays(DelayDistribution distribution) {
        LinkBench bench = new LinkBench(new Latency(distribution, true)).sendEveryMillisecond(20_000);
        return LongStream.range(0, bench.numbers.size())
                .map(i -> bench.times.get((int) i) - bench.numbers.get((int) i) * LinkBench.MILLISECOND);
    }

    private static double deviation(DelayDistribution distribution) {
        double mean = delays(distribution).average().orElseThrow();
        return Math.sqrt(delays(distribution)
                .mapToDouble(delay -> (delay - mean) * (delay - mean))
                .average()
                .orElseThrow());
    }

    @Test
    void uniform_isEvenBetweenItsBounds() {
        DelayDistribution uniform = new DelayDistribution.Uniform(TWO, TEN);
        assertThat(delays(uniform).min().orElseThrow()).isBetween(2_000_000L, 2_010_000L);
        assertThat(delays(uniform).max().orElseThrow()).isBetween(9_990_000L, 10_000_000L);
        assertThat(delays(uniform).average().orElseThrow()).isBetween(5_950_000.0, 6_050_000.0);
        assertThat(delays(uniform).filter(delay -> delay < 4_000_000).count()).isBetween(4800L, 5200L);
    }

    @Test
    void normal_hasItsMeanAndDeviation() {
        DelayDistribution normal = new DelayDistribution.Normal(TEN, TWO);
        assertThat(delays(normal).average().orElseThrow()).isBetween(9_950_000.0, 10_050_000.0);
        assertThat(deviation(normal)).isBetween(1_950_000.0, 2_050_000.0);
        // 68.3 % lie within one deviation.
        assertThat(delays(normal)
                        .filter(delay -> Math.abs(delay - 10_000_000) < 2_000_000)
                        .count())
                .isBetween(13_400L, 13_900L);
    }

    @Test
    void normal_isNeverNegative() {
        assertThat(delays(new DelayDistribution.Normal(SimDuration.ZERO, TEN))
                        .min()
                        .orElseThrow())
                .isZero();
    }

    @Test
    void logNormal_hasItsMeanAndDeviation_andALongTail() {
        DelayDistribution logNormal = new DelayDistribution.LogNormal(TEN, TEN);
        assertThat(delays(logNormal).average().orElseThrow()).isBetween(9_700_000.0, 10_300_000.0);
        assertThat(deviation(logNormal)).isBetween(9_000_000.0, 11_000_000.0);
        // The median is the mean divided by sqrt(1 + (deviation / mean)^2).
        assertThat(delays(logNormal).sorted().skip(10_000).findFirst().orElseThrow())
                .isBetween(6_900_000L, 7_250_000L);
    }

    @Test
    void randomLatency_withoutReordering_keepsTheOrder() {
        LinkBench bench = new LinkBench(new Latency(new DelayDistribution.Normal(TEN, TWO), false));
        bench.sendEveryMillisecond(2000);
        assertThat(bench.numbers).hasSize(2000).isSorted();
    }

    @Test
    void opportunities_carryUpToTheMtu_orPartsOfPackets() {
        DeliveryOpportunities trace = new DeliveryOpportunities(
                ImmutableList.of(SimDuration.ofMillis(1), SimDuration.ofMillis(4)), TEN, QueueLimit.USUAL);
        LinkBench bench = new LinkBench(1, LinkConfiguration.of(trace).withMtu(1000));
        bench.sendAt(0, 1, 600);
        bench.sendAt(0, 2, 400);
        bench.sendAt(0, 3, 600);
        bench.sendAt(0, 4, 600);
        bench.loop.run();
        // 600 + 400 at 1 ms; 600 and 400 of the fourth at 4 ms; the rest of it at 11 ms.
        assertThat(bench.times).containsExactly(1_000_000L, 1_000_000L, 4_000_000L, 11_000_000L);
    }

    @Test
    void opportunities_thatNobodyUses_areLost_andThePeriodBeginsAgain() {
        DeliveryOpportunities trace = new DeliveryOpportunities(
                ImmutableList.of(SimDuration.ofMillis(1), SimDuration.ofMillis(4)), TEN, QueueLimit.USUAL);
        LinkBench bench = new LinkBench(trace);
        bench.sendAt(0, 1, 100);
        bench.sendAt(1_000_001, 2, 100);
        bench.sendAt(4_000_001, 3, 100);
        bench.sendAt(1_234_000_000, 4, 100);
        bench.sendAt(1_234_000_001, 5, 1500);
        bench.loop.run();
        assertThat(bench.times).containsExactly(1_000_000L, 4_000_000L, 11_000_000L, 1_234_000_000L, 1_241_000_000L);
    }

    @Test
    void opportunities_queueIsLimited() {
        DeliveryOpportunities trace = new DeliveryOpportunities(ImmutableList.of(TEN), TEN, QueueLimit.ofPackets(2));
        LinkBench bench = new LinkBench(trace);
        for (int i = 1; i <= 4; i++) {
            bench.sendAt(0, i, 1500);
        }
        bench.sendAt(10_000_000, 5, 1500);
        bench.loop.run();
        assertThat(bench.numbers).containsExactly(1L, 2L, 5L);
        assertThat(bench.times).containsExactly(10_000_000L, 20_000_000L, 30_000_000L);
        assertThat(bench.dropped()).containsExactly(3L, 4L);
    }

    @Test
    void reordering_letsTheOthersOvertakeByTheDelay() {
        LinkBench bench =
                new LinkBench(Latency.of(TEN), new Reordering(PacketSelection.nth(2), SimDuration.ofNanos(2_500_000)));
        bench.sendEveryMillisecond(5);
        assertThat(bench.numbers).containsExactly(1L, 3L, 4L, 2L, 5L);
    }

    @Test
    void changeOfConditions_keepsTheOrder_andWhatIsUnderWay() {
        LinkBench bench = new LinkBench(Latency.of(TEN));
        bench.sendAt(0, 1, 100);
        bench.loop.scheduleAt(1, () -> bench.link.setConditions(LinkConfiguration.ofLatency(TWO)));
        bench.sendAt(1_000_000, 2, 100);
        bench.sendAt(9_000_000, 3, 100);
        bench.loop.run();
        assertThat(bench.times).containsExactly(10_000_000L, 10_000_000L, 11_000_000L);
        assertThat(bench.records(LinkConditionsChanged.class))
                .extracting(LinkConditionsChanged::describe)
                .isEqualTo(List.of("link client > server is now latency 2ms; MTU 1500"));
    }
}
