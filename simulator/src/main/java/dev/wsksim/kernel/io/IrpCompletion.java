package dev.wsksim.kernel.io;

import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.kernel.BugCheck;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.kernel.ke.Processor;
import dev.wsksim.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * IoCompleteRequest: walks up the stack locations of an IRP and calls the completion routines on the way.
 *
 * <p>At each location that is left, PendingReturned is taken from it. Then its routine is called if its Invoke flags
 * fit the status and the Cancel flag; STATUS_MORE_PROCESSING_REQUIRED stops the walk, and all other return values mean
 * the same. Where no routine is called, the pending mark is handed on to the location above, so that the drivers up
 * there see it too. The location is wiped before its routine runs: this is why a completion routine has to be set again
 * for every use of an IRP.
 *
 * <p>A routine may free, reuse or complete the IRP before it returns STATUS_MORE_PROCESSING_REQUIRED. If it does so and
 * lets the walk go on, the walk goes on in an IRP that is not there any more: a bug check. Each completion, reuse and
 * end of an IRP begins a new turn, and this is how the walk notices.
 *
 * <p>Whether somebody has to complete an IRP at all is told by its current location, here as in Windows: an IRP without
 * one is not on its way, because nobody took it or because it was completed before.
 *
 * <p>A completion may come inside the call that the completion routine of another IRP makes, or of the same again.
 * Kernel stacks are small, and a driver that goes on like this without end overflows its own: a double fault. No page
 * says after how many calls; here it is more than {@value #NESTED_COMPLETIONS} completions inside each other, a limit of
 * the simulator that stands for the size of the stack (assumption, OQ-126).
 *
 * <p>Sources: nf-wdm-iocompleterequest, nf-wdm-iosetcompletionroutine, using-iocompletion-routines,
 * implementing-an-iocompletion-routine. What Windows does with an IRP of IoAllocateIrp whose completion nobody stops is
 * not documented; our assumption is that the IRP is gone from then on.
 */
final class IrpCompletion {

    private static final String ROUTINE = "IoCompleteRequest";
    private static final String PAGE = "nf-wdm-iocompleterequest";
    private static final String PAGE_0X7F = "bug-check-0x7f--unexpected-kernel-mode-trap";
    private static final String PAGE_0X44 = "bug-check-0x44--multiple-irp-complete-requests";

    /** How many completions may run inside each other, each in a call that the routine of the one before makes. */
    static final int NESTED_COMPLETIONS = 100;

    private final SimulationLoop loop;
    private final Trace trace;
    private final Processor processor;
    private final IrpMisuse misuse;
    private final IrpLedger ledger;
    private int nested;

    IrpCompletion(SimulationLoop loop, Trace trace, Processor processor, IrpMisuse misuse, IrpLedger ledger) {
        this.loop = loop;
        this.trace = trace;
        this.processor = processor;
        this.misuse = misuse;
        this.ledger = ledger;
    }

    void complete(Irp irp, NtStatus status, long information, @Nullable Object informationObject, Irql at) {
        String by = irp.state() == IrpState.OWNED_BY_PROVIDER ? irp.stateBy() : ROUTINE;
        require(irp, status, at);
        requireStack(irp);
        irp.setIoStatus(status, information, informationObject);
        irp.enter(IrpState.COMPLETING, loop.nowNanos(), by);
        Irql before = processor.switchIrql(at);
        nested++;
        try {
            walk(irp, irp.beginTurn(), by);
        } finally {
            nested--;
            processor.switchIrql(before);
        }
    }

    private void require(Irp irp, NtStatus status, Irql at) {
        misuse.requireAlive(irp, ROUTINE, PAGE);
        if (!irp.hasCurrentLocation()) {
            String what = "an IRP was completed that nobody had to complete: " + irp.standing();
            throw misuse.stop(irp, ROUTINE, what, PAGE_0X44, BugCheck.MULTIPLE_IRP_COMPLETE_REQUESTS, "");
        }
        if (at != Irql.DISPATCH_LEVEL && at.isAbove(Irql.DISPATCH_LEVEL)) {
            throw violation(irp, "was completed at " + at + ", but the limit is DISPATCH_LEVEL", "0x0E");
        }
        if (status == NtStatus.STATUS_PENDING) {
            throw violation(irp, "was completed with STATUS_PENDING, which is not a final status", "0x06");
        }
        if (irp.cancelRoutine() != null) {
            throw violation(irp, "was completed while its cancel routine was still set", "0x07");
        }
    }

    private void requireStack(Irp irp) {
        if (nested >= NESTED_COMPLETIONS) {
            String what = "the kernel stack overflowed: " + irp + " was to be completed inside " + NESTED_COMPLETIONS
                    + " completions that had not returned, each in a call made by the completion routine before it (assumption,"
                    + " OQ-126)";
            BugCheck code = BugCheck.UNEXPECTED_KERNEL_MODE_TRAP;
            throw misuse.stop(irp, ROUTINE, what, PAGE_0X7F, code, "0x08, a double fault");
        }
    }

    private RuntimeException violation(Irp irp, String what, String parameter) {
        BugCheck code = BugCheck.DRIVER_VERIFIER_IOMANAGER_VIOLATION;
        return misuse.stop(irp, ROUTINE, irp + " " + what, PAGE, code, parameter);
    }

    private void walk(Irp irp, long turn, String by) {
        boolean first = true;
        while (irp.hasCurrentLocation()) {
            IoStackLocation left = irp.moveUp();
            irp.setPendingReturned(left.isPending());
            CompletionRoutine routine = left.completionRoutine();
            if (trace.isActive()) {
                report(irp, left, by, first);
            }
            first = false;
            if (routine == null || !left.invokeOn().fits(irp.status(), irp.isCancelRequested())) {
                handPendingOn(irp, left);
                continue;
            }
            Object context = left.context();
            left.clear();
            Irql calledAt = processor.currentIrql();
            NtStatus answer = routine.complete(irp.currentDeviceObject(), irp, context);
            processor.requireRestored(calledAt, "a completion routine");
            if (stops(irp, turn, answer)) {
                return;
            }
        }
        ranOffTheTop(irp);
    }

    private void handPendingOn(Irp irp, IoStackLocation left) {
        if (left.isPending() && irp.hasCurrentLocation()) {
            irp.location(irp.currentLocation()).markPending();
        }
        left.clear();
    }

    private boolean stops(Irp irp, long turn, NtStatus answer) {
        boolean stops = answer == NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
        if (stops && irp.state() == IrpState.COMPLETING) {
            irp.enter(IrpState.COMPLETED, loop.nowNanos(), irp.stateBy());
        }
        if (trace.isActive()) {
            trace.emit(new CompletionRoutineReturned(irp.number(), answer, irp.state()));
        }
        if (!stops) {
            requireUntouched(irp, turn, answer);
        }
        return stops;
    }

    private void requireUntouched(Irp irp, long turn, NtStatus answer) {
        String page = "implementing-an-iocompletion-routine";
        if (!irp.isTurn(turn)) {
            misuse.requireAlive(irp, "a completion routine that returned " + answer, page);
            String what = "a completion routine gave the IRP away and returned " + answer + ": " + irp.standing();
            throw misuse.stop(irp, ROUTINE, what, page, BugCheck.MULTIPLE_IRP_COMPLETE_REQUESTS, "");
        }
        boolean forgotten = irp.pendingReturned()
                && irp.hasCurrentLocation()
                && !irp.location(irp.currentLocation()).isPending();
        if (forgotten) {
            String what = "PendingReturned was TRUE, but the completion routine of " + irp
                    + " let completion go on without IoMarkIrpPending";
            misuse.noteVerifier(irp, "IoMarkIrpPending", what, page, "0x228");
        }
    }

    private void ranOffTheTop(Irp irp) {
        if (trace.isActive()) {
            String why = "no completion routine returned STATUS_MORE_PROCESSING_REQUIRED";
            trace.emit(new IrpCompletedPastItsOwner(irp.number(), irp.origin(), why));
        }
        irp.enter(IrpState.FREED_BY_IO_MANAGER, loop.nowNanos(), irp.stateBy());
        irp.beginTurn();
        ledger.remove(irp);
    }

    private void report(Irp irp, IoStackLocation left, String by, boolean first) {
        String routine = routineWords(irp, left);
        if (first) {
            boolean pointer = irp.informationObject() != null;
            trace.emit(new IrpCompleted(
                    irp.number(),
                    by,
                    irp.status(),
                    irp.information(),
                    pointer,
                    processor.currentIrql(),
                    irp.isCancelRequested(),
                    routine));
        } else {
            trace.emit(new CompletionWentUp(irp.number(), irp.currentLocation() - 1, routine));
        }
    }

    private static String routineWords(Irp irp, IoStackLocation left) {
        if (left.completionRoutine() == null) {
            return "no completion routine is set";
        }
        String reason = left.invokeOn().reason(irp.status(), irp.isCancelRequested());
        return reason.isEmpty()
                ? "completion routine does not run: set for " + left.invokeOn()
                : "completion routine runs (" + reason + ")";
    }
}
