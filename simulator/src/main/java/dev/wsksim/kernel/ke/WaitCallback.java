package dev.wsksim.kernel.ke;

import dev.wsksim.kernel.NtStatus;

/** What a thread does when its wait is over. */
@FunctionalInterface
public interface WaitCallback {

    /**
     * Goes on after the wait, in the thread and at the IRQL that waited.
     *
     * @param status STATUS_SUCCESS when the object satisfied the wait, STATUS_TIMEOUT when time ran out; both are
     *     NT_SUCCESS values
     */
    void waitEnded(NtStatus status);
}
