package dev.wsksim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Events that schedule, cancel and run the loop from inside, at random: whatever fires must be the first of a sorted
 * set of what is pending.
 */
class SimulationLoopModelTest {

    private static final long SEED = 77_001;

    private final TreeSet<Scheduled> pending =
            new TreeSet<>(Comparator.comparingLong(Scheduled::time).thenComparingLong(Scheduled::sequence));
    private final List<Scheduled> all = new ArrayList<>();
    private SimulationLoop loop = new SimulationLoop(Limits.NONE);
    private Random random = new Random(SEED);
    private int depth;
    private int budget;

    @Test
    void randomReentrantHistories_fireInOrder() {
        System.out.println("SimulationLoopModelTest, seeds from " + SEED);
        for (int history = 0; history < 2_000; history++) {
            pending.clear();
            all.clear();
            loop = new SimulationLoop(Limits.NONE);
            random = new Random(SEED + history);
            budget = 20 + random.nextInt(600);
            schedule();
            schedule();
            assertThat(loop.run()).as("seed %d", SEED + history).isEqualTo(LoopOutcome.DRAINED);
            assertThat(pending).isEmpty();
            assertThat(loop.pendingEvents()).isZero();
            assertThat(loop.firedEvents())
                    .isEqualTo(all.stream().filter(event -> event.fired).count());
        }
    }

    private void schedule() {
        if (budget-- > 0) {
            long delay = random.nextInt(4) == 0 ? 0 : random.nextInt(1 << random.nextInt(31));
            long cause = random.nextInt(1_000);
            loop.setCause(cause);
            Scheduled event = new Scheduled(loop.nowNanos() + delay, all.size(), cause);
            if (delay == 0 && random.nextBoolean()) {
                loop.post(event);
            } else {
                event.handle = loop.schedule(delay, event);
            }
            pending.add(event);
            all.add(event);
        }
    }

    private void act() {
        for (int i = random.nextInt(4); i > 0; i--) {
            schedule();
        }
        if (random.nextInt(3) == 0) {
            Scheduled victim = all.get(random.nextInt(all.size()));
            boolean posted = victim.handle == SimulationLoop.NO_HANDLE;
            assertThat(loop.cancel(victim.handle)).isEqualTo(!posted && pending.remove(victim));
        }
        if (depth < 5 && random.nextInt(6) == 0) {
            runNested();
        }
        assertThat(loop.pendingEvents()).isEqualTo(pending.size());
    }

    private void runNested() {
        depth++;
        if (random.nextBoolean()) {
            long enough = loop.firedEvents() + random.nextInt(5);
            loop.runUntil(() -> loop.firedEvents() >= enough);
        } else {
            long instant = loop.nowNanos() + random.nextInt(10_000);
            assertThat(loop.runUntil(instant)).isEqualTo(LoopOutcome.REACHED);
            assertThat(loop.nowNanos()).isGreaterThanOrEqualTo(instant);
            assertThat(pending.isEmpty() || pending.first().time() > instant).isTrue();
        }
        depth--;
    }

    private final class Scheduled implements Event {

        private final long time;
        private final long sequence;
        private final long cause;
        private long handle = SimulationLoop.NO_HANDLE;
        private boolean fired;

        Scheduled(long time, long sequence, long cause) {
            this.time = time;
            this.sequence = sequence;
            this.cause = cause;
        }

        long time() {
            return time;
        }

        long sequence() {
            return sequence;
        }

        @Override
        public void fire() {
            assertThat(pending.pollFirst()).isSameAs(this);
            assertThat(loop.nowNanos()).isEqualTo(time);
            assertThat(loop.cause()).isEqualTo(cause);
            fired = true;
            act();
        }
    }
}
