package dev.wsksim.kernel.io;

import org.jspecify.annotations.Nullable;

/**
 * One driver's part of an IRP, with the completion routine of the driver above it.
 *
 * <p>Source: i-o-stack-locations, ns-wdm-_io_stack_location.
 */
public final class IoStackLocation {

    private @Nullable Object deviceObject;
    private @Nullable CompletionRoutine routine;
    private @Nullable Object context;
    private InvokeOn invokeOn = InvokeOn.NEVER;
    private boolean pending;
    private boolean clear = true;

    IoStackLocation() {}

    /** Returns the device object that the IRP was sent to, or null. */
    public @Nullable Object deviceObject() {
        return deviceObject;
    }

    /** Returns the completion routine that the driver above set, or null. */
    public @Nullable CompletionRoutine completionRoutine() {
        return routine;
    }

    /** Returns the context of the completion routine. */
    public @Nullable Object context() {
        return context;
    }

    /** Returns when the completion routine is called. */
    public InvokeOn invokeOn() {
        return invokeOn;
    }

    /** Tells whether IoMarkIrpPending was called on this location (SL_PENDING_RETURNED). */
    public boolean isPending() {
        return pending;
    }

    void setDeviceObject(@Nullable Object newDeviceObject) {
        clear = false;
        deviceObject = newDeviceObject;
    }

    void setRoutine(@Nullable CompletionRoutine newRoutine, @Nullable Object newContext, InvokeOn when) {
        clear = false;
        routine = newRoutine;
        context = newContext;
        invokeOn = when;
    }

    void markPending() {
        clear = false;
        pending = true;
    }

    void clear() {
        if (clear) {
            return;
        }
        clear = true;
        deviceObject = null;
        routine = null;
        context = null;
        invokeOn = InvokeOn.NEVER;
        pending = false;
    }
}
