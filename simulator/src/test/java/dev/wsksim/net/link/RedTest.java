package dev.wsksim.net.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.engine.RandomStream;
import dev.wsksim.engine.RandomStreams;
import dev.wsksim.engine.Ratio;
import org.junit.jupiter.api.Test;

/** Random Early Detection against the formulas of Floyd and Jacobson, 1993. */
class RedTest {

    private static final Ratio HALF = Ratio.of(1, 2);
    private static final long TYPICAL = 1000;

    private static RedJudge judge(long least, long most, Ratio atMost, Ratio weight) {
        return new RedJudge(
                new QueuePolicy.Red(least, most, atMost, weight), TYPICAL, new RandomStreams(1).stream("red"));
    }

    @Test
    void average_followsTheQueueByItsWeight() {
        RedJudge judge = judge(1000, 2000, Ratio.of(1, 50), HALF);
        judge.drops(0, 64, 0);
        assertThat(judge.averageLength()).isEqualTo(32);
        judge.drops(0, 64, 0);
        assertThat(judge.averageLength()).isEqualTo(48);
        judge.drops(0, 0, 0);
        // An arrival at an empty queue that was not empty long enough for a packet leaves the average alone.
        assertThat(judge.averageLength()).isEqualTo(48);
    }

    @Test
    void average_sinksWhileTheQueueIsEmpty_byTheTypicalPacketsThatCouldHaveCome() {
        RedJudge judge = judge(1000, 2000, Ratio.of(1, 50), HALF);
        judge.drops(0, 64, 0);
        judge.drops(10_000, 0, 7_000);
        assertThat(judge.averageLength()).isEqualTo(4);
    }

    @Test
    void belowTheLeast_nothingIsDropped_andFromTheMostOnEverything() {
        RedJudge judge = judge(10, 30, Ratio.of(1, 10), Ratio.ONE);
        for (int i = 0; i < 1000; i++) {
            assertThat(judge.drops(0, 9, 0)).isFalse();
            assertThat(judge.drops(0, 30, 0)).isTrue();
        }
    }

    @Test
    void between_theGapsBetweenDropsAreEven_asThePaperShows() {
        // Halfway up p_b = 1/20, and with p_a = p_b / (1 - count p_b) the gap is uniform on 1 .. 20.
        RedJudge judge = judge(10, 30, Ratio.of(1, 10), Ratio.ONE);
        long[] gaps = new long[42];
        int gap = 0;
        int drops = 0;
        for (int i = 0; i < 200_000; i++) {
            gap++;
            if (judge.drops(0, 20, 0)) {
                gaps[gap]++;
                gap = 0;
                drops++;
            }
        }
        // The mean of a uniform gap on 1 .. 20 is 10.5; the first packet behind a drop has count 1.
        assertThat(200_000.0 / drops).isBetween(9.5, 11.0);
        for (int length = 21; length < gaps.length; length++) {
            assertThat(gaps[length]).as("gaps of %d", length).isZero();
        }
        for (int length = 1; length < 19; length++) {
            assertThat(gaps[length]).as("gaps of %d", length).isBetween(drops / 26L, drops / 16L);
        }
    }

    @Test
    void extremeParameters_doNotOverflow() {
        RandomStream random = new RandomStreams(5).stream("lengths");
        RedJudge judge = judge(0, Integer.MAX_VALUE, Ratio.of(999_999, 1_000_000), Ratio.of(1, 1_000_000));
        int drops = 0;
        for (int i = 0; i < 10_000; i++) {
            drops += judge.drops(i, random.nextLong(Integer.MAX_VALUE), 0) ? 1 : 0;
        }
        // The average has grown to about 1 % of half of the most.
        assertThat(drops).isBetween(10, 600);
    }

    @Test
    void link_withRed_dropsBeforeItsQueueIsFull_andSaysSo() {
        QueuePolicy red = new QueuePolicy.Red(5, 15, QueuePolicy.Red.USUAL_AT_MOST, Ratio.of(1, 10));
        LinkBench bench = new LinkBench(Bandwidth.of(8_000_000).withQueue(QueueLimit.ofPackets(100), red));
        for (int i = 0; i < 4000; i++) {
            // 25 % more than the link can carry.
            bench.sendAt(i * 800_000L, i, 1000);
        }
        bench.loop.run();
        assertThat(bench.dropReasons()).isNotEmpty().containsOnly("RED");
        assertThat(bench.dropped().size()).isBetween(700, 850);
    }
}
