package dev.wsksim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final Limits SMALL = new Limits(100, 10, 5, SimDuration.ofMillis(1));

    private final SimulationLoop loop = new SimulationLoop(SMALL);
    private long fired;

    @Test
    void events_oneMoreThanAllowed_isNamed() {
        loop.schedule(1, new Repeating(1));
        assertLimit(loop::run, "events", "limit 'events' of 100 reached at 100ns");
        assertThat(fired).isEqualTo(100);
    }

    @Test
    void eventsAtOneInstant_zeroDelayLoop_isNamed() {
        loop.schedule(3, new Repeating(0));
        assertLimit(loop::run, "events-at-one-instant", "limit 'events-at-one-instant' of 10 reached at 3ns");
        assertThat(fired).isEqualTo(10);
    }

    @Test
    void eventsAtOneInstant_atTheBeginning_countsTheSame() {
        loop.schedule(0, new Repeating(0));
        assertLimit(loop::run, "events-at-one-instant", "limit 'events-at-one-instant' of 10 reached at 0s");
        assertThat(fired).isEqualTo(10);
    }

    @Test
    void pendingEvents_oneMoreThanAllowed_isNamed() {
        for (int i = 0; i < 5; i++) {
            loop.schedule(i, () -> {});
        }
        assertLimit(() -> loop.schedule(1, () -> {}), "pending-events", "limit 'pending-events' of 5 reached at 0s");
    }

    @Test
    void pendingEvents_cancelledOnes_doNotCount() {
        for (int i = 0; i < 1_000; i++) {
            loop.cancel(loop.schedule(i, () -> {}));
        }
        assertThat(loop.pendingEvents()).isZero();
    }

    @Test
    void virtualTime_eventAtTheLimit_fires() {
        loop.schedule(1_000_000, () -> fired++);
        assertThat(loop.run()).isEqualTo(LoopOutcome.DRAINED);
        assertThat(fired).isEqualTo(1);
    }

    @Test
    void virtualTime_eventBeyondTheLimit_isNamedAndStaysPending() {
        loop.schedule(7, () -> fired++);
        loop.schedule(1_000_001, () -> fired++);
        assertLimit(loop::run, "virtual-time", "limit 'virtual-time' of 1ms reached at 1ms");
        assertThat(fired).isEqualTo(1);
        assertThat(loop.pendingEvents()).isEqualTo(1);
    }

    @Test
    void virtualTime_runUntilBeyondTheLimit_isNamed() {
        assertLimit(() -> loop.runUntil(1_000_001), "virtual-time", "limit 'virtual-time' of 1ms reached at 1ms");
    }

    @Test
    void none_millionsOfEventsAtOneInstant_areAllowed() {
        SimulationLoop endless = new SimulationLoop(Limits.NONE);
        for (int i = 0; i < 1_200_000; i++) {
            endless.schedule(0, () -> fired++);
        }
        assertThat(endless.run()).isEqualTo(LoopOutcome.DRAINED);
        assertThat(fired).isEqualTo(1_200_000);
    }

    @Test
    void with_changesOneLimitOnly() {
        assertThat(SMALL.withEvents(3)).isEqualTo(new Limits(3, 10, 5, SimDuration.ofMillis(1)));
        assertThat(SMALL.withVirtualTime(SimDuration.ofSeconds(2)))
                .isEqualTo(new Limits(100, 10, 5, SimDuration.ofSeconds(2)));
    }

    private static void assertLimit(ThrowingCallable call, String name, String message) {
        LimitReachedException reached = catchThrowableOfType(LimitReachedException.class, call);
        assertThat(reached).hasMessage(message);
        assertThat(reached.limit()).isEqualTo(name);
    }

    private final class Repeating implements Event {

        private final long delayNanos;

        Repeating(long delayNanos) {
            this.delayNanos = delayNanos;
        }

        @Override
        public void fire() {
            fired++;
            loop.schedule(delayNanos, this);
        }
    }
}
