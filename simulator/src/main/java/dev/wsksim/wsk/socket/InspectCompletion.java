package dev.wsksim.wsk.socket;

import dev.wsksim.kernel.NtStatus;

/**
 * What WskInspectComplete came to.
 *
 * @param status the final status
 * @param reason why, in words
 */
public record InspectCompletion(NtStatus status, String reason) {

    static InspectCompletion done(String reason) {
        return new InspectCompletion(NtStatus.STATUS_SUCCESS, reason);
    }

    static InspectCompletion invalid(String reason) {
        return new InspectCompletion(NtStatus.STATUS_INVALID_PARAMETER, reason + " (assumption, OQ-14)");
    }
}
