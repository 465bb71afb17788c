package dev.wsksim.wsk.call;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.wsk.control.ControlOutcome;
import dev.wsksim.wsk.control.ControlWait;
import dev.wsksim.wsk.control.DescriptorEvent;
import org.jspecify.annotations.Nullable;

/** The outcome of a control operation on its way to the return value or the IRP of the call that it belongs to. */
final class ControlCall implements ControlWait.Waiter {

    private final WskCall call;
    private @Nullable Runnable giveUp;

    ControlCall(WskCall call) {
        this.call = call;
    }

    /** Reports the outcome of a call without an IRP, and returns its status. */
    NtStatus returned(ControlOutcome outcome) {
        report(outcome);
        if (call.environment().trace().isActive()) {
            call.environment().trace().emit(new WskCallSettled(call.function(), 0, outcome.status(), outcome.reason()));
        }
        return outcome.status();
    }

    /** Settles a call with an IRP, now or when what it waits for has happened. */
    void settle(ControlOutcome outcome) {
        report(outcome);
        ControlWait wait = outcome.awaited();
        if (wait != null) {
            giveUp = wait.begin(this);
        } else if (outcome.status() == NtStatus.STATUS_SUCCESS) {
            call.settle(NtStatus.STATUS_SUCCESS, outcome.bytesReturned(), null, outcome.reason());
        } else {
            call.refuse(outcome.status(), outcome.reason());
        }
    }

    /** Gives the wait up, because the request was cancelled. */
    void abandon() {
        Runnable action = giveUp;
        if (action != null) {
            giveUp = null;
            action.run();
        }
    }

    @Override
    public boolean isOver() {
        return call.isSettled();
    }

    @Override
    public void done(NtStatus status, String reason) {
        giveUp = null;
        call.settle(status, reason);
    }

    private void report(ControlOutcome outcome) {
        DescriptorEvent event = outcome.event();
        if (event != null && call.environment().trace().isActive()) {
            call.environment().trace().emit(event);
        }
    }
}
