package dev.wsksim.kernel.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.kernel.ke.SimulatedMachine;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class IrpAllocationTest {

    private static final int ROUNDS = 20_000;

    private final SimulatedMachine machine = new SimulatedMachine(false);
    private final IoManager io = new IoManager(machine.loop, machine.trace, machine.processor);
    private int completed;
    private final CompletionRoutine routine = (device, irp, context) -> {
        completed++;
        return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
    };
    private final CancelRoutine cancelRoutine = (device, irp) -> {};

    @Test
    void useOfAnIrp_withTheTraceOff_allocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Irp irp = io.ioAllocateIrp(1, false);
        long self = Thread.currentThread().getId();
        use(irp);
        threads.getThreadAllocatedBytes(self);
        long before = threads.getThreadAllocatedBytes(self);
        use(irp);
        long allocated = threads.getThreadAllocatedBytes(self) - before;
        assertThat(allocated).as("bytes in %d uses", ROUNDS).isLessThan(ROUNDS);
        assertThat(completed).isEqualTo(2 * ROUNDS);
    }

    private void use(Irp irp) {
        for (int round = 0; round < ROUNDS; round++) {
            io.ioReuseIrp(irp, NtStatus.STATUS_SUCCESS);
            io.ioSetCompletionRoutine(irp, routine, this, true, true, true);
            io.takeForProvider(irp, "WskSocketConnect");
            io.ioMarkIrpPending(irp);
            io.ioSetCancelRoutine(irp, cancelRoutine);
            io.ioSetCancelRoutine(irp, null);
            io.ioCompleteRequest(irp, NtStatus.STATUS_SUCCESS, round, this, Irql.DISPATCH_LEVEL);
        }
    }
}
