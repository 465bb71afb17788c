package dev.wsksim.kernel.ke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wsksim.kernel.BugCheck;
import dev.wsksim.kernel.SimulatedBugCheck;
import dev.wsksim.kernel.ps.EThread;
import org.junit.jupiter.api.Test;

class ProcessorTest {

    private final SimulatedMachine machine = new SimulatedMachine();
    private final Processor processor = machine.processor;
    private final EThread worker = machine.processes.createThread(machine.processes.systemProcess(), "worker");

    @Test
    void beginning_isPassiveLevelInTheIdleThread() {
        assertThat(processor.currentIrql()).isSameAs(Irql.PASSIVE_LEVEL);
        assertThat(processor.currentThread()).isSameAs(machine.processes.systemThread());
    }

    @Test
    void keRaiseIrql_thenKeLowerIrql_restores() {
        Irql old = processor.keRaiseIrql(Irql.DISPATCH_LEVEL);
        assertThat(old).isSameAs(Irql.PASSIVE_LEVEL);
        assertThat(processor.currentIrql()).isSameAs(Irql.DISPATCH_LEVEL);
        processor.keLowerIrql(old);
        assertThat(processor.currentIrql()).isSameAs(Irql.PASSIVE_LEVEL);
        assertThat(machine.story("irql-raised", "irql-lowered"))
                .containsExactly(
                        "KeRaiseIrql: PASSIVE_LEVEL to DISPATCH_LEVEL in thread System (4.8)",
                        "KeLowerIrql: DISPATCH_LEVEL to PASSIVE_LEVEL in thread System (4.8)");
    }

    @Test
    void keRaiseIrql_toTheSameLevel_isAllowed() {
        processor.keRaiseIrql(Irql.DISPATCH_LEVEL);
        assertThat(processor.keRaiseIrql(Irql.DISPATCH_LEVEL)).isSameAs(Irql.DISPATCH_LEVEL);
        processor.keLowerIrql(Irql.DISPATCH_LEVEL);
        assertThat(processor.currentIrql()).isSameAs(Irql.DISPATCH_LEVEL);
    }

    @Test
    void keRaiseIrql_toALowerLevel_isABugCheckAndChangesNothing() {
        processor.keRaiseIrql(Irql.of(5));
        SimulatedBugCheck stop =
                catchThrowableOfType(SimulatedBugCheck.class, () -> processor.keRaiseIrql(Irql.DISPATCH_LEVEL));
        assertThat(stop.code()).isEqualTo(BugCheck.DRIVER_VERIFIER_DETECTED_VIOLATION);
        assertThat(stop.parameters()).isEqualTo("0x30");
        assertThat(stop.what()).isEqualTo("KeRaiseIrql was called with DISPATCH_LEVEL at DIRQL 5");
        assertThat(stop.page()).isEqualTo("nf-wdm-keraiseirql");
        assertThat(processor.currentIrql()).isSameAs(Irql.of(5));
    }

    @Test
    void keLowerIrql_toAHigherLevel_isABugCheck() {
        SimulatedBugCheck stop =
                catchThrowableOfType(SimulatedBugCheck.class, () -> processor.keLowerIrql(Irql.APC_LEVEL));
        assertThat(stop.parameters()).isEqualTo("0x31");
        assertThat(processor.currentIrql()).isSameAs(Irql.PASSIVE_LEVEL);
    }

    @Test
    void runAt_nested_restoresThreadAndIrqlEachTime() {
        processor.runAt(Irql.DISPATCH_LEVEL, worker, () -> {
            assertThat(processor.currentThread()).isSameAs(worker);
            processor.runAt(Irql.PASSIVE_LEVEL, null, () -> {
                assertThat(processor.currentThread()).as("an arbitrary thread").isSameAs(worker);
                assertThat(processor.currentIrql()).isSameAs(Irql.PASSIVE_LEVEL);
            });
            assertThat(processor.currentIrql()).isSameAs(Irql.DISPATCH_LEVEL);
        });
        assertThat(processor.currentThread()).isSameAs(machine.processes.systemThread());
        assertThat(processor.currentIrql()).isSameAs(Irql.PASSIVE_LEVEL);
    }

    @Test
    void runAt_bodyThrows_restoresAllTheSame() {
        Runnable failing = () -> {
            processor.keRaiseIrql(Irql.HIGH_LEVEL);
            throw new IllegalStateException("of the driver's");
        };
        assertThatThrownBy(() -> processor.runAt(Irql.APC_LEVEL, worker, failing))
                .hasMessage("of the driver's");
        assertThat(processor.currentThread()).isSameAs(machine.processes.systemThread());
        assertThat(processor.currentIrql()).isSameAs(Irql.PASSIVE_LEVEL);
    }

    @Test
    void requireAtMost_aboveTheLimit_namesRoutineLimitAndPage() {
        processor.keRaiseIrql(Irql.DISPATCH_LEVEL);
        processor.requireAtMost(Irql.DISPATCH_LEVEL, "WskSocket", "nc-wsk-pfn_wsk_socket");
        SimulatedBugCheck stop = catchThrowableOfType(
                SimulatedBugCheck.class,
                () -> processor.requireAtMost(Irql.PASSIVE_LEVEL, "WskRegister", "nf-wsk-wskregister"));
        assertThat(stop.code()).isEqualTo(BugCheck.IRQL_NOT_LESS_OR_EQUAL);
        assertThat(stop)
                .hasMessage("bug check 0xA IRQL_NOT_LESS_OR_EQUAL (IRQL 2): WskRegister was called at DISPATCH_LEVEL,"
                        + " but is allowed at IRQL <= PASSIVE_LEVEL [nf-wsk-wskregister]");
    }

    @Test
    void untracedMachine_changesIrqlAllTheSame() {
        SimulatedMachine silent = new SimulatedMachine(false);
        silent.processor.keLowerIrql(silent.processor.keRaiseIrql(Irql.HIGH_LEVEL));
        assertThat(silent.processor.currentIrql()).isSameAs(Irql.PASSIVE_LEVEL);
        assertThat(silent.trace.lastNumber()).isZero();
    }
}
