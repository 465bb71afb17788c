package dev.wsksim.kernel.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsksim.kernel.BugCheck;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.SimulatedBugCheck;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.kernel.ke.SimulatedMachine;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IoManagerTest {

    private final IrpBench bench = new IrpBench();
    private final IoManager io = bench.io;

    @Test
    void ioAllocateIrp_givesAReadyIrpWithItsLocationsFree() {
        Irp irp = io.ioAllocateIrp(3, true);
        assertThat(irp.number()).isEqualTo(1);
        assertThat(irp.origin()).isEqualTo(IrpOrigin.ALLOCATED);
        assertThat(irp.stackCount()).isEqualTo(3);
        assertThat(irp.currentLocation()).isEqualTo(4);
        assertThat(irp.nextLocation()).isSameAs(irp.location(3));
        assertThat(irp.state()).isEqualTo(IrpState.READY);
        assertThat(irp.ioStatus()).isEqualTo(new IoStatusBlock(NtStatus.STATUS_SUCCESS, 0, null));
        assertThat(irp.isCancelRequested()).isFalse();
        assertThat(irp.pendingReturned()).isFalse();
        assertThat(io.ioAllocateIrp(1, false).number()).isEqualTo(2);
    }

    @Test
    void ioAllocateIrp_sizeThatNoCcharHolds_isRefused() {
        assertThatThrownBy(() -> io.ioAllocateIrp(-1, false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> io.ioAllocateIrp(128, false)).isInstanceOf(IllegalArgumentException.class);
        assertThat(io.ioAllocateIrp(127, false).stackCount()).isEqualTo(127);
    }

    @Test
    void liveIrps_areThoseNotFreedInOrder() {
        Irp a = io.ioAllocateIrp(1, false);
        Irp b = io.ioAllocateIrp(1, false);
        Irp c = io.ioAllocateIrp(1, false);
        io.ioFreeIrp(b);
        assertThat(io.liveIrps()).containsExactly(a, c);
        io.ioFreeIrp(a);
        Irp d = io.ioAllocateIrp(1, false);
        assertThat(io.liveIrps()).containsExactly(c, d);
        io.ioFreeIrp(d);
        io.ioFreeIrp(c);
        assertThat(io.liveIrps()).isEmpty();
    }

    @Test
    void ioSetCompletionRoutine_writesTheNextLocation() {
        Irp irp = io.ioAllocateIrp(2, false);
        CompletionRoutine routine = bench.answering(NtStatus.STATUS_SUCCESS);
        io.ioSetCompletionRoutine(irp, routine, "context", true, false, true);
        IoStackLocation next = irp.location(2);
        assertThat(next.completionRoutine()).isSameAs(routine);
        assertThat(next.context()).isEqualTo("context");
        assertThat(next.invokeOn()).isEqualTo(new InvokeOn(true, false, true));
        assertThat(irp.location(1).completionRoutine()).isNull();
        io.ioSetCompletionRoutine(irp, null, null, false, false, false);
        assertThat(next.completionRoutine()).isNull();
    }

    @Test
    void ioSetCompletionRoutine_withoutNextLocation_isReportedAndLost() {
        Irp irp = io.ioAllocateIrp(0, false);
        bench.prepare(irp);
        assertThat(bench.misuses())
                .containsExactly("IRP 1 has no next stack location; memory beside the IRP is overwritten");
        assertThat(bench.machine.records(CompletionRoutineSet.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void ioSetCompletionRoutine_whileAProviderHasTheIrp_isReportedOnce(int stackSize) {
        Irp irp = io.ioAllocateIrp(stackSize, false);
        bench.prepare(irp);
        bench.take(irp);
        bench.prepare(irp);
        assertThat(bench.misuses())
                .containsExactly("IRP 1 belongs to a provider: IRP 1 was taken at 0s by WskSocketConnect");
    }

    @Test
    void takeForProvider_movesToTheNextLocation() {
        Irp irp = bench.prepared();
        bench.take(irp);
        assertThat(irp.currentLocation()).isEqualTo(1);
        assertThat(irp.state()).isEqualTo(IrpState.OWNED_BY_PROVIDER);
        assertThat(irp.stateBy()).isEqualTo("WskSocketConnect");
        assertThat(irp.nextLocation()).isNull();
    }

    @Test
    void takeForProvider_withoutStackLocation_isBugCheck35() {
        Irp irp = io.ioAllocateIrp(0, false);
        assertThat(bench.codeOf(() -> bench.take(irp))).isEqualTo(BugCheck.NO_MORE_IRP_STACK_LOCATIONS);
    }

    @Test
    void takeForProvider_irpInUse_isBugCheck35OrC9ByItsLocations() {
        Irp one = bench.prepared();
        bench.take(one);
        SimulatedBugCheck stop = bench.stop(() -> io.takeForProvider(one, "WskSend"));
        assertThat(stop.code()).isEqualTo(BugCheck.NO_MORE_IRP_STACK_LOCATIONS);
        assertThat(stop.what())
                .isEqualTo("IRP 1 has no stack location left for WskSend: IRP 1 was taken at 0s by WskSocketConnect");

        Irp two = io.ioAllocateIrp(2, false);
        bench.prepare(two);
        bench.take(two);
        SimulatedBugCheck forwarded = bench.stop(() -> io.takeForProvider(two, "WskSend"));
        assertThat(forwarded.code()).isEqualTo(BugCheck.DRIVER_VERIFIER_IOMANAGER_VIOLATION);
        assertThat(forwarded.parameters()).isEqualTo("0x205");
        assertThat(two.stateBy()).isEqualTo("WskSocketConnect");
    }

    @Test
    void takeForProvider_completedAndNotReused_isReportedAndGoesOn() {
        Irp irp = bench.prepared();
        bench.take(irp);
        bench.machine.loop.runUntil(20 * SimulatedMachine.MS);
        bench.complete(irp, NtStatus.STATUS_SUCCESS);
        bench.prepare(irp);
        io.takeForProvider(irp, "WskSend");
        assertThat(bench.misuses())
                .containsExactly("WskSend was given an IRP without IoReuseIrp after its last use:"
                        + " IRP 1 was completed at 20ms by WskSocketConnect");
        assertThat(irp.state()).isEqualTo(IrpState.OWNED_BY_PROVIDER);
    }

    @Test
    void ioReuseIrp_wipesWhatTheLastUseLeft() {
        Irp irp = bench.prepared();
        bench.take(irp);
        io.ioMarkIrpPending(irp);
        io.ioCancelIrp(irp);
        io.ioCompleteRequest(irp, NtStatus.STATUS_CANCELLED, 7, "socket", Irql.DISPATCH_LEVEL);
        assertThat(irp.pendingReturned()).isTrue();

        io.ioReuseIrp(irp, NtStatus.STATUS_UNSUCCESSFUL);

        assertThat(irp.state()).isEqualTo(IrpState.READY);
        assertThat(irp.ioStatus()).isEqualTo(new IoStatusBlock(NtStatus.STATUS_UNSUCCESSFUL, 0, null));
        assertThat(irp.isCancelRequested()).isFalse();
        assertThat(irp.pendingReturned()).isFalse();
        assertThat(irp.location(1).completionRoutine()).isNull();
        assertThat(irp.location(1).isPending()).isFalse();
        assertThat(irp.currentLocation()).isEqualTo(2);
    }

    @Test
    void ioReuseIrp_whileInUse_isReportedAndTheCompletionIsBugCheck44() {
        Irp irp = bench.prepared();
        bench.take(irp);
        io.ioReuseIrp(irp, NtStatus.STATUS_SUCCESS);
        assertThat(bench.misuses()).containsExactly("IRP 1 is still in use: IRP 1 was taken at 0s by WskSocketConnect");
        assertThat(bench.codeOf(() -> bench.complete(irp, NtStatus.STATUS_SUCCESS)))
                .isEqualTo(BugCheck.MULTIPLE_IRP_COMPLETE_REQUESTS);
    }

    @Test
    void ioFreeIrp_afterCompletion_endsTheIrp() {
        Irp irp = bench.prepared();
        bench.take(irp);
        bench.complete(irp, NtStatus.STATUS_CONNECTION_REFUSED);
        io.ioFreeIrp(irp);
        assertThat(irp.state()).isEqualTo(IrpState.FREED);
        assertThat(bench.misuses()).isEmpty();
    }

    @Test
    void ioFreeIrp_wrongly_isBugCheckC9() {
        Irp pending = bench.prepared();
        bench.take(pending);
        assertThat(bench.stop(() -> io.ioFreeIrp(pending)).parameters()).isEqualTo("0x20B");
        assertThat(pending.state()).isEqualTo(IrpState.OWNED_BY_PROVIDER);

        Irp freed = bench.prepared();
        io.ioFreeIrp(freed);
        assertThat(bench.stop(() -> io.ioFreeIrp(freed)).parameters()).isEqualTo("0x01");

        Irp foreign = io.passDown("filter", 1, "device").irp();
        assertThat(bench.stop(() -> io.ioFreeIrp(foreign)).parameters()).isEqualTo("0x20C");
        assertThat(io.liveIrps()).containsExactly(pending, foreign);
    }

    @Test
    void ioMarkIrpPending_ownIrpInItsRoutine_isReported() {
        Irp irp = io.ioAllocateIrp(1, false);
        bench.set(irp, (device, self, context) -> {
            io.ioMarkIrpPending(self);
            return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
        });
        bench.take(irp);
        bench.complete(irp, NtStatus.STATUS_SUCCESS);
        assertThat(bench.misuses())
                .containsExactly("IRP 1 has no stack location of its driver's; memory beside the IRP is overwritten");
    }

    @Test
    void everyRoutine_givenAFreedIrp_isBugCheck50() {
        Irp irp = bench.prepared();
        io.ioFreeIrp(irp);
        Map<String, Runnable> routines = onIrp(irp);
        routines.remove("IoFreeIrp");
        routines.forEach((name, routine) -> {
            SimulatedBugCheck stop = bench.stop(routine);
            assertThat(stop.code()).as(name).isEqualTo(BugCheck.PAGE_FAULT_IN_NONPAGED_AREA);
            assertThat(stop.what())
                    .isEqualTo(name + " was given an IRP that is gone: IRP 1 was freed at 0s by IoFreeIrp");
        });
        assertThat(bench.misuses()).hasSize(routines.size());
    }

    @Test
    void everyRoutine_aboveDispatchLevel_isABugCheckWithItsLimit() {
        Irp irp = bench.prepared();
        Map<String, Runnable> routines = onIrp(irp);
        routines.put("IoAllocateIrp", () -> io.ioAllocateIrp(1, false));
        routines.remove("WskSend");
        routines.remove("IoCompleteRequest");
        routines.remove("IoMarkIrpPending");
        bench.machine.processor.keRaiseIrql(Irql.of(3));
        routines.forEach((name, routine) -> {
            SimulatedBugCheck stop = bench.stop(routine);
            assertThat(stop.code()).as(name).isEqualTo(BugCheck.IRQL_NOT_LESS_OR_EQUAL);
            assertThat(stop.what())
                    .isEqualTo(name + " was called at DIRQL 3, but is allowed at IRQL <= DISPATCH_LEVEL");
        });
    }

    private Map<String, Runnable> onIrp(Irp irp) {
        Map<String, Runnable> routines = new LinkedHashMap<>();
        routines.put("IoReuseIrp", () -> io.ioReuseIrp(irp, NtStatus.STATUS_SUCCESS));
        routines.put("IoFreeIrp", () -> io.ioFreeIrp(irp));
        routines.put("IoSetCompletionRoutine", () -> bench.prepare(irp));
        routines.put("IoMarkIrpPending", () -> io.ioMarkIrpPending(irp));
        routines.put("IoSetCancelRoutine", () -> io.ioSetCancelRoutine(irp, null));
        routines.put("IoCancelIrp", () -> io.ioCancelIrp(irp));
        routines.put("IoCompleteRequest", () -> bench.complete(irp, NtStatus.STATUS_SUCCESS));
        routines.put("WskSend", () -> io.takeForProvider(irp, "WskSend"));
        return routines;
    }
}
