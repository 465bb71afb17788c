package dev.wsksim.wsk.provider;

import dev.wsksim.engine.Event;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.engine.Waiting;
import dev.wsksim.wsk.Wsk;

/** A thread blocked in WskCaptureProviderNPI; its event is the end of the wait. */
final class PendingCapture implements Event, Waiting {

    private final WskProvider provider;
    private final WskRegistration registration;
    private final String thread;
    private final long timeoutMillis;
    private final CaptureCallback callback;
    private long timer;
    private boolean hasTimer;

    PendingCapture(
            WskProvider provider,
            WskRegistration registration,
            String thread,
            long timeoutMillis,
            CaptureCallback callback) {
        this.provider = provider;
        this.registration = registration;
        this.thread = thread;
        this.timeoutMillis = timeoutMillis;
        this.callback = callback;
    }

    WskRegistration registration() {
        return registration;
    }

    CaptureCallback callback() {
        return callback;
    }

    void setTimer(long handle) {
        timer = handle;
        hasTimer = true;
    }

    void cancelTimer(SimulationLoop loop) {
        if (hasTimer) {
            loop.cancel(timer);
        }
    }

    @Override
    public void fire() {
        provider.captureTimedOut(this);
    }

    @Override
    public String describe() {
        String howLong = timeoutMillis == Wsk.WSK_INFINITE_WAIT
                ? "without limit"
                : "for up to " + SimDuration.ofMillis(timeoutMillis);
        return thread + " waits in WskCaptureProviderNPI, " + howLong + ", for the WSK subsystem to be ready";
    }
}
