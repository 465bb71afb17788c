package dev.wsksim.kernel.io;

import dev.wsksim.kernel.BugCheck;
import dev.wsksim.kernel.SimulatedBugCheck;
import dev.wsksim.trace.Trace;

/**
 * Reports wrong uses of IRPs, and makes the bug checks that follow from them.
 *
 * <p>Which misuse stops the machine is taken from bug-check-0xc9--driver-verifier-iomanager-violation and the pages of
 * the other codes. What Driver Verifier calls a fatal error stops the simulation; what it calls non-fatal, and what it
 * does not look at, is only reported.
 */
final class IrpMisuse {

    private final Trace trace;

    IrpMisuse(Trace trace) {
        this.trace = trace;
    }

    /** Reports a misuse that Windows lets pass. */
    void note(Irp irp, String routine, String what, String page) {
        report(irp, routine, what, page, "");
    }

    /**
     * Reports a misuse that Windows lets pass, but Driver Verifier complains of as a non-fatal error with this code.
     */
    void noteVerifier(Irp irp, String routine, String what, String page, String errorCode) {
        report(irp, routine, what, page, "Driver Verifier reports " + errorCode);
    }

    /** Reports a misuse that stops Windows, or Windows with Driver Verifier; the caller throws the result. */
    SimulatedBugCheck stop(Irp irp, String routine, String what, String page, BugCheck code, String parameters) {
        report(irp, routine, what, page, "bug check " + code.toHex() + " " + code.name());
        return new SimulatedBugCheck(code, parameters, what, page);
    }

    /** Stops when an IRP is gone, so that touching it touches memory that may be somebody else's by now. */
    void requireAlive(Irp irp, String routine, String page) {
        if (irp.state().isGone()) {
            String what = routine + " was given an IRP that is gone: " + irp.standing();
            throw stop(irp, routine, what, page, BugCheck.PAGE_FAULT_IN_NONPAGED_AREA, "seen with special pool");
        }
    }

    private void report(Irp irp, String routine, String what, String page, String consequence) {
        if (trace.isActive()) {
            trace.emit(new IrpMisused(irp.number(), routine, irp.state(), what, page, consequence));
        }
    }
}
