package dev.wsksim.kernel.ke;

import dev.wsksim.engine.SimTime;
import dev.wsksim.engine.Waiting;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.ps.EThread;

/** One thread's wait for one event, from its beginning until the thread goes on. */
final class ThreadWait implements Waiting {

    private final EThread thread;
    private final KEvent event;
    private final WaitCallback callback;
    private final Irql irql;
    private final long beganNanos;
    private final long timeoutNanos;
    private long timer;

    ThreadWait(EThread thread, KEvent event, WaitCallback callback, Irql irql, long beganNanos, long timeoutNanos) {
        this.thread = thread;
        this.event = event;
        this.callback = callback;
        this.irql = irql;
        this.beganNanos = beganNanos;
        this.timeoutNanos = timeoutNanos;
    }

    EThread thread() {
        return thread;
    }

    KEvent event() {
        return event;
    }

    Irql irql() {
        return irql;
    }

    long beganNanos() {
        return beganNanos;
    }

    long timeoutNanos() {
        return timeoutNanos;
    }

    boolean isOf(WaitCallback other) {
        return callback == other;
    }

    boolean hasTimer() {
        return timeoutNanos != KernelWaits.NO_TIMEOUT;
    }

    long timer() {
        return timer;
    }

    void setTimer(long handle) {
        timer = handle;
    }

    void resume(NtStatus status) {
        callback.waitEnded(status);
    }

    @Override
    public String describe() {
        return thread + " waits for " + event + " since " + new SimTime(beganNanos)
                + (hasTimer() ? "" : ", without a time-out");
    }
}
