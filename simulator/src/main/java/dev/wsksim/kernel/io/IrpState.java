package dev.wsksim.kernel.io;

/**
 * Where an IRP is in its life. Windows keeps no such state; it is what the documentation says about who may touch the
 * IRP.
 */
public enum IrpState {
    /** Its driver may prepare it and pass it on: just allocated, reused, or just passed down. */
    READY,
    /** A provider has it, from the entry of the call that was given the IRP until its completion. */
    OWNED_BY_PROVIDER,
    /** It is being completed; its completion routine is running or about to run. */
    COMPLETING,
    /** Its completion was stopped by STATUS_MORE_PROCESSING_REQUIRED: it is its driver's again. */
    COMPLETED,
    /** A passed-down IRP went back to the higher driver that it came from. */
    RETURNED(true),
    /** Its driver freed it. */
    FREED(true),
    /** Its completion ran past its last stack location without being stopped: nobody may touch it any more. */
    FREED_BY_IO_MANAGER(true);

    private final boolean gone;

    IrpState() {
        this(false);
    }

    IrpState(boolean gone) {
        this.gone = gone;
    }

    /** Tells whether whoever touches the IRP touches memory that may be somebody else's by now. */
    boolean isGone() {
        return gone;
    }
}
