package dev.wsksim.kernel.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsksim.kernel.BugCheck;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.SimulatedBugCheck;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.kernel.ke.SimulatedMachine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IrpCompletionTest {

    private final IrpBench bench = new IrpBench();
    private final IoManager io = bench.io;

    @Test
    void completion_givesIoStatusContextAndIrqlToTheRoutine() {
        Object socket = new Object();
        List<Object> seen = new ArrayList<>();
        Irp irp = io.ioAllocateIrp(1, false);
        CompletionRoutine routine = (device, self, context) -> {
            seen.add(self.ioStatus());
            seen.add(context);
            seen.add(bench.machine.processor.currentIrql());
            seen.add(self.state());
            assertThat(device).as("an own IRP has no device object").isNull();
            assertThat(self).isSameAs(irp);
            return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
        };
        io.ioSetCompletionRoutine(irp, routine, "context", true, true, true);
        bench.take(irp);
        io.ioCompleteRequest(irp, NtStatus.STATUS_SUCCESS, 3, socket, Irql.DISPATCH_LEVEL);
        assertThat(seen)
                .containsExactly(
                        new IoStatusBlock(NtStatus.STATUS_SUCCESS, 3, socket),
                        "context",
                        Irql.DISPATCH_LEVEL,
                        IrpState.COMPLETING);
        assertThat(bench.machine.processor.currentIrql()).isSameAs(Irql.PASSIVE_LEVEL);
    }

    @Test
    void completion_whileTheCallersIrqlIsRaised_comesBackToIt() {
        Irp irp = bench.prepared();
        bench.take(irp);
        bench.machine.processor.keRaiseIrql(Irql.DISPATCH_LEVEL);
        io.ioCompleteRequest(irp, NtStatus.STATUS_SUCCESS, 0, null, Irql.PASSIVE_LEVEL);
        assertThat(bench.calls).containsExactly("IRP 1 STATUS_SUCCESS at PASSIVE_LEVEL");
        assertThat(bench.machine.processor.currentIrql()).isSameAs(Irql.DISPATCH_LEVEL);
    }

    @Test
    void completion_withoutRoutine_runsPastTheOwner() {
        Irp irp = io.ioAllocateIrp(1, false);
        bench.take(irp);
        bench.complete(irp, NtStatus.STATUS_SUCCESS);
        assertThat(irp.state()).isEqualTo(IrpState.FREED_BY_IO_MANAGER);
        assertThat(bench.stop(() -> io.ioFreeIrp(irp)).parameters()).isEqualTo("0x01");
        assertThat(bench.machine.story("irp-completed", "irp-completed-past-its-owner"))
                .containsExactly(
                        "IRP 1 completed by WskSocketConnect: STATUS_SUCCESS, Information 0, at DISPATCH_LEVEL;"
                                + " no completion routine is set",
                        "IRP 1 was completed past its owner: no completion routine returned"
                                + " STATUS_MORE_PROCESSING_REQUIRED");
    }

    /** Completes an IRP whose routine completes the next one, as often as is said. */
    private void completeInside(int level, int levels) {
        Irp irp = io.ioAllocateIrp(1, false);
        bench.set(irp, (device, self, context) -> {
            if (level < levels) {
                completeInside(level + 1, levels);
            }
            return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
        });
        bench.take(irp);
        bench.complete(irp, NtStatus.STATUS_SUCCESS);
    }

    @Test
    void completionsInsideEachOther_upToTheLimit_areFine() {
        completeInside(1, IrpCompletion.NESTED_COMPLETIONS);
        completeInside(1, IrpCompletion.NESTED_COMPLETIONS);
        assertThat(bench.machine.processor.currentIrql()).isSameAs(Irql.PASSIVE_LEVEL);
    }

    @Test
    void completionsInsideEachOther_pastTheLimit_overflowTheStack() {
        SimulatedBugCheck stop = bench.stop(() -> completeInside(1, IrpCompletion.NESTED_COMPLETIONS + 1));
        assertThat(stop.code()).isEqualTo(BugCheck.UNEXPECTED_KERNEL_MODE_TRAP);
        assertThat(stop.parameters()).isEqualTo("0x08, a double fault");
        assertThat(stop.what())
                .contains("kernel stack overflowed", "IRP 101 was to be completed inside 100 completions", "OQ-126");
    }

    @Test
    void secondCompletion_isBugCheck44() {
        Irp irp = bench.prepared();
        bench.take(irp);
        bench.machine.loop.runUntil(20 * SimulatedMachine.MS);
        bench.complete(irp, NtStatus.STATUS_SUCCESS);
        SimulatedBugCheck stop = bench.stop(() -> bench.complete(irp, NtStatus.STATUS_SUCCESS));
        assertThat(stop.code()).isEqualTo(BugCheck.MULTIPLE_IRP_COMPLETE_REQUESTS);
        assertThat(stop.what())
                .isEqualTo("an IRP was completed that nobody had to complete: IRP 1 was completed at 20ms by"
                        + " WskSocketConnect");
        assertThat(bench.calls).hasSize(1);
    }

    @Test
    void secondCompletion_insideTheRoutine_isBugCheck44() {
        Irp irp = io.ioAllocateIrp(2, false);
        bench.set(irp, (device, self, context) -> {
            bench.complete(self, NtStatus.STATUS_SUCCESS);
            return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
        });
        bench.take(irp);
        assertThat(bench.codeOf(() -> bench.complete(irp, NtStatus.STATUS_SUCCESS)))
                .isEqualTo(BugCheck.MULTIPLE_IRP_COMPLETE_REQUESTS);
    }

    @Test
    void completion_ofAnIrpNobodyTook_isBugCheck44() {
        assertThat(bench.codeOf(() -> bench.complete(bench.prepared(), NtStatus.STATUS_SUCCESS)))
                .isEqualTo(BugCheck.MULTIPLE_IRP_COMPLETE_REQUESTS);
    }

    @Test
    void completion_againstItsRules_isBugCheckC9AndNothingRuns() {
        Irp irp = bench.prepared();
        bench.take(irp);
        SimulatedBugCheck high =
                bench.stop(() -> io.ioCompleteRequest(irp, NtStatus.STATUS_SUCCESS, 0, null, Irql.of(3)));
        assertThat(high.code()).isEqualTo(BugCheck.DRIVER_VERIFIER_IOMANAGER_VIOLATION);
        assertThat(high.parameters()).isEqualTo("0x0E");
        SimulatedBugCheck pending = bench.stop(() -> bench.complete(irp, NtStatus.STATUS_PENDING));
        assertThat(pending.parameters()).isEqualTo("0x06");
        io.ioSetCancelRoutine(irp, (device, self) -> {});
        SimulatedBugCheck cancel = bench.stop(() -> bench.complete(irp, NtStatus.STATUS_SUCCESS));
        assertThat(cancel.parameters()).isEqualTo("0x07");
        assertThat(bench.calls).isEmpty();
        io.ioSetCancelRoutine(irp, null);
        bench.complete(irp, NtStatus.STATUS_SUCCESS);
        assertThat(bench.calls).hasSize(1);
    }

    @Test
    void routine_freesItsIrp_andKeepsIt() {
        Irp irp = io.ioAllocateIrp(1, false);
        bench.set(irp, (device, self, context) -> {
            io.ioFreeIrp(self);
            return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
        });
        bench.take(irp);
        bench.complete(irp, NtStatus.STATUS_SUCCESS);
        assertThat(irp.state()).isEqualTo(IrpState.FREED);
        assertThat(io.liveIrps()).isEmpty();
        assertThat(bench.misuses()).isEmpty();
    }

    @Test
    void routine_freesItsIrpAndLetsCompletionGoOn_isBugCheck50() {
        Irp irp = io.ioAllocateIrp(1, false);
        bench.set(irp, (device, self, context) -> {
            io.ioFreeIrp(self);
            return NtStatus.STATUS_SUCCESS;
        });
        bench.take(irp);
        SimulatedBugCheck stop = bench.stop(() -> bench.complete(irp, NtStatus.STATUS_SUCCESS));
        assertThat(stop.code()).isEqualTo(BugCheck.PAGE_FAULT_IN_NONPAGED_AREA);
        assertThat(stop.what()).contains("a completion routine that returned STATUS_SUCCESS");
        assertThat(bench.machine.processor.currentIrql()).isSameAs(Irql.PASSIVE_LEVEL);
    }

    @Test
    void routine_reusesItsIrpAndLetsCompletionGoOn_isBugCheck44() {
        Irp irp = io.ioAllocateIrp(1, false);
        bench.set(irp, (device, self, context) -> {
            io.ioReuseIrp(self, NtStatus.STATUS_SUCCESS);
            return NtStatus.STATUS_SUCCESS;
        });
        bench.take(irp);
        assertThat(bench.codeOf(() -> bench.complete(irp, NtStatus.STATUS_SUCCESS)))
                .isEqualTo(BugCheck.MULTIPLE_IRP_COMPLETE_REQUESTS);
    }

    @Test
    void routine_startsTheNextCallWithItsIrp_thatMayEvenCompleteInside() {
        Irp irp = io.ioAllocateIrp(1, false);
        int[] rounds = {0};
        CompletionRoutine again = new CompletionRoutine() {
            @Override
            public NtStatus complete(Object device, Irp self, Object context) {
                if (++rounds[0] < 4) {
                    io.ioReuseIrp(self, NtStatus.STATUS_SUCCESS);
                    bench.set(self, this);
                    bench.take(self);
                    if (rounds[0] < 3) {
                        bench.complete(self, NtStatus.STATUS_SUCCESS);
                    }
                }
                return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
            }
        };
        bench.set(irp, again);
        bench.take(irp);
        bench.complete(irp, NtStatus.STATUS_SUCCESS);
        assertThat(rounds[0]).isEqualTo(3);
        assertThat(irp.state()).as("the third round's call is under way").isEqualTo(IrpState.OWNED_BY_PROVIDER);
        bench.complete(irp, NtStatus.STATUS_SUCCESS);
        assertThat(rounds[0]).isEqualTo(4);
        assertThat(irp.state()).isEqualTo(IrpState.COMPLETED);
        assertThat(bench.misuses()).isEmpty();
    }

    @Test
    void routine_throws_restoresTheIrql() {
        Irp irp = io.ioAllocateIrp(1, false);
        bench.set(irp, (device, self, context) -> {
            throw new IllegalStateException("of the driver's");
        });
        bench.take(irp);
        assertThatThrownBy(() -> bench.complete(irp, NtStatus.STATUS_SUCCESS)).hasMessage("of the driver's");
        assertThat(bench.machine.processor.currentIrql()).isSameAs(Irql.PASSIVE_LEVEL);
    }

    @Test
    void unusedLocations_belowTheProvider_changeNothing() {
        Irp irp = io.ioAllocateIrp(5, false);
        bench.prepare(irp);
        bench.take(irp);
        assertThat(irp.currentLocation()).isEqualTo(5);
        bench.complete(irp, NtStatus.STATUS_SUCCESS);
        assertThat(bench.calls).hasSize(1);
        assertThat(irp.currentLocation()).isEqualTo(6);
    }

    @Test
    void trace_tellsTheLifeInNtWords() {
        Irp irp = bench.prepared();
        bench.take(irp);
        io.ioMarkIrpPending(irp);
        bench.machine.loop.runUntil(21 * SimulatedMachine.MS);
        bench.complete(irp, NtStatus.STATUS_CONNECTION_REFUSED);
        io.ioReuseIrp(irp, NtStatus.STATUS_SUCCESS);
        bench.prepare(irp);
        bench.take(irp);
        io.ioCompleteRequest(irp, NtStatus.STATUS_SUCCESS, 2, new Object(), Irql.PASSIVE_LEVEL);
        io.ioFreeIrp(irp);
        assertThat(bench.machine.story().subList(2, 14))
                .containsExactly(
                        "IoAllocateIrp: IRP 1, 1 stack location",
                        "IoSetCompletionRoutine: IRP 1, invoke on success, error, cancel",
                        "WskSocketConnect takes IRP 1 in stack location 1;"
                                + " completion routine on success, error, cancel",
                        "IoMarkIrpPending: IRP 1, stack location 1",
                        "IRP 1 completed by WskSocketConnect: STATUS_CONNECTION_REFUSED, Information 0, at"
                                + " DISPATCH_LEVEL; completion routine runs (InvokeOnError)",
                        "completion routine of IRP 1 returned STATUS_MORE_PROCESSING_REQUIRED: completion stops here",
                        "IoReuseIrp: IRP 1 is ready again, without completion routine, with STATUS_SUCCESS",
                        "IoSetCompletionRoutine: IRP 1, invoke on success, error, cancel",
                        "WskSocketConnect takes IRP 1 in stack location 1;"
                                + " completion routine on success, error, cancel",
                        "IRP 1 completed by WskSocketConnect: STATUS_SUCCESS, Information points to object 2, at"
                                + " PASSIVE_LEVEL; completion routine runs (InvokeOnSuccess)",
                        "completion routine of IRP 1 returned STATUS_MORE_PROCESSING_REQUIRED: completion stops here",
                        "IoFreeIrp: IRP 1");
    }
}
