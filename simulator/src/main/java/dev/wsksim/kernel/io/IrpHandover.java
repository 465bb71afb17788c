package dev.wsksim.kernel.io;

import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.kernel.BugCheck;
import dev.wsksim.trace.Trace;

/**
 * A provider takes an IRP at the entry of a call, as a lower driver gets it from IoCallDriver.
 *
 * <p>Sources: using-irps-with-winsock-kernel-functions, reusing-irps, bug-check-0x35--no-more-irp-stack-locations.
 */
final class IrpHandover {

    private static final String PAGE = "using-irps-with-winsock-kernel-functions";

    private final SimulationLoop loop;
    private final Trace trace;
    private final IrpMisuse misuse;

    IrpHandover(SimulationLoop loop, Trace trace, IrpMisuse misuse) {
        this.loop = loop;
        this.trace = trace;
        this.misuse = misuse;
    }

    void take(Irp irp, String function) {
        boolean isReady = irp.state() == IrpState.READY;
        if (!isReady) {
            misuse.requireAlive(irp, function, PAGE);
        }
        IoStackLocation next = irp.nextLocation();
        if (next == null) {
            String what = irp + " has no stack location left for " + function + ": " + irp.standing();
            throw misuse.stop(irp, function, what, PAGE, BugCheck.NO_MORE_IRP_STACK_LOCATIONS, "");
        }
        if (!isReady) {
            judgeState(irp, function);
        }
        if (trace.isActive()) {
            boolean routine = next.completionRoutine() != null;
            boolean cancel = irp.isCancelRequested();
            int location = irp.currentLocation() - 1;
            trace.emit(new IrpTaken(irp.number(), function, location, routine, next.invokeOn(), cancel));
        }
        irp.moveDown();
        irp.enter(IrpState.OWNED_BY_PROVIDER, loop.nowNanos(), function);
    }

    private void judgeState(Irp irp, String function) {
        if (irp.state() == IrpState.OWNED_BY_PROVIDER) {
            String what = function + " was given an IRP that is in use: " + irp.standing();
            throw misuse.stop(irp, function, what, PAGE, BugCheck.DRIVER_VERIFIER_IOMANAGER_VIOLATION, "0x205");
        }
        boolean used = irp.state() == IrpState.COMPLETED || irp.state() == IrpState.COMPLETING;
        if (used && irp.origin() == IrpOrigin.ALLOCATED) {
            String what = function + " was given an IRP without IoReuseIrp after its last use: " + irp.standing();
            misuse.note(irp, function, what, PAGE);
        }
    }
}
