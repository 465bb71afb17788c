package dev.wsksim.net.tcp;

import dev.wsksim.engine.Event;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.link.NodePause;

/**
 * A timer of a connection, cheap to push back and to stop.
 *
 * <p>Arming it later than it is pending leaves the pending event alone, which goes off in vain and is then scheduled for
 * the rest; disarming leaves it alone too. So a timer that is touched by every segment costs nothing but now and then an
 * event in vain.
 */
abstract class TcpTimer implements Event {

    private static final long IDLE = Long.MAX_VALUE;

    private long deadlineNanos = IDLE;
    private long pendingNanos;
    private long handle = SimulationLoop.NO_HANDLE;
    private long cause;

    /** Returns the loop on which it runs; a timer does not keep it, since there are so many timers. */
    abstract SimulationLoop loop();

    /** The time is up. */
    abstract void expired();

    /** Returns whether the host stands still, in which case no timer fires. */
    abstract NodePause pause();

    /** Makes the timer fire once, after a delay, in place of whatever it was armed for. */
    final void arm(long delayNanos) {
        long now = loop().nowNanos();
        deadlineNanos = Math.min(Math.max(now + delayNanos, now), IDLE - 1);
        cause = loop().cause();
        if (handle != SimulationLoop.NO_HANDLE) {
            if (pendingNanos <= deadlineNanos) {
                return;
            }
            loop().cancel(handle);
        }
        schedule();
    }

    /**
     * Notes a deadline and what it follows from without firing then: for somebody who fires many timers in their order.
     */
    final void note(long newDeadlineNanos, long newCause) {
        deadlineNanos = newDeadlineNanos;
        cause = newCause;
    }

    /** Returns the deadline. */
    final long deadlineNanos() {
        return deadlineNanos;
    }

    /** Returns the trace record from which it follows what happens then. */
    final long cause() {
        return cause;
    }

    /** Tells whether it will fire. */
    final boolean isArmed() {
        return deadlineNanos != IDLE;
    }

    /** Makes sure that the timer does not fire. */
    final void disarm() {
        deadlineNanos = IDLE;
    }

    /** Makes sure that the timer does not fire, and leaves nothing behind in the queue of events. */
    final void cancel() {
        deadlineNanos = IDLE;
        if (handle != SimulationLoop.NO_HANDLE) {
            loop().cancel(handle);
            handle = SimulationLoop.NO_HANDLE;
        }
    }

    @Override
    public final void fire() {
        handle = SimulationLoop.NO_HANDLE;
        if (deadlineNanos == IDLE) {
            return;
        }
        if (deadlineNanos > loop().nowNanos()) {
            schedule();
            return;
        }
        if (pause().isPaused()) {
            pause().whenResumed(this::resumed);
            return;
        }
        deadlineNanos = IDLE;
        // The event may be older than the last arming; what follows now follows from the arming.
        loop().setCause(cause);
        expired();
    }

    /** The host goes on: what was due meanwhile is due now. */
    private void resumed() {
        if (deadlineNanos != IDLE && handle == SimulationLoop.NO_HANDLE) {
            pendingNanos = Math.max(deadlineNanos, loop().nowNanos());
            handle = loop().scheduleAt(pendingNanos, this);
        }
    }

    private void schedule() {
        pendingNanos = deadlineNanos;
        handle = loop().scheduleAt(deadlineNanos, this);
    }
}
