package dev.wsksim.kernel.io;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wsksim.kernel.BugCheck;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.SimulatedBugCheck;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.kernel.ke.SimulatedMachine;
import java.util.ArrayList;
import java.util.List;

/** An I/O manager with a driver and a provider that tests play. */
final class IrpBench {

    static final String PROVIDER = "WskSocketConnect";

    final SimulatedMachine machine = new SimulatedMachine();
    final IoManager io = new IoManager(machine.loop, machine.trace, machine.processor);
    final List<String> calls = new ArrayList<>();

    /** A routine that notes what it sees and answers as told. */
    CompletionRoutine answering(NtStatus answer) {
        return (device, irp, context) -> {
            calls.add(irp + " " + irp.status() + " at " + machine.processor.currentIrql());
            return answer;
        };
    }

    /** Allocates an IRP with one stack location and a routine that keeps it, called in all cases. */
    Irp prepared() {
        Irp irp = io.ioAllocateIrp(1, false);
        prepare(irp);
        return irp;
    }

    void prepare(Irp irp) {
        set(irp, answering(NtStatus.STATUS_MORE_PROCESSING_REQUIRED));
    }

    void set(Irp irp, CompletionRoutine routine) {
        io.ioSetCompletionRoutine(irp, routine, null, true, true, true);
    }

    void take(Irp irp) {
        io.takeForProvider(irp, PROVIDER);
    }

    void complete(Irp irp, NtStatus status) {
        io.ioCompleteRequest(irp, status, 0, null, Irql.DISPATCH_LEVEL);
    }

    SimulatedBugCheck stop(Runnable deed) {
        return catchThrowableOfType(SimulatedBugCheck.class, deed::run);
    }

    BugCheck codeOf(Runnable deed) {
        SimulatedBugCheck stop = stop(deed);
        return stop == null ? null : stop.code();
    }

    List<String> misuses() {
        return machine.records(IrpMisused.class).stream().map(IrpMisused::what).toList();
    }
}
