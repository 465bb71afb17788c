package dev.wsksim.kernel.io;

import dev.wsksim.kernel.BugCheck;
import dev.wsksim.kernel.NtStatus;
import org.jspecify.annotations.Nullable;

/**
 * An IRP that a simulated higher driver passed down to the driver under test, seen from above.
 *
 * <p>The higher driver keeps a completion routine at the top, which takes the IRP back, and compares what the driver's
 * dispatch routine returned with what came back in PendingReturned. Sources: using-irps-with-winsock-kernel-functions,
 * implementing-an-iocompletion-routine.
 */
public final class PassedDownIrp {

    private static final String DISPATCH_ROUTINE = "dispatch routine";

    private final IoManager manager;
    private final IrpMisuse misuse;
    private final Irp irp;
    private final String upperDriver;
    private @Nullable NtStatus dispatchStatus;
    private boolean returned;

    PassedDownIrp(IoManager manager, IrpMisuse misuse, Irp irp, String upperDriver) {
        this.manager = manager;
        this.misuse = misuse;
        this.irp = irp;
        this.upperDriver = upperDriver;
    }

    /** Returns the IRP. */
    public Irp irp() {
        return irp;
    }

    /** Returns the name of the higher driver. */
    public String upperDriver() {
        return upperDriver;
    }

    /** Tells whether the higher driver has it back. */
    public boolean isReturned() {
        return returned;
    }

    /**
     * Cancels the IRP as its originator may at any time, for instance when its thread ends.
     *
     * @return what IoCancelIrp returns
     */
    public boolean cancel() {
        return manager.cancel(irp);
    }

    /**
     * Says what the driver's dispatch routine returned to the higher driver, and judges it.
     *
     * <p>A status other than STATUS_PENDING while the IRP is not completed, or one that differs from IoStatus.Status,
     * is a fatal error of Driver Verifier (0x226, 0x224), hence bug check 0xC9. STATUS_PENDING without IoMarkIrpPending
     * and the reverse are reported only (0x23D, 0x23E).
     */
    public void dispatchRoutineReturned(NtStatus status) {
        dispatchStatus = status;
        boolean pending = status == NtStatus.STATUS_PENDING;
        if (!returned && !pending) {
            throw violation("returned " + status + ", but " + irp + " is not completed", "0x226");
        }
        if (returned && !pending && status != irp.status()) {
            throw violation("returned " + status + ", but " + irp + " was completed with " + irp.status(), "0x224");
        }
        judgePending();
    }

    /** The higher driver's completion routine. */
    NtStatus takeBack() {
        returned = true;
        manager.returned(irp, upperDriver);
        judgePending();
        return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
    }

    private void judgePending() {
        NtStatus status = dispatchStatus;
        if (!returned || status == null) {
            return;
        }
        boolean pending = status == NtStatus.STATUS_PENDING;
        String page = "using-irps-with-winsock-kernel-functions";
        if (pending && !irp.pendingReturned()) {
            String what = "the dispatch routine returned STATUS_PENDING, but " + irp + " was not marked pending";
            misuse.noteVerifier(irp, DISPATCH_ROUTINE, what, page, "0x23D");
        } else if (!pending && irp.pendingReturned()) {
            String what = "the dispatch routine returned " + status + ", but " + irp + " was marked pending";
            misuse.noteVerifier(irp, DISPATCH_ROUTINE, what, page, "0x23E");
        }
    }

    private RuntimeException violation(String what, String errorCode) {
        return misuse.stop(
                irp,
                DISPATCH_ROUTINE,
                "the dispatch routine " + what,
                "bug-check-0xc9--driver-verifier-iomanager-violation",
                BugCheck.DRIVER_VERIFIER_IOMANAGER_VIOLATION,
                errorCode);
    }
}
