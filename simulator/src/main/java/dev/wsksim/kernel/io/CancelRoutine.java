package dev.wsksim.kernel.io;

import org.jspecify.annotations.Nullable;

/**
 * A Cancel routine.
 *
 * <p>In Windows it is called with the cancel spin lock held and releases it before anything else. Here the I/O manager
 * has released it on the routine's behalf, so the routine runs at the IRQL of the caller of IoCancelIrp and may
 * complete the IRP.
 *
 * <p>Sources: nc-wdm-driver_cancel, implementing-a-cancel-routine.
 */
@FunctionalInterface
public interface CancelRoutine {

    /**
     * Is told that the IRP is to be cancelled; completes it with STATUS_CANCELLED now or soon.
     *
     * @param deviceObject the device object of the current stack location; null when it has none
     * @param irp the IRP, whose Cancel flag is set and whose cancel routine is gone
     */
    void cancel(@Nullable Object deviceObject, Irp irp);
}
