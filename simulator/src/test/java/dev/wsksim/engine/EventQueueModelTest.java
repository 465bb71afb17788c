package dev.wsksim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Compares the queue, over thousands of random histories, with a sorted set that keeps the same events. */
class EventQueueModelTest {

    private static final long SEED = 20_240_611;

    /** How far ahead events are inserted: each kind leads through other parts of the queue. */
    enum Delays {
        /** Many ties. */
        FEW_VALUES {
            @Override
            long draw(Random random) {
                return random.nextInt(3);
            }
        },
        /** One time scale. */
        EXPONENTIAL {
            @Override
            long draw(Random random) {
                return (long) (-Math.log(1 - random.nextDouble()) * 1e6);
            }
        },
        /** From nanoseconds to centuries. */
        ALL_SCALES {
            @Override
            long draw(Random random) {
                return random.nextLong() >>> (1 + random.nextInt(63));
            }
        },
        /** What a network does: zero delays, links of 1 ms, timers of seconds, exactly. */
        NETWORK {
            private final long[] values = {
                0, 0, 1_000_000, 1_000_000, 12_000, 1_000_000_000, 2_000_000_000, 7_200_000_000_000L
            };

            @Override
            long draw(Random random) {
                return values[random.nextInt(values.length)];
            }
        };

        abstract long draw(Random random);
    }

    /** One pending event of the model. */
    private record Expected(long time, long sequence, long cause, Event event, long handle) {}

    private final TreeSet<Expected> model =
            new TreeSet<>(Comparator.comparingLong(Expected::time).thenComparingLong(Expected::sequence));
    private final List<Expected> everInserted = new ArrayList<>();
    private EventQueue queue = new EventQueue();
    private Random random = new Random(SEED);
    private Delays delays = Delays.FEW_VALUES;
    private long now;

    @ParameterizedTest
    @EnumSource(Delays.class)
    void anyHistory_behavesLikeASortedSet(Delays kind) {
        for (int history = 0; history < 1_500; history++) {
            begin(kind, SEED + history);
            try {
                oneHistory(history % 100 == 0 ? 6_000 : 250);
            } catch (AssertionError e) {
                throw new AssertionError("seed " + (SEED + history) + ": " + e.getMessage(), e);
            }
        }
    }

    private void oneHistory(int maxSteps) {
        int steps = 1 + random.nextInt(maxSteps);
        int insertsOfTen = 3 + random.nextInt(5);
        for (int step = 0; step < steps; step++) {
            if (random.nextInt(10) < insertsOfTen) {
                insert();
            } else if (random.nextBoolean()) {
                cancelAnything();
            } else {
                removeEarliest();
            }
            assertThat(queue.size()).isEqualTo(model.size());
        }
        drain();
    }

    @ParameterizedTest
    @EnumSource(Delays.class)
    void growthAndHoldAndMassCancel_behavesLikeASortedSet(Delays kind) {
        begin(kind, SEED);
        for (int i = 0; i < 40_000; i++) {
            insert();
        }
        for (int i = 0; i < 60_000; i++) {
            removeEarliest();
            insert();
        }
        for (Expected entry : everInserted) {
            if (random.nextInt(20) != 0) {
                cancel(entry);
            }
        }
        for (int i = 0; i < 5_000; i++) {
            removeEarliest();
            insert();
            insert();
        }
        drain();
    }

    @ParameterizedTest
    @EnumSource(Delays.class)
    void timersThatAreCancelled_doNotDisturbTheRest(Delays kind) {
        begin(kind, SEED);
        List<Expected> armed = new ArrayList<>();
        for (int i = 0; i < 40_000; i++) {
            armed.add(insertAt(now + 1_000_000_000));
            insert();
            removeEarliest();
            if (armed.size() > 300) {
                cancel(armed.remove(0));
            }
        }
        drain();
    }

    @Test
    void burstsBeforeTheEarliestEvent_comeFirst() {
        begin(Delays.EXPONENTIAL, SEED);
        for (int round = 0; round < 60; round++) {
            insertMany(2_000, 1_000_000_000, 3_000_000_000L);
            checkEarliestTime();
            insertMany(700, 0, 1_000_000);
            insertMany(500, 0, 3_000_000_000L);
            drain();
        }
    }

    private void insertMany(int count, long leastDelay, long mostDelay) {
        for (int i = 0; i < count; i++) {
            insertAt(now + leastDelay + (long) (random.nextDouble() * (mostDelay - leastDelay)));
        }
    }

    @ParameterizedTest
    @EnumSource(Delays.class)
    void insertionsAtAnyTime_evenThePast_areOrdered(Delays kind) {
        begin(kind, SEED);
        for (int i = 0; i < 30_000; i++) {
            long delay = delays.draw(random);
            insertAt(random.nextBoolean() ? delay : Math.max(0, now - delay));
            if (random.nextInt(3) > 0) {
                checkEarliestTime();
            }
            if (random.nextInt(3) == 0) {
                removeEarliest();
            }
        }
        drain();
    }

    private void begin(Delays kind, long seed) {
        if (seed == SEED) {
            System.out.println("EventQueueModelTest, delays " + kind + ", seeds from " + seed);
        }
        delays = kind;
        random = new Random(seed);
        queue = new EventQueue();
        model.clear();
        everInserted.clear();
        now = 0;
    }

    private void insert() {
        long time = now + delays.draw(random);
        insertAt(time < 0 ? Long.MAX_VALUE : time);
    }

    private Expected insertAt(long time) {
        Object self = new Object();
        Event event = self::hashCode;
        long cause = random.nextInt(1_000);
        long handle = queue.insert(time, cause, event);
        Expected entry = new Expected(time, everInserted.size(), cause, event, handle);
        assertThat(queue.isPending(handle)).isTrue();
        model.add(entry);
        everInserted.add(entry);
        return entry;
    }

    private void cancelAnything() {
        if (!everInserted.isEmpty()) {
            cancel(everInserted.get(random.nextInt(everInserted.size())));
        }
    }

    private void cancel(Expected entry) {
        boolean pending = model.remove(entry);
        assertThat(queue.isPending(entry.handle())).isEqualTo(pending);
        assertThat(queue.cancel(entry.handle())).isEqualTo(pending);
        assertThat(queue.isPending(entry.handle())).isFalse();
    }

    private void removeEarliest() {
        if (random.nextBoolean()) {
            checkEarliestTime();
        }
        Expected first = model.pollFirst();
        if (first == null) {
            assertThat(queue.isEmpty()).isTrue();
            assertThat(queue.removeEarliest()).isNull();
            return;
        }
        assertThat(queue.removeEarliest()).isSameAs(first.event());
        assertThat(queue.removedTime()).isEqualTo(first.time());
        assertThat(queue.removedSequence()).isEqualTo(first.sequence());
        assertThat(queue.removedCause()).isEqualTo(first.cause());
        now = first.time();
    }

    private void checkEarliestTime() {
        assertThat(queue.earliestTime())
                .isEqualTo(model.isEmpty() ? Long.MAX_VALUE : model.first().time());
    }

    private void drain() {
        while (!model.isEmpty()) {
            removeEarliest();
        }
        removeEarliest();
    }
}
