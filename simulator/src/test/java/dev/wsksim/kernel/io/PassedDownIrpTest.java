package dev.wsksim.kernel.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.kernel.BugCheck;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.SimulatedBugCheck;
import dev.wsksim.kernel.ke.Irql;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassedDownIrpTest {

    private static final String DEVICE = "the driver's device";

    private final IrpBench bench = new IrpBench();
    private final IoManager io = bench.io;
    private final PassedDownIrp passedDown = io.passDown("filter", 1, DEVICE);
    private final Irp irp = passedDown.irp();

    @Test
    void passDown_givesTheDriverItsLocationAndFreeOnesBelow() {
        assertThat(irp.origin()).isEqualTo(IrpOrigin.PASSED_DOWN);
        assertThat(irp.stackCount()).isEqualTo(2);
        assertThat(irp.currentLocation()).isEqualTo(2);
        assertThat(irp.location(2).deviceObject()).isEqualTo(DEVICE);
        assertThat(irp.nextLocation()).isSameAs(irp.location(1));
        assertThat(io.liveIrps()).containsExactly(irp);
        assertThat(passedDown.upperDriver()).isEqualTo("filter");
    }

    @Test
    void completion_withoutARoutineOfTheDriver_goesStraightBack() {
        bench.take(irp);
        bench.complete(irp, NtStatus.STATUS_CONNECTION_REFUSED);
        assertThat(passedDown.isReturned()).isTrue();
        assertThat(irp.state()).isEqualTo(IrpState.RETURNED);
        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_CONNECTION_REFUSED);
        assertThat(io.liveIrps()).isEmpty();
        assertThat(bench.machine.records(IrpCompletedPastItsOwner.class)).isEmpty();
        assertThat(bench.machine.story().subList(2, 8))
                .containsExactly(
                        "IRP 1 is passed down from filter with 1 free stack location",
                        "WskSocketConnect takes IRP 1 in stack location 1; no completion routine is set",
                        "IRP 1 completed by WskSocketConnect: STATUS_CONNECTION_REFUSED, Information 0, at"
                                + " DISPATCH_LEVEL; no completion routine is set",
                        "IRP 1 goes on up from stack location 2; completion routine runs (InvokeOnError)",
                        "IRP 1 is back at filter: STATUS_CONNECTION_REFUSED, Information 0, PendingReturned FALSE",
                        "completion routine of IRP 1 returned STATUS_MORE_PROCESSING_REQUIRED: completion stops here");
    }

    @Test
    void completionRoutine_ofTheDriver_getsItsDeviceObject() {
        List<Object> devices = new ArrayList<>();
        bench.set(irp, (device, self, context) -> {
            devices.add(device);
            return NtStatus.STATUS_SUCCESS;
        });
        bench.take(irp);
        bench.complete(irp, NtStatus.STATUS_SUCCESS);
        assertThat(devices).containsExactly(DEVICE);
        assertThat(passedDown.isReturned()).isTrue();
    }

    @Test
    void moreProcessingRequired_stopsHereUntilTheDriverCompletes() {
        bench.prepare(irp);
        bench.take(irp);
        bench.complete(irp, NtStatus.STATUS_SUCCESS);
        assertThat(passedDown.isReturned()).isFalse();
        assertThat(irp.state()).isEqualTo(IrpState.COMPLETED);
        assertThat(io.liveIrps()).containsExactly(irp);

        irp.setIoStatus(NtStatus.STATUS_UNSUCCESSFUL, 5, null);
        io.ioCompleteRequest(irp);
        assertThat(passedDown.isReturned()).isTrue();
        assertThat(irp.ioStatus()).isEqualTo(new IoStatusBlock(NtStatus.STATUS_UNSUCCESSFUL, 5, null));
        assertThat(bench.codeOf(() -> io.ioCompleteRequest(irp))).isEqualTo(BugCheck.PAGE_FAULT_IN_NONPAGED_AREA);
    }

    @Test
    void driverSendsItOnAgain_afterTakingItBack_withoutReuse() {
        bench.prepare(irp);
        bench.take(irp);
        bench.complete(irp, NtStatus.STATUS_SUCCESS);
        bench.prepare(irp);
        bench.take(irp);
        bench.complete(irp, NtStatus.STATUS_SUCCESS);
        assertThat(bench.calls).hasSize(2);
        assertThat(bench.misuses()).isEmpty();
    }

    @Test
    void driverCompletesInsideItsRoutine_andKeepsTheOldWalkFromGoingOn() {
        bench.set(irp, (device, self, context) -> {
            io.ioCompleteRequest(self);
            return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
        });
        bench.take(irp);
        bench.complete(irp, NtStatus.STATUS_SUCCESS);
        assertThat(irp.state()).isEqualTo(IrpState.RETURNED);
        assertThat(bench.machine.records(IrpReturned.class)).hasSize(1);
    }

    @Test
    void driverCompletesInsideItsRoutine_andLetsTheOldWalkGoOn_isABugCheck() {
        bench.set(irp, (device, self, context) -> {
            io.ioCompleteRequest(self);
            return NtStatus.STATUS_SUCCESS;
        });
        bench.take(irp);
        assertThat(bench.codeOf(() -> bench.complete(irp, NtStatus.STATUS_SUCCESS)))
                .isEqualTo(BugCheck.PAGE_FAULT_IN_NONPAGED_AREA);
    }

    @Test
    void driverFailsIt_withoutAnyCall_isAllowed() {
        io.ioCompleteRequest(irp, NtStatus.STATUS_INVALID_PARAMETER, 0, null, Irql.PASSIVE_LEVEL);
        passedDown.dispatchRoutineReturned(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(passedDown.isReturned()).isTrue();
        assertThat(bench.misuses()).isEmpty();
    }

    @Test
    void noFreeLocation_isBugCheck35() {
        Irp full = io.passDown("filter", 0, DEVICE).irp();
        assertThat(bench.codeOf(() -> bench.take(full))).isEqualTo(BugCheck.NO_MORE_IRP_STACK_LOCATIONS);
    }

    @Test
    void cancel_byItsOriginator_reachesTheProvider() {
        bench.take(irp);
        io.ioSetCancelRoutine(irp, (device, self) -> bench.complete(self, NtStatus.STATUS_CANCELLED));
        assertThat(passedDown.cancel()).isTrue();
        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertThat(bench.misuses()).isEmpty();
    }

    @Test
    void cancel_byTheDriver_isReportedAndDone() {
        bench.take(irp);
        assertThat(io.ioCancelIrp(irp)).isFalse();
        assertThat(bench.misuses()).containsExactly("IRP 1 was cancelled by a driver that did not create it");
        assertThat(irp.isCancelRequested()).isTrue();
    }

    @Test
    void reuse_byTheDriver_isReportedAndLosesTheHigherDriver() {
        io.ioReuseIrp(irp, NtStatus.STATUS_SUCCESS);
        bench.prepare(irp);
        bench.take(irp);
        bench.complete(irp, NtStatus.STATUS_SUCCESS);
        assertThat(bench.misuses()).containsExactly("IRP 1 was not allocated by the driver, but passed down to it");
        assertThat(passedDown.isReturned()).isFalse();
        assertThat(io.liveIrps()).containsExactly(irp);
    }

    @Test
    void completion_afterReuseByTheDriver_isBugCheck44() {
        io.ioReuseIrp(irp, NtStatus.STATUS_SUCCESS);
        assertThat(bench.codeOf(() -> io.ioCompleteRequest(irp))).isEqualTo(BugCheck.MULTIPLE_IRP_COMPLETE_REQUESTS);
    }

    /** routine: none, plain (does not mark), marks (if PendingReturned, IoMarkIrpPending). */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # provider pends | routine | dispatch routine returns | PendingReturned above | Driver Verifier
            true  | none  | STATUS_PENDING | true  | -
            true  | marks | STATUS_PENDING | true  | -
            true  | plain | STATUS_PENDING | false | 0x228 0x23D
            true  | plain | STATUS_SUCCESS | false | 0x228
            true  | none  | STATUS_SUCCESS | true  | 0x23E
            true  | marks | STATUS_SUCCESS | true  | 0x23E
            false | none  | STATUS_SUCCESS | false | -
            false | marks | STATUS_SUCCESS | false | -
            false | plain | STATUS_SUCCESS | false | -
            false | none  | STATUS_PENDING | false | 0x23D
            """)
    void pendingReturned_goesUpByTheRules(
            boolean pends, String routine, NtStatus returned, boolean seenAbove, String complaints) {
        boolean marks = routine.equals("marks");
        if (!routine.equals("none")) {
            bench.set(irp, (device, self, context) -> {
                assertThat(self.pendingReturned()).isEqualTo(pends);
                if (marks && self.pendingReturned()) {
                    io.ioMarkIrpPending(self);
                }
                return NtStatus.STATUS_SUCCESS;
            });
        }
        bench.take(irp);
        if (pends) {
            io.ioMarkIrpPending(irp);
        }
        bench.complete(irp, NtStatus.STATUS_SUCCESS);
        passedDown.dispatchRoutineReturned(returned);

        assertThat(irp.pendingReturned()).isEqualTo(seenAbove);
        String expected = complaints == null ? "" : complaints.replaceAll("0x", "Driver Verifier reports 0x");
        assertThat(bench.machine.records(IrpMisused.class))
                .extracting(IrpMisused::consequence)
                .containsExactly(complaints == null ? new String[0] : expected.split(" (?=Driver)"));
    }

    @Test
    void pendingJudgement_alsoWorksWhenTheDispatchRoutineReturnsFirst() {
        bench.take(irp);
        passedDown.dispatchRoutineReturned(NtStatus.STATUS_PENDING);
        assertThat(bench.misuses()).isEmpty();
        bench.complete(irp, NtStatus.STATUS_SUCCESS);
        assertThat(bench.misuses())
                .containsExactly("the dispatch routine returned STATUS_PENDING, but IRP 1 was not marked pending");
    }

    @Test
    void dispatchRoutine_returnsAFinalStatusTooEarlyOrAnotherOne_isBugCheckC9() {
        bench.take(irp);
        SimulatedBugCheck early = bench.stop(() -> passedDown.dispatchRoutineReturned(NtStatus.STATUS_SUCCESS));
        assertThat(early.code()).isEqualTo(BugCheck.DRIVER_VERIFIER_IOMANAGER_VIOLATION);
        assertThat(early.parameters()).isEqualTo("0x226");
        bench.complete(irp, NtStatus.STATUS_UNSUCCESSFUL);
        SimulatedBugCheck other = bench.stop(() -> passedDown.dispatchRoutineReturned(NtStatus.STATUS_SUCCESS));
        assertThat(other.parameters()).isEqualTo("0x224");
    }
}
