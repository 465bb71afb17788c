package dev.wsksim.kernel.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.kernel.NtStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every ending of an IRP with every combination of Invoke flags and every kind of return value of the routine. */
class IrpCompletionMatrixTest {

    private static final List<NtStatus> ANSWERS = List.of(
            NtStatus.STATUS_MORE_PROCESSING_REQUIRED,
            NtStatus.STATUS_SUCCESS,
            NtStatus.STATUS_PENDING,
            NtStatus.STATUS_UNSUCCESSFUL);

    /** How an IRP ends, and for which flags (success, error, cancel; bit by bit) its routine runs. */
    private enum Ending {
        SUCCESS(NtStatus.STATUS_SUCCESS, false, 0b001),
        ERROR(NtStatus.STATUS_CONNECTION_REFUSED, false, 0b010),
        CANCELLED(NtStatus.STATUS_CANCELLED, true, 0b110),
        CANCELLED_TOO_LATE(NtStatus.STATUS_SUCCESS, true, 0b101);

        private final NtStatus status;
        private final boolean cancel;
        private final int runsFor;

        Ending(NtStatus status, boolean cancel, int runsFor) {
            this.status = status;
            this.cancel = cancel;
            this.runsFor = runsFor;
        }
    }

    static Stream<Arguments> cells() {
        List<Arguments> cells = new ArrayList<>();
        for (Ending ending : Ending.values()) {
            for (int flags = 0; flags < 8; flags++) {
                for (NtStatus answer : ANSWERS) {
                    cells.add(Arguments.of(ending, flags, answer));
                }
            }
        }
        return cells.stream();
    }

    @ParameterizedTest
    @MethodSource("cells")
    void completion_callsTheRoutineIfAFlagFitsAndStopsOnlyOnMoreProcessing(Ending ending, int flags, NtStatus answer) {
        IrpBench bench = new IrpBench();
        Irp irp = bench.io.ioAllocateIrp(1, false);
        bench.io.ioSetCompletionRoutine(
                irp, bench.answering(answer), null, (flags & 1) != 0, (flags & 2) != 0, (flags & 4) != 0);
        bench.take(irp);
        if (ending.cancel) {
            assertThat(bench.io.ioCancelIrp(irp)).isFalse();
        }

        bench.complete(irp, ending.status);

        boolean runs = (ending.runsFor & flags) != 0;
        boolean kept = runs && answer == NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
        assertThat(bench.calls).hasSize(runs ? 1 : 0);
        assertThat(irp.state()).isEqualTo(kept ? IrpState.COMPLETED : IrpState.FREED_BY_IO_MANAGER);
        assertThat(bench.io.liveIrps()).hasSize(kept ? 1 : 0);
        assertThat(bench.machine.records(IrpCompletedPastItsOwner.class)).hasSize(kept ? 0 : 1);
        assertThat(bench.machine.records(CompletionRoutineReturned.class)).hasSize(runs ? 1 : 0);
        assertThat(irp.status()).isEqualTo(ending.status);
    }
}
