package dev.wsksim.kernel.ke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wsksim.kernel.BugCheck;
import dev.wsksim.kernel.SimulatedBugCheck;
import dev.wsksim.kernel.ps.EThread;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KEventTest {

    private final SimulatedMachine machine = new SimulatedMachine();
    private final List<String> wentOn = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(EventType.class)
    void state_withoutWaiters_isSetReadAndReset(EventType type) {
        KEvent event = machine.event("e", type);
        assertThat(event.keReadStateEvent()).isFalse();
        assertThat(event.keSetEvent()).isFalse();
        assertThat(event.keSetEvent()).isTrue();
        assertThat(event.keReadStateEvent()).isTrue();
        assertThat(event.keResetEvent()).isTrue();
        assertThat(event.keResetEvent()).isFalse();
        event.keSetEvent();
        event.keClearEvent();
        assertThat(event.keReadStateEvent()).isFalse();
    }

    @Test
    void initialState_isAsGiven() {
        assertThat(new KEvent(machine.waits, "e", EventType.NotificationEvent, true).keReadStateEvent())
                .isTrue();
    }

    /** In the order in which they began to wait: an assumption, OQ-92. */
    @Test
    void keSetEvent_notification_releasesAllInOrderAndStaysSignalled() {
        KEvent event = machine.event("all", EventType.NotificationEvent);
        waitOn(event, "a", "b", "c");
        assertThat(event.keSetEvent()).isFalse();
        assertThat(wentOn).as("nothing goes on inside KeSetEvent").isEmpty();
        machine.loop.run();
        assertThat(wentOn).containsExactly("a", "b", "c");
        assertThat(event.keReadStateEvent()).isTrue();
        assertThat(machine.story("event-set"))
                .containsExactly("KeSetEvent: NotificationEvent 'all' is set, 3 threads go on");
    }

    /** The first is the one that began to wait first: an assumption, OQ-92. */
    @Test
    void keSetEvent_synchronization_releasesTheFirstOnlyAndIsNotSignalled() {
        KEvent event = machine.event("one", EventType.SynchronizationEvent);
        waitOn(event, "a", "b", "c");
        event.keSetEvent();
        assertThat(event.keReadStateEvent()).isFalse();
        machine.loop.run();
        assertThat(wentOn).containsExactly("a");
        assertThat(event.keSetEvent()).isFalse();
        assertThat(event.keSetEvent()).isFalse();
        machine.loop.run();
        assertThat(wentOn).containsExactly("a", "b", "c");
        event.keSetEvent();
        assertThat(event.keReadStateEvent())
                .as("with nobody waiting it stays signalled")
                .isTrue();
    }

    @Test
    void keResetEvent_afterSet_doesNotCallReleasedThreadsBack() {
        KEvent event = machine.event("pulse", EventType.NotificationEvent);
        waitOn(event, "a");
        event.keSetEvent();
        event.keResetEvent();
        machine.loop.run();
        assertThat(wentOn).containsExactly("a");
    }

    @Test
    void routines_aboveDispatchLevel_areBugChecksWithTheirPage() {
        KEvent event = machine.event("e", EventType.NotificationEvent);
        machine.processor.keRaiseIrql(Irql.DISPATCH_LEVEL);
        event.keSetEvent();
        machine.processor.keRaiseIrql(Irql.of(3));
        assertThat(stop(event::keSetEvent).page()).isEqualTo("nf-wdm-kesetevent");
        assertThat(stop(event::keResetEvent).page()).isEqualTo("nf-wdm-keresetevent");
        assertThat(stop(event::keClearEvent).page()).isEqualTo("nf-wdm-keclearevent");
        assertThat(stop(event::keReadStateEvent).page()).isEqualTo("nf-wdm-kereadstateevent");
    }

    private static SimulatedBugCheck stop(Runnable call) {
        SimulatedBugCheck stop = catchThrowableOfType(SimulatedBugCheck.class, call::run);
        assertThat(stop.code()).isEqualTo(BugCheck.IRQL_NOT_LESS_OR_EQUAL);
        return stop;
    }

    private void waitOn(KEvent event, String... names) {
        for (String name : names) {
            EThread thread = machine.processes.createThread(machine.processes.systemProcess(), name);
            machine.waits.waitForSingleObject(thread, event, KernelWaits.NO_TIMEOUT, status -> wentOn.add(name));
        }
    }
}
