package dev.wsksim.net.tcp;

import dev.wsksim.engine.Event;
import dev.wsksim.engine.SimulationLoop;

/**
 * The one timer of a connection; what it means when it fires depends on the state of the connection.
 *
 * <p>Arming it later than it is pending leaves the pending event alone, which goes off in vain and is then scheduled
 * for the rest: a timer that is pushed back by every segment costs nothing.
 */
final class TcpTimer implements Event {

    private final SimulationLoop loop;
    private final TcpConnection connection;
    private long deadlineNanos;
    private long pendingNanos;
    private long handle = SimulationLoop.NO_HANDLE;
    private long cause;

    TcpTimer(SimulationLoop loop, TcpConnection connection) {
        this.loop = loop;
        this.connection = connection;
    }

    /** Makes the timer fire once, after a delay, in place of whatever it was armed for. */
    void arm(long delayNanos) {
        long now = loop.nowNanos();
        deadlineNanos = Math.max(now + delayNanos, now);
        cause = loop.cause();
        if (handle != SimulationLoop.NO_HANDLE) {
            if (pendingNanos <= deadlineNanos) {
                return;
            }
            loop.cancel(handle);
        }
        schedule();
    }

    /** Makes sure that the timer does not fire. */
    void disarm() {
        if (handle != SimulationLoop.NO_HANDLE) {
            loop.cancel(handle);
            handle = SimulationLoop.NO_HANDLE;
        }
    }

    @Override
    public void fire() {
        if (deadlineNanos > loop.nowNanos()) {
            schedule();
            return;
        }
        handle = SimulationLoop.NO_HANDLE;
        // The event may be older than the last arming; what follows now follows from the arming.
        loop.setCause(cause);
        connection.timerFired();
    }

    private void schedule() {
        pendingNanos = deadlineNanos;
        handle = loop.scheduleAt(deadlineNanos, this);
    }
}
