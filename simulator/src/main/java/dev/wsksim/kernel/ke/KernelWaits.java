package dev.wsksim.kernel.ke;

import dev.wsksim.engine.LoopOutcome;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.ps.EThread;
import dev.wsksim.trace.Trace;

/**
 * KeWaitForSingleObject on virtual time.
 *
 * <p>A simulation has one thread of execution, so a simulated thread that waits cannot stand still in the middle of a
 * Java method. There are two forms. In the continuation form the rest of the thread is a callback, and any number of
 * threads can wait. In the blocking form, meant for plain Java code such as tests, the call stands still as the
 * processor's {@link Standstill} does: without help it runs the simulation itself until its wait is over, and a blocking
 * wait inside another one holds the outer one up.
 *
 * <p>The order at one instant is the loop's: whichever of "the event is set" and "the time-out ends" was scheduled
 * first happens first, and the other is too late. Waits are not alertable and in KernelMode, so STATUS_ALERTED and
 * STATUS_USER_APC do not occur. Time-outs are exact; the granularity of the Windows clock interrupt is not simulated.
 *
 * <p>Source: nf-wdm-kewaitforsingleobject.
 */
public final class KernelWaits {

    /** The time-out of a wait that has none (Timeout is NULL in C). */
    public static final long NO_TIMEOUT = Long.MAX_VALUE;

    private static final String ROUTINE = "KeWaitForSingleObject";
    /** What records call the event, which nobody sets, that a delayed thread waits for. */
    public static final String DELAY = "KeDelayExecutionThread";

    private static final String PAGE = "nf-wdm-kewaitforsingleobject";

    private final SimulationLoop loop;
    private final Trace trace;
    private final Processor processor;

    /** Makes the waits of one simulation. */
    public KernelWaits(SimulationLoop loop, Trace trace, Processor processor) {
        this.loop = loop;
        this.trace = trace;
        this.processor = processor;
    }

    /**
     * Lets a thread wait until an event is signalled or time runs out, and then go on with a callback.
     *
     * <p>When the event is signalled already, or the time-out is zero, the callback runs inside this call: the thread
     * does not leave the processor. Otherwise it runs later, in the waiting thread and at the IRQL of this call, and
     * until then the wait is listed among {@link SimulationLoop#waiting()}.
     *
     * <p>IRQL &lt;= APC_LEVEL, with a zero time-out &lt;= DISPATCH_LEVEL; above it bug check 0xA.
     *
     * @param thread the thread that waits; not an arbitrary one
     * @param event what it waits for
     * @param timeoutNanos the time-out from now in nanoseconds, 0 to test without waiting, or {@link #NO_TIMEOUT}
     * @param callback what the thread does afterwards
     */
    public void waitForSingleObject(EThread thread, KEvent event, long timeoutNanos, WaitCallback callback) {
        requireIrql(timeoutNanos);
        boolean acquired = event.tryAcquire();
        if (acquired || timeoutNanos == 0) {
            NtStatus status = acquired ? NtStatus.STATUS_SUCCESS : NtStatus.STATUS_TIMEOUT;
            reportEnd(thread, event, status, 0);
            callback.waitEnded(status);
            return;
        }
        begin(new ThreadWait(thread, event, callback, processor.currentIrql(), loop.nowNanos(), timeoutNanos));
    }

    /**
     * Lets the current thread wait until an event is signalled or time runs out, while the simulation goes on.
     *
     * <p>IRQL as for {@link #waitForSingleObject}. While it waits, the processor idles at PASSIVE_LEVEL; afterwards
     * thread and IRQL are as before.
     *
     * @param event what to wait for
     * @param timeoutNanos the time-out from now in nanoseconds, 0 to test without waiting, or {@link #NO_TIMEOUT}
     * @return STATUS_SUCCESS or STATUS_TIMEOUT
     * @throws WaitAbandonedException when nothing can end the wait any more, or the loop was stopped
     */
    public NtStatus keWaitForSingleObject(KEvent event, long timeoutNanos) {
        BlockedThread blocked = new BlockedThread();
        waitForSingleObject(processor.currentThread(), event, timeoutNanos, blocked);
        if (!blocked.isReleased()) {
            standStill(event, blocked);
        }
        return blocked.status();
    }

    /**
     * Lets the current thread stand still for a time. An interval of zero lets everything go first that is to happen at
     * this instant.
     *
     * <p>IRQL &lt;= APC_LEVEL, above it bug check 0xA. In KernelMode and not alertable; only intervals from now. Records
     * show it as a wait for an event named {@link #DELAY} that nobody sets. Source:
     * nf-wdm-kedelayexecutionthread.
     *
     * @return STATUS_SUCCESS
     * @throws WaitAbandonedException when the loop was stopped
     */
    public NtStatus keDelayExecutionThread(long intervalNanos) {
        processor.requireAtMost(Irql.APC_LEVEL, DELAY, "nf-wdm-kedelayexecutionthread");
        if (intervalNanos < 0 || intervalNanos == NO_TIMEOUT) {
            throw new IllegalArgumentException("a thread cannot be delayed for " + intervalNanos + "ns");
        }
        KEvent never = new KEvent(this, DELAY, EventType.NotificationEvent, false);
        BlockedThread blocked = new BlockedThread();
        begin(new ThreadWait(
                processor.currentThread(), never, blocked, processor.currentIrql(), loop.nowNanos(), intervalNanos));
        standStill(never, blocked);
        return NtStatus.STATUS_SUCCESS;
    }

    /** Stops with bug check 0xA above DISPATCH_LEVEL. */
    void requireAtMostDispatch(String routine, String page) {
        processor.requireAtMost(Irql.DISPATCH_LEVEL, routine, page);
    }

    /** Reports that an event was set. */
    void eventWasSet(KEvent event, boolean previous, int released) {
        if (trace.isActive()) {
            trace.emit(new EventSet(event.name(), event.type(), previous, released));
        }
    }

    /** Ends a wait because its event was signalled; the thread goes on after what runs now. */
    void satisfy(ThreadWait wait) {
        forget(wait);
        loop.schedule(0, () -> resume(wait, NtStatus.STATUS_SUCCESS));
    }

    /** Forgets a wait whose thread will never go on. */
    void forget(ThreadWait wait) {
        if (wait.hasTimer()) {
            loop.cancel(wait.timer());
        }
        loop.removeWaiting(wait);
    }

    private void begin(ThreadWait wait) {
        if (trace.isActive()) {
            trace.emit(new WaitBegan(wait.thread().toString(), wait.event().name(), wait.timeoutNanos(), wait.irql()));
        }
        wait.event().addWaiter(wait);
        loop.addWaiting(wait);
        if (wait.hasTimer()) {
            wait.setTimer(loop.schedule(wait.timeoutNanos(), () -> timeOut(wait)));
        }
    }

    private void timeOut(ThreadWait wait) {
        wait.event().removeWaiter(wait);
        loop.removeWaiting(wait);
        resume(wait, NtStatus.STATUS_TIMEOUT);
    }

    private void resume(ThreadWait wait, NtStatus status) {
        reportEnd(wait.thread(), wait.event(), status, loop.nowNanos() - wait.beganNanos());
        processor.runAt(wait.irql(), wait.thread(), () -> wait.resume(status));
    }

    private void reportEnd(EThread thread, KEvent event, NtStatus status, long waitedNanos) {
        if (trace.isActive()) {
            trace.emit(new WaitEnded(thread.toString(), event.name(), status, waitedNanos));
        }
    }

    private void standStill(KEvent event, BlockedThread blocked) {
        try {
            LoopOutcome outcome = processor.standStill(loop, blocked::isReleased);
            if (outcome != LoopOutcome.REACHED) {
                boolean stopped = outcome == LoopOutcome.STOPPED;
                String why = stopped ? "the simulation was stopped" : "nothing is left that could happen";
                throw new WaitAbandonedException(
                        ROUTINE + " for " + event + " cannot return, since " + why + ": " + loop.describeWaiting());
            }
        } finally {
            if (!blocked.isReleased()) {
                event.abandon(blocked);
            }
        }
    }

    private void requireIrql(long timeoutNanos) {
        if (timeoutNanos < 0) {
            throw new IllegalArgumentException("a time-out is not negative, but this one is " + timeoutNanos + "ns");
        }
        boolean waits = timeoutNanos != 0;
        processor.requireAtMost(
                waits ? Irql.APC_LEVEL : Irql.DISPATCH_LEVEL,
                waits ? ROUTINE + " with a time-out that is not zero" : ROUTINE + " with a time-out of zero",
                PAGE);
    }
}
