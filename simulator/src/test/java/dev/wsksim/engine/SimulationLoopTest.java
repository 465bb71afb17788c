package dev.wsksim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationLoopTest {

    private final SimulationLoop loop = new SimulationLoop(Limits.DEFAULT);
    private final List<String> happened = new ArrayList<>();

    @Test
    void newLoop_isAtZeroWithNothingPending() {
        assertThat(loop.now()).isEqualTo(SimTime.START);
        assertThat(loop.cause()).isZero();
        assertThat(loop.pendingEvents()).isZero();
        assertThat(loop.firedEvents()).isZero();
        assertThat(loop.run()).isEqualTo(LoopOutcome.DRAINED);
    }

    @Test
    void run_firesByTimeThenByOrderOfScheduling() {
        loop.schedule(20, log("c"));
        loop.schedule(10, log("a"));
        loop.schedule(20, log("d"));
        loop.scheduleAt(10, log("b"));
        assertThat(loop.run()).isEqualTo(LoopOutcome.DRAINED);
        assertThat(happened).containsExactly("a@10", "b@10", "c@20", "d@20");
        assertThat(loop.firedEvents()).isEqualTo(4);
    }

    @Test
    void schedule_zeroDelay_firesAfterWhatRunsNowAndWhatWasScheduledBefore() {
        loop.schedule(5, () -> {
            loop.schedule(0, log("inner"));
            log("outer").fire();
        });
        loop.schedule(5, log("second"));
        loop.run();
        assertThat(happened).containsExactly("outer@5", "second@5", "inner@5");
    }

    @Test
    void schedule_negativeDelay_isRefused() {
        assertThatThrownBy(() -> loop.schedule(-1, log("x"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void scheduleAt_past_isRefused() {
        loop.runUntil(10);
        assertThatThrownBy(() -> loop.scheduleAt(9, log("x"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void schedule_delayBeyondTheEndOfTime_staysAtTheEndOfTime() {
        SimulationLoop endless = new SimulationLoop(Limits.NONE);
        endless.runUntil(100);
        endless.schedule(Long.MAX_VALUE, () -> happened.add("end"));
        assertThat(endless.run()).isEqualTo(LoopOutcome.DRAINED);
        assertThat(endless.nowNanos()).isEqualTo(Long.MAX_VALUE);
        assertThat(happened).containsExactly("end");
    }

    @Test
    void cancel_pendingEvent_neverFires() {
        long handle = loop.schedule(10, log("cancelled"));
        loop.schedule(10, log("kept"));
        assertThat(loop.isPending(handle)).isTrue();
        assertThat(loop.cancel(handle)).isTrue();
        assertThat(loop.isPending(handle)).isFalse();
        assertThat(loop.pendingEvents()).isEqualTo(1);
        loop.run();
        assertThat(happened).containsExactly("kept@10");
        assertThat(loop.cancel(handle)).isFalse();
    }

    @Test
    void cancel_byAnEventOfTheSameInstant_takesEffect() {
        long[] handle = new long[1];
        loop.schedule(10, () -> loop.cancel(handle[0]));
        handle[0] = loop.schedule(10, log("cancelled"));
        loop.run();
        assertThat(happened).isEmpty();
    }

    @Test
    void fire_ofARunningEvent_isNoLongerPending() {
        long[] handle = new long[1];
        handle[0] = loop.schedule(1, () -> {
            assertThat(loop.isPending(handle[0])).isFalse();
            assertThat(loop.cancel(handle[0])).isFalse();
            happened.add("ran");
        });
        loop.run();
        assertThat(happened).containsExactly("ran");
    }

    @Test
    void step_firesOneEventAtATime() {
        loop.schedule(1, log("a"));
        loop.schedule(1, log("b"));
        assertThat(loop.step()).isTrue();
        assertThat(happened).containsExactly("a@1");
        assertThat(loop.step()).isTrue();
        assertThat(loop.step()).isFalse();
        assertThat(happened).containsExactly("a@1", "b@1");
    }

    @Test
    void runUntilInstant_firesEventsAtTheInstantAndLeavesLaterOnes() {
        loop.schedule(10, log("at"));
        loop.schedule(11, log("after"));
        assertThat(loop.runUntil(10)).isEqualTo(LoopOutcome.REACHED);
        assertThat(happened).containsExactly("at@10");
        assertThat(loop.pendingEvents()).isEqualTo(1);
    }

    @Test
    void runUntilInstant_withNothingPending_movesTheClock() {
        assertThat(loop.runUntil(1_000)).isEqualTo(LoopOutcome.REACHED);
        assertThat(loop.nowNanos()).isEqualTo(1_000);
        loop.schedule(5, log("later"));
        loop.run();
        assertThat(happened).containsExactly("later@1005");
    }

    @Test
    void runUntilInstant_past_changesNothing() {
        loop.runUntil(1_000);
        loop.schedule(0, log("now"));
        assertThat(loop.runUntil(500)).isEqualTo(LoopOutcome.REACHED);
        assertThat(loop.nowNanos()).isEqualTo(1_000);
        assertThat(happened).isEmpty();
    }

    @Test
    void runUntilCondition_isAskedBeforeTheFirstEvent() {
        loop.schedule(1, log("never"));
        assertThat(loop.runUntil(() -> true)).isEqualTo(LoopOutcome.REACHED);
        assertThat(happened).isEmpty();
    }

    @Test
    void runUntilCondition_comesBackRightAfterTheEventThatMakesItTrue() {
        loop.schedule(1, log("a"));
        loop.schedule(1, log("b"));
        loop.schedule(2, log("c"));
        assertThat(loop.runUntil(() -> happened.size() == 2)).isEqualTo(LoopOutcome.REACHED);
        assertThat(happened).containsExactly("a@1", "b@1");
        assertThat(loop.nowNanos()).isEqualTo(1);
    }

    @Test
    void runUntilConditionOrInstant_conditionNeverHolds_clockStandsAtTheInstant() {
        loop.schedule(10, log("a"));
        loop.schedule(30, log("later"));
        loop.runUntil(() -> false, 20);
        assertThat(loop.nowNanos()).isEqualTo(20);
        assertThat(happened).containsExactly("a@10");
        assertThat(loop.pendingEvents()).isEqualTo(1);
    }

    @Test
    void runUntilConditionOrInstant_conditionHoldsFirst_clockStandsThere() {
        loop.schedule(10, log("a"));
        assertThat(loop.runUntil(() -> !happened.isEmpty(), 20)).isEqualTo(LoopOutcome.REACHED);
        assertThat(loop.nowNanos()).isEqualTo(10);
    }

    @Test
    void runUntil_insideAnEvent_letsTheRestOfTheWorldGoOn() {
        loop.schedule(10, () -> {
            happened.add("blocks");
            LoopOutcome outcome = loop.runUntil(() -> happened.contains("wakes@30"));
            happened.add(outcome + "@" + loop.nowNanos());
            loop.schedule(0, log("goes on"));
        });
        loop.schedule(20, log("other"));
        loop.schedule(30, log("wakes"));
        loop.schedule(30, log("last"));
        loop.run();
        assertThat(happened).containsExactly("blocks", "other@20", "wakes@30", "REACHED@30", "last@30", "goes on@30");
    }

    @Test
    void runUntil_nestedTwice_unwindsInOrder() {
        loop.schedule(1, () -> {
            loop.runUntil(() -> happened.contains("b"));
            happened.add("outer");
        });
        loop.schedule(2, () -> {
            loop.runUntil(() -> happened.contains("a"));
            happened.add("inner");
        });
        loop.schedule(3, () -> happened.add("b"));
        loop.schedule(4, () -> happened.add("a"));
        loop.run();
        assertThat(happened).containsExactly("b", "a", "inner", "outer");
    }

    @Test
    void stop_comesBackAfterTheRunningEvent() {
        loop.schedule(1, () -> {
            loop.stop();
            log("a").fire();
        });
        loop.schedule(1, log("b"));
        assertThat(loop.run()).isEqualTo(LoopOutcome.STOPPED);
        assertThat(happened).containsExactly("a@1");
        assertThat(loop.run()).isEqualTo(LoopOutcome.DRAINED);
        assertThat(happened).containsExactly("a@1", "b@1");
    }

    @Test
    void stop_insideARunUntilInstant_doesNotMoveTheClockOn() {
        loop.schedule(5, loop::stop);
        assertThat(loop.runUntil(100)).isEqualTo(LoopOutcome.STOPPED);
        assertThat(loop.nowNanos()).isEqualTo(5);
    }

    @Test
    void stop_beforeANestedRun_stopsTheOuterRunOnly() {
        loop.schedule(1, () -> {
            loop.stop();
            loop.runUntil(() -> happened.contains("woken@2"));
            happened.add("unblocked");
        });
        loop.schedule(2, log("woken"));
        loop.schedule(3, log("not yet"));
        assertThat(loop.run()).isEqualTo(LoopOutcome.STOPPED);
        assertThat(happened).containsExactly("woken@2", "unblocked");
    }

    @Test
    void stop_insideANestedRun_stopsBoth() {
        loop.schedule(1, () -> happened.add(loop.runUntil(() -> false).toString()));
        loop.schedule(2, loop::stop);
        loop.schedule(3, log("not yet"));
        assertThat(loop.run()).isEqualTo(LoopOutcome.STOPPED);
        assertThat(happened).containsExactly("STOPPED");
    }

    @Test
    void run_nothingPendingButSomebodyWaits_isAStall() {
        Waiting waiter = () -> "the driver waits for IRP 1";
        loop.addWaiting(waiter);
        loop.schedule(1, log("a"));
        assertThat(loop.run()).isEqualTo(LoopOutcome.STALLED);
        assertThat(loop.waiting()).containsExactly(waiter);
        loop.removeWaiting(waiter);
        assertThat(loop.run()).isEqualTo(LoopOutcome.DRAINED);
        assertThat(loop.waiting()).isEmpty();
    }

    @Test
    void event_inheritsTheCauseThatWasCurrentWhenItWasScheduled() {
        List<Long> causes = new ArrayList<>();
        loop.setCause(7);
        loop.schedule(10, () -> causes.add(loop.cause()));
        loop.setCause(8);
        loop.schedule(5, () -> {
            causes.add(loop.cause());
            loop.setCause(9);
            loop.schedule(20, () -> causes.add(loop.cause()));
        });
        loop.setCause(0);
        loop.run();
        assertThat(causes).containsExactly(8L, 7L, 9L);
    }

    private Event log(String what) {
        return () -> happened.add(what + "@" + loop.nowNanos());
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 129, 300, 5_000})
    void run_manyFarEventsOfOneInstantAllCancelled_endsWithoutFiringThem(int count) {
        SimulationLoop loop = new SimulationLoop(Limits.DEFAULT);
        long[] handles = new long[count];
        for (int i = 0; i < count; i++) {
            handles[i] = loop.scheduleAt(1_000_000_000L, () -> {
                throw new AssertionError("cancelled");
            });
        }
        for (long handle : handles) {
            loop.scheduleAt(1_000_000L, () -> loop.cancel(handle));
        }

        assertThat(loop.run()).isEqualTo(LoopOutcome.DRAINED);
        assertThat(loop.firedEvents()).isEqualTo(count);
        assertThat(loop.pendingEvents()).isZero();
        assertThat(loop.nowNanos()).isEqualTo(1_000_000L);
    }

    @Test
    void lookAt_anInstant_isBetweenItsEventsAndLaterOnes() {
        List<String> seen = new ArrayList<>();
        SimulationLoop watched = new SimulationLoop(Limits.DEFAULT);
        for (long time : new long[] {5, 10, 10, 20}) {
            watched.schedule(time, () -> seen.add("event at " + watched.nowNanos()));
        }
        watched.lookAt(30, () -> seen.add("never told"));
        watched.lookAt(15, () -> seen.add("look at 15"));
        watched.lookAt(10, () -> seen.add("look at 10"));
        watched.lookAt(10, () -> seen.add("look again"));
        watched.run();

        assertThat(seen)
                .containsExactly(
                        "event at 5",
                        "event at 10",
                        "event at 10",
                        "look at 10",
                        "look again",
                        "look at 15",
                        "event at 20");
    }

    @Test
    void lookAt_anInstantInsideANestedRun_isInTime() {
        List<String> seen = new ArrayList<>();
        SimulationLoop watched = new SimulationLoop(Limits.DEFAULT);
        watched.schedule(1, () -> watched.runUntil(10));
        watched.schedule(5, () -> seen.add("event at " + watched.nowNanos()));
        watched.schedule(7, () -> seen.add("event at " + watched.nowNanos()));
        watched.lookAt(6, () -> seen.add("look"));
        watched.run();

        assertThat(seen).containsExactly("event at 5", "look", "event at 7");
    }

    @Test
    void isRunning_onlyInsideAnEvent() {
        SimulationLoop loop = new SimulationLoop(Limits.DEFAULT);
        List<Boolean> seen = new ArrayList<>();
        loop.schedule(1, () -> {
            loop.schedule(1, () -> seen.add(loop.isRunning()));
            loop.runUntil(2);
            seen.add(loop.isRunning());
        });
        loop.schedule(3, () -> {
            throw new IllegalStateException("an event that fails");
        });

        seen.add(loop.isRunning());
        assertThatThrownBy(loop::run).hasMessage("an event that fails");
        seen.add(loop.isRunning());

        assertThat(seen).containsExactly(false, true, true, false);
    }

    @Test
    void whenIdle_isTriedWhereNothingIsPending_andTheRunGoesOnWhileItDoesSomething() {
        SimulationLoop loop = new SimulationLoop(Limits.DEFAULT);
        List<String> seen = new ArrayList<>();
        loop.schedule(5, () -> seen.add("event"));
        loop.setWhenIdle(() -> {
            seen.add("idle at " + loop.now() + (loop.isRunning() ? "" : ", outside"));
            if (seen.size() < 4) {
                loop.schedule(1, () -> seen.add("more"));
                return true;
            }
            return false;
        });

        assertThat(loop.runUntil(3)).isEqualTo(LoopOutcome.REACHED);
        assertThat(seen).as("an event is pending, though later").isEmpty();
        assertThat(loop.run()).isEqualTo(LoopOutcome.DRAINED);
        assertThat(seen).containsExactly("event", "idle at 5ns", "more", "idle at 6ns");
    }
}
