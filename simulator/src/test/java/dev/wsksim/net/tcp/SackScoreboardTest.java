package dev.wsksim.net.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.engine.RandomStream;
import dev.wsksim.engine.RandomStreams;
import dev.wsksim.net.packet.SackBlocks;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

/** The scoreboard against the obvious model: one bit for every byte. */
class SackScoreboardTest {

    private static final int MSS = 10;
    private static final int LENGTH = 300;

    @Test
    void randomBlocks_answerEveryQuestionAsTheBitsDo() {
        for (long seed = 1; seed <= 300; seed++) {
            RandomStream random = new RandomStreams(seed).stream("scoreboard");
            new Model(random, seed).run();
        }
    }

    @Test
    void lostBelow_threeRangesOrMoreThanTwoSegmentsAbove_isTheirEdge() {
        SackScoreboard board = new SackScoreboard();
        board.add(SackBlocks.of(20, 21, 30, 31), 0, 100);
        assertThat(board.lostBelow(0, MSS)).isZero();
        board.add(SackBlocks.of(40, 41), 0, 100);
        assertThat(board.lostBelow(0, MSS)).isEqualTo(20);

        SackScoreboard wide = new SackScoreboard();
        wide.add(SackBlocks.of(50, 70), 0, 100);
        assertThat(wide.lostBelow(0, MSS)).as("just two segments").isZero();
        wide.add(SackBlocks.of(70, 71), 0, 100);
        assertThat(wide.lostBelow(0, MSS)).isEqualTo(50);
    }

    @Test
    void add_blocksOutsideOfWhatIsOutstanding_areIgnored() {
        SackScoreboard board = new SackScoreboard();
        assertThat(board.add(SackBlocks.of(5, 8, 90, 101, 30, 30, 40, 35), 10, 100))
                .isFalse();
        assertThat(board.isEmpty()).isTrue();
        assertThat(board.add(SackBlocks.of(30, 40), 10, 100)).isTrue();
        assertThat(board.add(SackBlocks.of(30, 40, 32, 35), 10, 100))
                .as("known")
                .isFalse();
    }

    /** Numbers begin just below the wrap-around. */
    private static final class Model {
        private final RandomStream random;
        private final long seed;
        private final int origin;
        private final SackScoreboard board = new SackScoreboard();
        private final BitSet arrived = new BitSet();
        private int una;

        Model(RandomStream random, long seed) {
            this.random = random;
            this.seed = seed;
            this.origin = seed % 2 == 0 ? -LENGTH / 2 : 1000;
        }

        void run() {
            for (int step = 0; step < 60; step++) {
                if (random.nextInt(5) == 0) {
                    una = Math.min(LENGTH, una + random.nextInt(30));
                    arrived.clear(0, una);
                    board.acknowledged(origin + una);
                } else {
                    add();
                }
                compare();
            }
        }

        private void add() {
            int left = random.nextInt(LENGTH);
            int right = left + random.nextInt(25);
            boolean valid = left < right && left >= una && right <= LENGTH;
            int before = arrived.cardinality();
            if (valid) {
                arrived.set(left, right);
            }
            boolean news = board.add(SackBlocks.of(origin + left, origin + right), origin + una, origin + LENGTH);
            assertThat(news).as("news, seed %d", seed).isEqualTo(arrived.cardinality() != before);
        }

        private void compare() {
            int from = una + random.nextInt(LENGTH - una + 1);
            int to = from + random.nextInt(LENGTH - from + 1);
            assertThat(board.missing(origin + from, origin + to))
                    .as("missing from %d to %d, seed %d", from, to, seed)
                    .isEqualTo(to - from - arrived.get(from, to).cardinality());
            assertThat(board.skip(origin + from))
                    .as("skip %d, seed %d", from, seed)
                    .isEqualTo(origin + arrived.nextClearBit(from));
            if (!arrived.get(from)) {
                int next = arrived.nextSetBit(from);
                assertThat(board.nextArrived(origin + from, origin + LENGTH))
                        .as("next from %d, seed %d", from, seed)
                        .isEqualTo(origin + (next < 0 ? LENGTH : next));
            }
            assertThat(board.highest(origin + una)).isEqualTo(origin + Math.max(una, arrived.length()));
            // What lies before the first missing byte is no question of loss.
            int edge = board.lostBelow(origin + una, MSS) - origin;
            assertThat(arrived.nextClearBit(una) < edge ? edge : una)
                    .as("lost below, seed %d", seed)
                    .isEqualTo(lostBelow());
        }

        /** IsLost of RFC 6675 for every byte that is missing, from above. */
        private int lostBelow() {
            for (int at = LENGTH - 1; at >= una; at--) {
                if (!arrived.get(at) && isLost(at)) {
                    return arrived.nextSetBit(at);
                }
            }
            return una;
        }

        private boolean isLost(int at) {
            int ranges = 0;
            for (int i = arrived.nextSetBit(at + 1); i >= 0; i = arrived.nextSetBit(arrived.nextClearBit(i))) {
                ranges++;
            }
            return ranges >= 3 || arrived.get(at + 1, LENGTH).cardinality() > 2 * MSS;
        }
    }
}
