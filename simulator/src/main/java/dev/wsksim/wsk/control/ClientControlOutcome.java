package dev.wsksim.wsk.control;

import dev.wsksim.kernel.NtStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a client control operation came to.
 *
 * @param status what WskControlClient returns
 * @param reason why, in words
 * @param event how the driver's hold on a cached descriptor changed; null when it did not
 */
public record ClientControlOutcome(
        NtStatus status, String reason, @Nullable DescriptorEvent event) {

    /** Returns an outcome that is not about descriptors. */
    public static ClientControlOutcome of(NtStatus status, String reason) {
        return new ClientControlOutcome(status, reason, null);
    }
}
