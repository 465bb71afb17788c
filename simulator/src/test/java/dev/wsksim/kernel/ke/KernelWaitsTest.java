package dev.wsksim.kernel.ke;

import static dev.wsksim.kernel.ke.SimulatedMachine.MS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wsksim.engine.LoopOutcome;
import dev.wsksim.engine.Waiting;
import dev.wsksim.kernel.BugCheck;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.SimulatedBugCheck;
import dev.wsksim.kernel.ps.EThread;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KernelWaitsTest {

    private final SimulatedMachine machine = new SimulatedMachine();
    private final KernelWaits waits = machine.waits;
    private final KEvent event = machine.event("connected", EventType.SynchronizationEvent);
    private final EThread thread = machine.processes.createThread(machine.processes.systemProcess(), "driver");
    private final List<String> ended = new ArrayList<>();

    @Test
    void wait_eventIsSetLater_goesOnAtThatInstantInItsThreadAtItsIrql() {
        Irql old = machine.processor.keRaiseIrql(Irql.APC_LEVEL);
        begin(KernelWaits.NO_TIMEOUT);
        machine.processor.keLowerIrql(old);
        machine.loop.schedule(7 * MS, event::keSetEvent);
        assertThat(machine.loop.run()).isEqualTo(LoopOutcome.DRAINED);
        assertThat(ended).containsExactly("STATUS_SUCCESS at 7000000 in driver, APC_LEVEL");
        assertThat(machine.loop.waiting()).isEmpty();
    }

    @Test
    void wait_timeRunsOut_goesOnAtTheExactInstant() {
        begin(12_345_678);
        machine.loop.run();
        assertThat(ended).containsExactly("STATUS_TIMEOUT at 12345678 in driver, PASSIVE_LEVEL");
        event.keSetEvent();
        machine.loop.run();
        assertThat(ended).as("a wait ends once").hasSize(1);
        assertThat(event.keReadStateEvent())
                .as("the wait that timed out takes nothing")
                .isTrue();
    }

    @Test
    void wait_eventIsSetInTime_cancelsTheTimeout() {
        begin(10 * MS);
        machine.loop.schedule(10 * MS - 1, event::keSetEvent);
        machine.loop.run();
        assertThat(ended).containsExactly("STATUS_SUCCESS at 9999999 in driver, PASSIVE_LEVEL");
        assertThat(machine.loop.nowNanos()).isEqualTo(10 * MS - 1);
    }

    @Test
    void wait_setAndTimeoutAtOneInstant_theOneScheduledFirstWins() {
        begin(10 * MS);
        machine.loop.schedule(10 * MS, event::keSetEvent);
        machine.loop.run();
        assertThat(ended).containsExactly("STATUS_TIMEOUT at 10000000 in driver, PASSIVE_LEVEL");

        event.keResetEvent();
        machine.loop.schedule(10 * MS, event::keSetEvent);
        begin(10 * MS);
        machine.loop.run();
        assertThat(ended).element(1).isEqualTo("STATUS_SUCCESS at 20000000 in driver, PASSIVE_LEVEL");
    }

    @Test
    void wait_signalledAlready_goesOnInsideTheCall() {
        event.keSetEvent();
        begin(KernelWaits.NO_TIMEOUT);
        assertThat(ended).containsExactly("STATUS_SUCCESS at 0 in System, PASSIVE_LEVEL");
        assertThat(event.keReadStateEvent())
                .as("a synchronization event is used up")
                .isFalse();
        assertThat(machine.loop.pendingEvents()).isZero();
    }

    @Test
    void poll_notSignalled_isATimeoutAtOnceEvenAtDispatchLevel() {
        machine.processor.keRaiseIrql(Irql.DISPATCH_LEVEL);
        begin(0);
        assertThat(ended).containsExactly("STATUS_TIMEOUT at 0 in System, DISPATCH_LEVEL");
        assertThat(machine.loop.waiting()).isEmpty();
    }

    @Test
    void poll_aboveDispatchLevel_isABugCheck() {
        machine.processor.keRaiseIrql(Irql.of(3));
        SimulatedBugCheck stop = catchThrowableOfType(SimulatedBugCheck.class, () -> begin(0));
        assertThat(stop.what()).contains("time-out of zero").contains("IRQL <= DISPATCH_LEVEL");
    }

    @Test
    void wait_atDispatchLevel_isABugCheckEvenIfTheEventIsSignalled() {
        event.keSetEvent();
        machine.processor.keRaiseIrql(Irql.DISPATCH_LEVEL);
        for (long timeout : new long[] {1, KernelWaits.NO_TIMEOUT}) {
            SimulatedBugCheck stop = catchThrowableOfType(SimulatedBugCheck.class, () -> begin(timeout));
            assertThat(stop.code()).isEqualTo(BugCheck.IRQL_NOT_LESS_OR_EQUAL);
            assertThat(stop.page()).isEqualTo("nf-wdm-kewaitforsingleobject");
            assertThat(stop.what()).contains("IRQL <= APC_LEVEL");
        }
        assertThat(ended).isEmpty();
        assertThat(event.keReadStateEvent()).isTrue();
    }

    @Test
    void wait_negativeTimeout_isRefused() {
        assertThatThrownBy(() -> begin(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void stall_saysWhoWaitsForWhat() {
        begin(KernelWaits.NO_TIMEOUT);
        assertThat(machine.loop.run()).isEqualTo(LoopOutcome.STALLED);
        assertThat(machine.loop.waiting())
                .extracting(Waiting::describe)
                .containsExactly("thread driver (4.12) waits for event 'connected' since 0s, without a time-out");
    }

    @Test
    void timedOutWaiter_isSkippedByTheNextSet() {
        begin(5 * MS);
        EThread second = machine.processes.createThread(machine.processes.systemProcess(), "second");
        waits.waitForSingleObject(second, event, KernelWaits.NO_TIMEOUT, status -> ended.add("second " + status));
        machine.loop.schedule(6 * MS, event::keSetEvent);
        machine.loop.run();
        assertThat(ended)
                .containsExactly("STATUS_TIMEOUT at 5000000 in driver, PASSIVE_LEVEL", "second STATUS_SUCCESS");
    }

    @Test
    void blockingWait_runsTheSimulationUntilTheEventIsSet() {
        machine.loop.schedule(3 * MS, event::keSetEvent);
        machine.loop.schedule(4 * MS, () -> ended.add("too late"));
        assertThat(waits.keWaitForSingleObject(event, KernelWaits.NO_TIMEOUT)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(machine.loop.nowNanos()).isEqualTo(3 * MS);
        assertThat(ended).isEmpty();
        assertThat(event.keReadStateEvent()).isFalse();
    }

    @Test
    void blockingWait_timeRunsOut_returnsTimeoutAtTheExactInstant() {
        machine.loop.schedule(50 * MS, event::keSetEvent);
        assertThat(waits.keWaitForSingleObject(event, 20 * MS)).isEqualTo(NtStatus.STATUS_TIMEOUT);
        assertThat(machine.loop.nowNanos()).isEqualTo(20 * MS);
        assertThat(waits.keWaitForSingleObject(event, 40 * MS)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(machine.loop.nowNanos()).isEqualTo(50 * MS);
    }

    @Test
    void blockingWait_poll_neverRunsTheSimulation() {
        machine.loop.schedule(0, event::keSetEvent);
        assertThat(waits.keWaitForSingleObject(event, 0)).isEqualTo(NtStatus.STATUS_TIMEOUT);
        machine.loop.run();
        assertThat(waits.keWaitForSingleObject(event, 0)).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    void blockingWait_atApcLevel_idlesAtPassiveLevelMeanwhile() {
        List<Irql> seen = new ArrayList<>();
        List<EThread> threads = new ArrayList<>();
        machine.loop.schedule(MS, () -> {
            seen.add(machine.processor.currentIrql());
            threads.add(machine.processor.currentThread());
            event.keSetEvent();
        });
        machine.processor.runAt(Irql.APC_LEVEL, thread, () -> {
            waits.keWaitForSingleObject(event, KernelWaits.NO_TIMEOUT);
            seen.add(machine.processor.currentIrql());
            threads.add(machine.processor.currentThread());
        });
        assertThat(seen).containsExactly(Irql.PASSIVE_LEVEL, Irql.APC_LEVEL);
        assertThat(threads).containsExactly(machine.processes.systemThread(), thread);
    }

    @Test
    void blockingWait_insideAnEventOfAnother_endsFirst() {
        KEvent inner = machine.event("inner", EventType.NotificationEvent);
        machine.loop.schedule(MS, () -> {
            ended.add("inner " + waits.keWaitForSingleObject(inner, 10 * MS) + " at " + machine.loop.nowNanos());
        });
        machine.loop.schedule(2 * MS, event::keSetEvent);
        NtStatus outer = waits.keWaitForSingleObject(event, KernelWaits.NO_TIMEOUT);
        ended.add("outer " + outer + " at " + machine.loop.nowNanos());
        assertThat(ended).containsExactly("inner STATUS_TIMEOUT at 11000000", "outer STATUS_SUCCESS at 11000000");
    }

    @Test
    void blockingWait_nothingCanEndIt_saysWhoWaitsAndIsForgotten() {
        assertThatThrownBy(() -> waits.keWaitForSingleObject(event, KernelWaits.NO_TIMEOUT))
                .isInstanceOf(WaitAbandonedException.class)
                .hasMessage(
                        "KeWaitForSingleObject for event 'connected' cannot return, since nothing is left"
                                + " that could happen: thread System (4.8) waits for event 'connected' since 0s, without a time-out");
        assertThat(machine.loop.waiting()).isEmpty();
        event.keSetEvent();
        assertThat(event.keReadStateEvent()).as("nobody took it").isTrue();
    }

    @Test
    void blockingWait_loopIsStopped_isAbandonedWithItsTimer() {
        machine.loop.schedule(MS, machine.loop::stop);
        assertThatThrownBy(() -> waits.keWaitForSingleObject(event, 10 * MS))
                .isInstanceOf(WaitAbandonedException.class)
                .hasMessageContaining("the simulation was stopped");
        assertThat(machine.loop.run()).isEqualTo(LoopOutcome.DRAINED);
        assertThat(machine.loop.nowNanos()).isEqualTo(MS);
    }

    @Test
    void trace_tellsTheWait() {
        begin(5 * MS);
        machine.loop.run();
        event.keSetEvent();
        begin(KernelWaits.NO_TIMEOUT);
        begin(KernelWaits.NO_TIMEOUT);
        assertThat(machine.story("wait-began", "wait-ended", "event-set"))
                .containsExactly(
                        "KeWaitForSingleObject: thread driver (4.12) waits for event 'connected' at PASSIVE_LEVEL"
                                + " for at most 5ms",
                        "KeWaitForSingleObject: thread driver (4.12) goes on with STATUS_TIMEOUT after waiting 5ms for"
                                + " event 'connected'",
                        "KeSetEvent: SynchronizationEvent 'connected' is set, 0 threads go on",
                        "KeWaitForSingleObject: thread driver (4.12) goes on with STATUS_SUCCESS after waiting 0s for"
                                + " event 'connected'",
                        "KeWaitForSingleObject: thread driver (4.12) waits for event 'connected' at PASSIVE_LEVEL"
                                + " without a time-out");
    }

    @Test
    void trace_waitEndedFollowsFromTheSet() {
        begin(KernelWaits.NO_TIMEOUT);
        machine.loop.schedule(MS, event::keSetEvent);
        machine.loop.run();
        int last = machine.log.entries().size() - 1;
        assertThat(machine.log.entries().get(last).record()).isInstanceOf(WaitEnded.class);
        assertThat(machine.log.entries().get(last).cause())
                .isEqualTo(machine.log.entries().get(last - 1).number());
    }

    private void begin(long timeoutNanos) {
        waits.waitForSingleObject(
                thread,
                event,
                timeoutNanos,
                status -> ended.add(status + " at " + machine.loop.nowNanos() + " in "
                        + machine.processor.currentThread().name() + ", " + machine.processor.currentIrql()));
    }
}
