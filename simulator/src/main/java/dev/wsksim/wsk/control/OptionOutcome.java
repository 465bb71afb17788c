package dev.wsksim.wsk.control;

import dev.wsksim.kernel.NtStatus;
import org.jspecify.annotations.Nullable;

/**
 * What setting or getting a socket option came to.
 *
 * @param status the final status
 * @param bytesReturned the bytes written to OutputBuffer, for {@code IoStatus.Information}
 * @param reason why, in words
 * @param event how the driver's hold on a cached descriptor changed; null when it did not
 */
public record OptionOutcome(
        NtStatus status,
        long bytesReturned,
        String reason,
        @Nullable DescriptorEvent event) {

    static OptionOutcome done(String reason) {
        return new OptionOutcome(NtStatus.STATUS_SUCCESS, 0, reason, null);
    }

    static OptionOutcome returned(long bytes, String reason) {
        return new OptionOutcome(NtStatus.STATUS_SUCCESS, bytes, reason, null);
    }

    static OptionOutcome failed(NtStatus status, String reason) {
        return new OptionOutcome(status, 0, reason + " (the status is an assumption)", null);
    }
}
