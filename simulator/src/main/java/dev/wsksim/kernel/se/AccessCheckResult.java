package dev.wsksim.kernel.se;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.NtStatus;
import java.util.Optional;

/**
 * The outcome of an access check, and what decided it.
 *
 * @param status STATUS_SUCCESS, STATUS_ACCESS_DENIED, STATUS_PRIVILEGE_NOT_HELD or STATUS_BAD_IMPERSONATION_LEVEL
 * @param grantedAccess the rights that were granted; none when access was denied
 * @param step the step that decided
 * @param ace the entry that decided, if an entry did; of the SACL for a mandatory label, otherwise of the DACL
 * @param reason one clause for a person to read, such as {@code ACE 2 (D;;GA;;;BG) denied 0x00000001}
 * @param trail what each step and each entry did, in order
 */
public record AccessCheckResult(
        NtStatus status,
        AccessMask grantedAccess,
        AccessCheckStep step,
        Optional<AceReference> ace,
        String reason,
        ImmutableList<String> trail) {

    /** Returns true when access was granted. */
    public boolean isGranted() {
        return status.isSuccess();
    }

    /** Returns status and reason in one line. */
    @Override
    public String toString() {
        return status + ": " + reason;
    }
}
