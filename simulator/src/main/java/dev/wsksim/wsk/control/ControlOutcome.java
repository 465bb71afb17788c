package dev.wsksim.wsk.control;

import dev.wsksim.kernel.NtStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a control operation came to.
 *
 * @param status the final status; of an operation that waits, what the function returns where there is no IRP
 * @param bytesReturned the bytes written to OutputBuffer
 * @param reason why, in words
 * @param event how the driver's hold on a cached descriptor changed; null when it did not
 * @param awaited what has to happen before the IRP can be completed; null for nothing
 */
public record ControlOutcome(
        NtStatus status,
        long bytesReturned,
        String reason,
        @Nullable DescriptorEvent event,
        @Nullable ControlWait awaited) {

    /** Returns the outcome of an operation that returns nothing and is done. */
    public static ControlOutcome done(String reason) {
        return new ControlOutcome(NtStatus.STATUS_SUCCESS, 0, reason, null, null);
    }

    /** Returns the outcome of an operation that has written to OutputBuffer. */
    public static ControlOutcome returned(long bytes, String reason) {
        return new ControlOutcome(NtStatus.STATUS_SUCCESS, bytes, reason, null, null);
    }

    /** Returns an outcome with a status that a page names, or that was seen. */
    public static ControlOutcome of(NtStatus status, String reason) {
        return new ControlOutcome(status, 0, reason, null, null);
    }

    /** Returns a failure whose status no page names. */
    public static ControlOutcome failed(NtStatus status, String reason) {
        return of(status, reason + " (the status is an assumption)");
    }

    /** Returns STATUS_INVALID_PARAMETER, which no page names. */
    public static ControlOutcome invalid(String reason) {
        return failed(NtStatus.STATUS_INVALID_PARAMETER, reason);
    }

    /** Returns the outcome of an operation that goes on after the call has returned. */
    public static ControlOutcome waiting(NtStatus withoutIrp, String reason, ControlWait wait) {
        return new ControlOutcome(withoutIrp, 0, reason, null, wait);
    }

    /** Returns this outcome with a change of the hold on a cached descriptor. */
    ControlOutcome with(DescriptorEvent change) {
        return new ControlOutcome(status, bytesReturned, reason, change, awaited);
    }
}
