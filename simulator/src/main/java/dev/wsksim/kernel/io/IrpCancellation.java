package dev.wsksim.kernel.io;

import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.kernel.ke.Processor;
import dev.wsksim.trace.Trace;

/**
 * IoCancelIrp: sets the Cancel flag of an IRP, takes its cancel routine away, and calls it.
 *
 * <p>In Windows the flag and the routine change hands under the cancel spin lock. Nothing can come between them here,
 * so the lock itself is not modelled.
 *
 * <p>Sources: nf-wdm-iocancelirp, canceling-irps, introduction-to-cancel-routines.
 */
final class IrpCancellation {

    private static final String ROUTINE = "IoCancelIrp";
    private static final String PAGE = "nf-wdm-iocancelirp";

    private final Trace trace;
    private final Processor processor;
    private final IrpMisuse misuse;

    IrpCancellation(Trace trace, Processor processor, IrpMisuse misuse) {
        this.trace = trace;
        this.processor = processor;
        this.misuse = misuse;
    }

    /** Cancels an IRP at the wish of the driver under test. */
    boolean cancelByDriver(Irp irp) {
        if (irp.origin() == IrpOrigin.PASSED_DOWN) {
            misuse.note(irp, ROUTINE, irp + " was cancelled by a driver that did not create it", PAGE);
        }
        return cancel(irp);
    }

    /** Cancels an IRP at the wish of its creator. */
    boolean cancel(Irp irp) {
        processor.requireAtMost(Irql.DISPATCH_LEVEL, ROUTINE, PAGE);
        misuse.requireAlive(irp, ROUTINE, PAGE);
        irp.setCancelRequested();
        CancelRoutine routine = irp.cancelRoutine();
        irp.setCancelRoutine(null);
        boolean called = routine != null;
        if (trace.isActive()) {
            String why = called ? "its cancel routine is called" : "it has no cancel routine now; " + irp.standing();
            trace.emit(new IrpCancelRequested(irp.number(), called, why));
        }
        if (routine != null) {
            routine.cancel(irp.currentDeviceObject(), irp);
        }
        return called;
    }
}
