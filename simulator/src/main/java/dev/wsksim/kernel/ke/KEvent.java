package dev.wsksim.kernel.ke;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A kernel event object: signalled or not, with the threads that wait for it in the order in which they came.
 *
 * <p>Sources: event-objects, nf-wdm-keinitializeevent. That waiters are served first come, first served is our
 * assumption; the documentation leaves it open.
 */
public final class KEvent {

    private final KernelWaits waits;
    private final String name;
    private final EventType type;
    private final Deque<ThreadWait> waiters = new ArrayDeque<>(2);
    private boolean signalled;

    /**
     * Initialises an event, as KeInitializeEvent does.
     *
     * <p>Any IRQL. The storage belongs to the driver. Source: nf-wdm-keinitializeevent.
     *
     * @param waits the waits of the simulation to which it belongs
     * @param name what reports call it
     * @param type whether it releases all waiters or one
     * @param signalled whether it begins signalled
     */
    public KEvent(KernelWaits waits, String name, EventType type, boolean signalled) {
        this.waits = waits;
        this.name = name;
        this.type = type;
        this.signalled = signalled;
    }

    /** Returns what reports call it. */
    public String name() {
        return name;
    }

    /** Returns whether it releases all waiters or one. */
    public EventType type() {
        return type;
    }

    /**
     * Signals the event with Wait FALSE: releases all waiters of a notification event, the first waiter of a
     * synchronization event. They go on at this instant, but after what runs now.
     *
     * <p>IRQL &lt;= DISPATCH_LEVEL, else bug check 0xA. Wait TRUE is not simulated. Source: nf-wdm-kesetevent.
     *
     * @return whether it was signalled before
     */
    public boolean keSetEvent() {
        waits.requireAtMostDispatch("KeSetEvent", "nf-wdm-kesetevent");
        boolean previous = signalled;
        boolean one = type == EventType.SynchronizationEvent;
        int released = one ? Math.min(1, waiters.size()) : waiters.size();
        signalled = !one || released == 0;
        waits.eventWasSet(this, previous, released);
        for (int i = 0; i < released; i++) {
            waits.satisfy(waiters.remove());
        }
        return previous;
    }

    /**
     * Makes the event not signalled.
     *
     * <p>IRQL &lt;= DISPATCH_LEVEL, else bug check 0xA. Source: nf-wdm-keresetevent.
     *
     * @return whether it was signalled before
     */
    public boolean keResetEvent() {
        waits.requireAtMostDispatch("KeResetEvent", "nf-wdm-keresetevent");
        boolean previous = signalled;
        signalled = false;
        return previous;
    }

    /** Makes the event not signalled. IRQL &lt;= DISPATCH_LEVEL, else bug check 0xA. Source: nf-wdm-keclearevent. */
    public void keClearEvent() {
        waits.requireAtMostDispatch("KeClearEvent", "nf-wdm-keclearevent");
        signalled = false;
    }

    /**
     * Returns whether the event is signalled. IRQL &lt;= DISPATCH_LEVEL, else bug check 0xA. Source:
     * nf-wdm-kereadstateevent.
     */
    public boolean keReadStateEvent() {
        waits.requireAtMostDispatch("KeReadStateEvent", "nf-wdm-kereadstateevent");
        return signalled;
    }

    /** Satisfies a wait at once if the event is signalled, with the side effect of its type; tells whether it was. */
    boolean tryAcquire() {
        boolean acquired = signalled;
        if (acquired && type == EventType.SynchronizationEvent) {
            signalled = false;
        }
        return acquired;
    }

    void addWaiter(ThreadWait wait) {
        waiters.add(wait);
    }

    void removeWaiter(ThreadWait wait) {
        waiters.remove(wait);
    }

    /** Forgets the wait that would go on with this callback, if it still waits. */
    void abandon(WaitCallback callback) {
        waiters.stream().filter(wait -> wait.isOf(callback)).findFirst().ifPresent(wait -> {
            waiters.remove(wait);
            waits.forget(wait);
        });
    }

    /** Returns the event as reports name it. */
    @Override
    public String toString() {
        return "event '" + name + "'";
    }
}
