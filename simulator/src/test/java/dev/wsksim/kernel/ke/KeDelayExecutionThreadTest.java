package dev.wsksim.kernel.ke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsksim.Configuration;
import dev.wsksim.Simulation;
import dev.wsksim.WindowsHost;
import dev.wsksim.Wsksim;
import dev.wsksim.engine.LoopOutcome;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.SimulatedBugCheck;
import dev.wsksim.net.host.HostAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** KeDelayExecutionThread, and how code that blocks stands still. */
class KeDelayExecutionThreadTest {

    private final Simulation simulation = Wsksim.simulation(Configuration.DEFAULT);
    private final SimulationLoop loop = simulation.loop();
    private final WindowsHost host = simulation.addWindowsHost(
            simulation.host("client", HostAddress.parse("192.0.2.10").orElseThrow()));

    @Test
    void delay_lastsExactlyItsInterval() {
        assertThat(host.waits().keDelayExecutionThread(2_500)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(loop.nowNanos()).isEqualTo(2_500);
        assertThat(loop.waiting()).isEmpty();
    }

    @Test
    void delayOfZero_letsWhatIsDueGoFirst() {
        List<String> log = new ArrayList<>();
        loop.schedule(0, () -> log.add("due"));
        host.waits().keDelayExecutionThread(0);
        log.add("goes on");

        assertThat(log).containsExactly("due", "goes on");
        assertThat(loop.nowNanos()).isZero();
    }

    @Test
    void delayAboveApcLevel_isABugCheck() {
        host.processor().keRaiseIrql(Irql.DISPATCH_LEVEL);
        assertThatThrownBy(() -> host.waits().keDelayExecutionThread(0))
                .isInstanceOf(SimulatedBugCheck.class)
                .hasMessageContaining("KeDelayExecutionThread");
    }

    @Test
    void negativeDelay_isRefused() {
        assertThatThrownBy(() -> host.waits().keDelayExecutionThread(-1)).hasMessageContaining("-1ns");
    }

    @Test
    void anotherStandstill_isAskedInIdleContext_andThreadAndIrqlComeBack() {
        List<String> log = new ArrayList<>();
        host.processor().setStandstill((asked, over) -> {
            log.add(host.processor().currentThread().name() + " at "
                    + host.processor().currentIrql());
            return asked.runUntil(over);
        });
        host.processor().keRaiseIrql(Irql.APC_LEVEL);
        host.waits().keDelayExecutionThread(1);

        assertThat(log).containsExactly("System at PASSIVE_LEVEL");
        assertThat(host.processor().currentIrql()).isEqualTo(Irql.APC_LEVEL);
    }

    @Test
    void nextAt_looksWithoutFiring_andAfterEventRunsAfterEach() {
        List<String> log = new ArrayList<>();
        loop.schedule(10, () -> log.add("event"));
        assertThat(loop.nextAt().orElseThrow()).hasToString("10ns");
        assertThat(log).isEmpty();
        loop.setAfterEvent(() -> log.add("after at " + loop.now()));
        assertThat(loop.run()).isEqualTo(LoopOutcome.DRAINED);
        loop.setAfterEvent(null);
        loop.schedule(1, () -> {});
        loop.run();

        assertThat(log).containsExactly("event", "after at 10ns");
        assertThat(loop.nextAt()).isEmpty();
    }
}
