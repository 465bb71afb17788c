package dev.wsksim.wsk.control;

import dev.wsksim.kernel.NtStatus;

/** What a control operation has to wait for before its IRP can be completed. */
@FunctionalInterface
public interface ControlWait {

    /** Whoever is told that the wait is over. */
    interface Waiter {

        /** Tells whether nobody waits any more: the request was cancelled. */
        boolean isOver();

        /** Ends the wait; only called once, and only where it is not over. */
        void done(NtStatus status, String reason);
    }

    /**
     * Begins to wait.
     *
     * @return what to do when the wait is given up
     */
    Runnable begin(Waiter waiter);
}
