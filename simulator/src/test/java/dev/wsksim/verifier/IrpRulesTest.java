package dev.wsksim.verifier;

import static dev.wsksim.verifier.VerifiedRun.blueScreen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.CompletionRoutine;
import dev.wsksim.kernel.io.CompletionRoutineReturned;
import dev.wsksim.kernel.io.InvokeOn;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.kernel.io.IrpCompleted;
import dev.wsksim.kernel.io.IrpState;
import dev.wsksim.kernel.io.IrpTaken;
import dev.wsksim.kernel.io.PassedDownIrp;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.kernel.ke.WaitBegan;
import dev.wsksim.kernel.ke.WaitEnded;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.WskCallReturned;
import java.util.List;
import org.junit.jupiter.api.Test;

final class IrpRulesTest {

    private static final CompletionRoutine KEEPS = (device, irp, context) -> NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
    private static final CompletionRoutine LETS_GO = (device, irp, context) -> NtStatus.STATUS_SUCCESS;

    private final VerifiedRun run = new VerifiedRun();

    private PassedDownIrp passedDown(int freeLocations) {
        return run.host.io().passDown("upper", freeLocations, "device");
    }

    private Irp completed() {
        Irp irp = run.irp();
        run.socketConnect(irp);
        run.settle();
        return irp;
    }

    @Test
    void irp001_noCompletionRoutine_isFound() {
        run.socketConnect(run.bareIrp());
        run.settle();
        assertThat(run.broken()).containsExactly("WSK-IRP-001");
    }

    @Test
    void irp001_secondUseWithoutRoutine_isFound() {
        Irp irp = completed();
        run.host.io().ioReuseIrp(irp, NtStatus.STATUS_SUCCESS);
        run.socketConnect(irp);
        run.settle();
        assertThat(run.broken()).containsExactly("WSK-IRP-001");
    }

    @Test
    void irp001_passedDownIrpWithoutRoutine_isSilent() {
        PassedDownIrp upper = passedDown(1);
        run.host.io().ioMarkIrpPending(upper.irp());
        run.socketConnect(upper.irp());
        upper.dispatchRoutineReturned(NtStatus.STATUS_PENDING);
        run.settle();
        assertThat(upper.isReturned()).isTrue();
        assertThat(run.broken()).isEmpty();
    }

    @Test
    void irp002_flagMissing_isFound() {
        Irp irp = run.bareIrp();
        run.host.io().ioSetCompletionRoutine(irp, KEEPS, null, true, true, false);
        run.socketConnect(irp);
        run.settle();
        assertThat(run.broken()).containsExactly("WSK-IRP-002");
    }

    @Test
    void irp002_passedDownIrpWithOneFlag_isSilent() {
        PassedDownIrp upper = passedDown(1);
        run.host.io().ioSetCompletionRoutine(upper.irp(), KEEPS, null, true, false, false);
        run.socketConnect(upper.irp());
        run.settle();
        assertThat(run.broken()).isEmpty();
    }

    @Test
    void irp003_otherStatusReturned_isFound() {
        Irp irp = run.bareIrp();
        run.host.io().ioSetCompletionRoutine(irp, LETS_GO, null, true, true, true);
        run.socketConnect(irp);
        run.settle();
        assertThat(run.broken()).containsExactly("WSK-IRP-003");
    }

    @Test
    void irp003_passedDownIrpLetGo_isSilent() {
        PassedDownIrp upper = passedDown(1);
        run.host
                .io()
                .ioSetCompletionRoutine(
                        upper.irp(),
                        (device, irp, context) -> {
                            run.host.io().ioMarkIrpPending(irp);
                            return NtStatus.STATUS_SUCCESS;
                        },
                        null,
                        true,
                        true,
                        true);
        run.socketConnect(upper.irp());
        upper.dispatchRoutineReturned(NtStatus.STATUS_PENDING);
        run.settle();
        assertThat(run.broken()).isEmpty();
    }

    @Test
    void irp004_usedAgainWithoutReuse_isFound() {
        run.socketConnect(run.prepared(completed()));
        run.settle();
        assertThat(run.broken()).containsExactly("WSK-IRP-004");
    }

    @Test
    void irp004_reused_isSilent() {
        Irp irp = completed();
        run.host.io().ioReuseIrp(irp, NtStatus.STATUS_SUCCESS);
        run.socketConnect(run.prepared(irp));
        run.settle();
        assertThat(run.broken()).isEmpty();
    }

    @Test
    void irp005_secondOperationOnAPendingIrp_isFound() {
        Irp irp = run.host.io().ioAllocateIrp(2, false);
        run.socketConnect(run.prepared(irp));
        blueScreen(() -> run.socketConnect(irp));
        assertThat(run.broken()).containsExactly("WSK-IRP-005");
    }

    @Test
    void irp006_freedWhilePending_isFound() {
        Irp irp = run.irp();
        run.socketConnect(irp);
        blueScreen(() -> run.host.io().ioFreeIrp(irp));
        assertThat(run.broken()).containsExactly("WSK-IRP-006");
    }

    @Test
    void irp006_freedInItsCompletionRoutine_isSilent() {
        Irp irp = run.bareIrp();
        run.host
                .io()
                .ioSetCompletionRoutine(
                        irp,
                        (device, done, context) -> {
                            run.host.io().ioFreeIrp(done);
                            return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
                        },
                        null,
                        true,
                        true,
                        true);
        run.socketConnect(irp);
        run.settle();
        assertThat(run.broken()).isEmpty();
    }

    @Test
    void irp007_freedTwice_isFound() {
        Irp irp = run.irp();
        run.host.io().ioFreeIrp(irp);
        blueScreen(() -> run.host.io().ioFreeIrp(irp));
        assertThat(run.broken()).containsExactly("WSK-IRP-007");
    }

    @Test
    void irp007_usedAfterFree_isFound() {
        Irp irp = run.irp();
        run.host.io().ioFreeIrp(irp);
        blueScreen(() -> run.socketConnect(irp));
        assertThat(run.broken()).containsExactly("WSK-IRP-007");
    }

    @Test
    void irp008_passedDownIrpFreed_isFound() {
        PassedDownIrp upper = passedDown(1);
        blueScreen(() -> run.host.io().ioFreeIrp(upper.irp()));
        assertThat(run.broken()).containsExactly("WSK-IRP-008");
    }

    @Test
    void irp009_ownIrpCompletedByTheDriver_isFound() {
        Irp irp = completed();
        blueScreen(() -> run.host.io().ioCompleteRequest(irp));
        assertThat(run.broken()).containsExactly("WSK-IRP-009");
    }

    @Test
    void irp009_passedDownIrpCompletedOnce_isSilent() {
        PassedDownIrp upper = passedDown(1);
        run.host.io().ioCompleteRequest(upper.irp());
        assertThat(run.broken()).isEmpty();
    }

    @Test
    void irp010_passedDownIrpCancelled_isFound() {
        PassedDownIrp upper = passedDown(1);
        run.host.io().ioCancelIrp(upper.irp());
        assertThat(run.broken()).containsExactly("WSK-IRP-010");
    }

    @Test
    void irp010_ownIrpCancelled_isSilent() {
        Irp irp = run.irp();
        run.socketConnect(irp);
        run.host.io().ioCancelIrp(irp);
        run.settle();
        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertThat(run.broken()).isEmpty();
    }

    @Test
    void irp011_passedDownIrpReused_isFound() {
        run.host.io().ioReuseIrp(passedDown(1).irp(), NtStatus.STATUS_SUCCESS);
        assertThat(run.broken()).containsExactly("WSK-IRP-011");
    }

    @Test
    void irp012_routineSetOnAPendingIrp_isFound() {
        Irp irp = run.host.io().ioAllocateIrp(2, false);
        run.socketConnect(run.prepared(irp));
        run.prepared(irp);
        assertThat(run.broken()).containsExactly("WSK-IRP-012");
    }

    @Test
    void irp013_noFreeLocation_isFound() {
        PassedDownIrp upper = passedDown(0);
        blueScreen(() -> run.socketConnect(upper.irp()));
        assertThat(run.broken()).containsExactly("WSK-IRP-013");
    }

    @Test
    void irp014_pendingNotMarked_isFound() {
        PassedDownIrp upper = passedDown(1);
        run.host.io().ioSetCompletionRoutine(upper.irp(), LETS_GO, null, true, true, true);
        run.socketConnect(upper.irp());
        run.settle();
        assertThat(run.broken()).containsExactly("WSK-IRP-014");
    }

    @Test
    void irp015_ownIrpMarkedPending_isFound() {
        run.host.io().ioMarkIrpPending(run.irp());
        assertThat(run.broken()).containsExactly("WSK-IRP-015");
    }

    private static IrpCompleted completed(long irp) {
        return new IrpCompleted(irp, "WskSend", NtStatus.STATUS_SUCCESS, 5, false, Irql.PASSIVE_LEVEL, false, "");
    }

    private static final TraceRecord TAKEN = new IrpTaken(1, "WskSend", 1, true, InvokeOn.ALWAYS, false);
    private static final TraceRecord WAIT = new WaitBegan("System", "done", 0, Irql.PASSIVE_LEVEL);
    private static final TraceRecord WAITED = new WaitEnded("System", "done", NtStatus.STATUS_SUCCESS, 0);
    private static final TraceRecord RETURNED =
            new CompletionRoutineReturned(1, NtStatus.STATUS_MORE_PROCESSING_REQUIRED, IrpState.COMPLETING);

    @Test
    void irp016_completionRoutineWaits_isFound() {
        assertThat(RuleHistoriesTest.broken(List.of(TAKEN, completed(1), WAIT, WAITED, RETURNED)))
                .containsExactly("WSK-IRP-016");
    }

    @Test
    void irp016_routineWithoutAllFlagsWaits_isFoundWhereItRuns() {
        TraceRecord onSuccess = new IrpTaken(1, "WskSend", 1, true, InvokeOn.of(true, false, false), false);
        TraceRecord onError = new IrpTaken(1, "WskSend", 1, true, InvokeOn.of(false, true, false), false);
        TraceRecord onCancel = new IrpTaken(1, "WskSend", 1, true, InvokeOn.of(false, false, true), false);
        TraceRecord cancelled =
                new IrpCompleted(1, "WskSend", NtStatus.STATUS_CANCELLED, 0, false, Irql.PASSIVE_LEVEL, true, "");

        assertThat(RuleHistoriesTest.broken(List.of(onSuccess, completed(1), WAIT, WAITED, RETURNED)))
                .containsExactly("WSK-IRP-016");
        assertThat(RuleHistoriesTest.broken(List.of(onCancel, cancelled, WAIT, WAITED, RETURNED)))
                .containsExactly("WSK-IRP-016");
        assertThat(RuleHistoriesTest.broken(List.of(onError, completed(1), WAIT, WAITED)))
                .as("it does not run: a thread waits")
                .isEmpty();
        assertThat(RuleHistoriesTest.broken(List.of(onSuccess, cancelled, WAIT, WAITED)))
                .as("it does not run: a thread waits")
                .isEmpty();
    }

    @Test
    void irp016_othersWait_isSilent() {
        TraceRecord call = RuleHistoriesTest.CallRecord.called(WskFunction.WskGetLocalAddress)
                .irp(2)
                .record();
        TraceRecord back = new WskCallReturned(WskFunction.WskGetLocalAddress, 2, NtStatus.STATUS_SUCCESS);

        assertThat(RuleHistoriesTest.broken(List.of(TAKEN, completed(1), RETURNED, WAIT, WAITED)))
                .as("after the routine")
                .isEmpty();
        assertThat(RuleHistoriesTest.broken(List.of(TAKEN, WAIT, completed(1), RETURNED, WAITED)))
                .as("the routine runs while a thread waits")
                .isEmpty();
        assertThat(RuleHistoriesTest.broken(List.of(TAKEN, completed(1), call, WAIT, WAITED, back, RETURNED)))
                .as("another thread, while a call of the routine does not return")
                .isEmpty();
    }

    private static IrpTaken taken(long irp) {
        return new IrpTaken(irp, "WskSend", 1, true, InvokeOn.ALWAYS, false);
    }

    private static TraceRecord routineReturned(long irp) {
        return new CompletionRoutineReturned(irp, NtStatus.STATUS_MORE_PROCESSING_REQUIRED, IrpState.COMPLETING);
    }

    private static TraceRecord calls(long irp) {
        return RuleHistoriesTest.CallRecord.called(WskFunction.WskGetLocalAddress)
                .irp(irp)
                .record();
    }

    @Test
    void irp018_routineCallsInsideACallOfAnother_isFound() {
        assertThat(RuleHistoriesTest.broken(List.of(
                        taken(1), completed(1), calls(2), taken(2), completed(2), calls(3), routineReturned(2))))
                .containsExactly("WSK-IRP-018");
    }

    @Test
    void irp018_oneAfterTheOther_isSilent() {
        assertThat(RuleHistoriesTest.broken(List.of(
                        taken(1),
                        completed(1),
                        calls(2),
                        taken(2),
                        routineReturned(1),
                        completed(2),
                        calls(3),
                        routineReturned(2))))
                .isEmpty();
    }

    @Test
    void irp017_ownIrpNotFreed_isFound() {
        run.bareIrp();
        assertThat(run.unload()).containsExactly("WSK-IRP-017");
    }

    @Test
    void irp017_freed_isSilent() {
        run.host.io().ioFreeIrp(run.bareIrp());
        assertThat(run.unload()).isEmpty();
    }
}
