package dev.wsksim.kernel.ke;

import dev.wsksim.kernel.NtStatus;
import org.jspecify.annotations.Nullable;

/** A Java caller that stands in KeWaitForSingleObject until its wait is over. */
final class BlockedThread implements WaitCallback {

    private @Nullable NtStatus status;

    @Override
    public void waitEnded(NtStatus newStatus) {
        status = newStatus;
    }

    boolean isReleased() {
        return status != null;
    }

    NtStatus status() {
        if (status == null) {
            throw new IllegalStateException("the wait is not over");
        }
        return status;
    }
}
