package dev.wsksim.kernel.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.kernel.ke.SimulatedMachine;
import org.junit.jupiter.api.Test;

class IrpCancellationTest {

    private static final long MS = SimulatedMachine.MS;

    private final IrpBench bench = new IrpBench();
    private final IoManager io = bench.io;
    private final Irp irp = bench.prepared();

    @Test
    void cancel_beforeTheCall_setsTheFlagForTheProviderToSee() {
        assertThat(io.ioCancelIrp(irp)).isFalse();
        bench.take(irp);
        assertThat(irp.isCancelRequested()).isTrue();
        assertThat(bench.machine.story("irp-cancel-requested", "irp-taken"))
                .containsExactly(
                        "IoCancelIrp: IRP 1, returns FALSE: it has no cancel routine now; IRP 1 was made ready at 0s by"
                                + " IoAllocateIrp",
                        "WskSocketConnect takes IRP 1 in stack location 1; completion routine on success, error,"
                                + " cancel; Cancel is set already");
    }

    @Test
    void cancel_whilePending_callsTheCancelRoutineOnce() {
        pend();
        assertThat(io.ioCancelIrp(irp)).isTrue();
        assertThat(bench.calls).containsExactly("cancel routine", "IRP 1 STATUS_CANCELLED at DISPATCH_LEVEL");
        assertThat(irp.isCancelRequested()).isTrue();
        assertThat(irp.cancelRoutine()).isNull();
        assertThat(irp.state()).isEqualTo(IrpState.COMPLETED);
        assertThat(io.ioCancelIrp(irp)).as("a second time").isFalse();
        assertThat(bench.calls).hasSize(2);
    }

    @Test
    void cancel_pendingButNotCancellableNow_isFalseAndTheRequestMaySucceed() {
        bench.take(irp);
        assertThat(io.ioCancelIrp(irp)).isFalse();
        bench.complete(irp, NtStatus.STATUS_SUCCESS);
        assertThat(bench.calls).containsExactly("IRP 1 STATUS_SUCCESS at DISPATCH_LEVEL");
        assertThat(bench.machine.story("irp-completed"))
                .containsExactly("IRP 1 completed by WskSocketConnect: STATUS_SUCCESS, Information 0, at"
                        + " DISPATCH_LEVEL; completion routine runs (InvokeOnSuccess, InvokeOnCancel)");
    }

    @Test
    void cancel_afterCompletion_isFalseUntilTheIrpIsFreed() {
        bench.take(irp);
        bench.complete(irp, NtStatus.STATUS_SUCCESS);
        assertThat(io.ioCancelIrp(irp)).isFalse();
        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.misuses()).isEmpty();
    }

    @Test
    void cancel_insideTheCompletionRoutine_isFalse() {
        boolean[] answer = {true};
        bench.set(irp, (device, self, context) -> {
            answer[0] = io.ioCancelIrp(self);
            return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
        });
        bench.take(irp);
        bench.complete(irp, NtStatus.STATUS_SUCCESS);
        assertThat(answer[0]).isFalse();
        assertThat(irp.state()).isEqualTo(IrpState.COMPLETED);
    }

    @Test
    void cancelAndCompletion_atOneInstant_theFirstScheduledWins() {
        for (boolean cancelFirst : new boolean[] {true, false}) {
            IrpBench race = new IrpBench();
            Irp raced = race.prepared();
            race.take(raced);
            race.io.ioSetCancelRoutine(raced, (device, self) -> race.complete(self, NtStatus.STATUS_CANCELLED));
            Runnable cancel = () -> race.machine.loop.schedule(10 * MS, () -> race.io.ioCancelIrp(raced));
            if (cancelFirst) {
                cancel.run();
            }
            race.machine.loop.schedule(10 * MS, () -> {
                if (race.io.ioSetCancelRoutine(raced, null) != null) {
                    race.complete(raced, NtStatus.STATUS_SUCCESS);
                }
            });
            if (!cancelFirst) {
                cancel.run();
            }
            race.machine.loop.run();
            assertThat(race.calls)
                    .containsExactly(
                            "IRP 1 " + (cancelFirst ? "STATUS_CANCELLED" : "STATUS_SUCCESS") + " at DISPATCH_LEVEL");
            assertThat(race.machine.records(IrpCancelRequested.class))
                    .extracting(IrpCancelRequested::returned)
                    .containsExactly(cancelFirst);
        }
    }

    @Test
    void ioSetCancelRoutine_returnsThePreviousOne() {
        bench.take(irp);
        CancelRoutine first = (device, self) -> {};
        CancelRoutine second = (device, self) -> {};
        assertThat(io.ioSetCancelRoutine(irp, first)).isNull();
        assertThat(io.ioSetCancelRoutine(irp, second)).isSameAs(first);
        assertThat(io.ioSetCancelRoutine(irp, null)).isSameAs(second);
        assertThat(io.ioCancelIrp(irp)).isFalse();
    }

    @Test
    void cancelRoutine_runsAtTheCallersIrql() {
        bench.take(irp);
        io.ioSetCancelRoutine(irp, (device, self) -> bench.calls.add("at " + bench.machine.processor.currentIrql()));
        bench.machine.processor.keRaiseIrql(Irql.APC_LEVEL);
        io.ioCancelIrp(irp);
        assertThat(bench.calls).containsExactly("at APC_LEVEL");
        assertThat(irp.state()).as("it may complete later").isEqualTo(IrpState.OWNED_BY_PROVIDER);
    }

    @Test
    void reusedIrp_isNotCancelledAnyMore() {
        pend();
        io.ioCancelIrp(irp);
        io.ioReuseIrp(irp, NtStatus.STATUS_SUCCESS);
        bench.prepare(irp);
        bench.take(irp);
        assertThat(irp.isCancelRequested()).isFalse();
    }

    private void pend() {
        bench.take(irp);
        io.ioSetCancelRoutine(irp, (device, self) -> {
            bench.calls.add("cancel routine");
            bench.complete(self, NtStatus.STATUS_CANCELLED);
        });
    }
}
