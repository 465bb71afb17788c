package dev.wsksim.kernel.io;

import dev.wsksim.kernel.NtStatus;
import org.jspecify.annotations.Nullable;

/** An IoCompletion routine. Sources: nc-wdm-io_completion_routine, implementing-an-iocompletion-routine. */
@FunctionalInterface
public interface CompletionRoutine {

    /**
     * Is told that lower drivers are done with an IRP.
     *
     * <p>Called at IRQL &lt;= DISPATCH_LEVEL in an arbitrary thread context.
     *
     * @param deviceObject the device object in the stack location of the driver that set the routine; null when it has
     *     no location, which is always so for an IRP that the driver allocated
     * @param irp the IRP
     * @param context what was given to IoSetCompletionRoutine
     * @return STATUS_MORE_PROCESSING_REQUIRED to take the IRP back, which is a must for an IRP that the driver
     *     allocated; anything else lets the completion go on
     */
    NtStatus complete(@Nullable Object deviceObject, Irp irp, @Nullable Object context);
}
