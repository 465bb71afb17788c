package dev.wsksim.wsk.event;

import com.google.common.collect.EnumMultiset;
import com.google.common.collect.Multiset;
import org.jspecify.annotations.Nullable;

/**
 * Which events of one socket are enabled, which of them for good, and which callbacks are running.
 *
 * <p>An event that is disabled while its callback runs is off at once; who disabled it with an IRP is told when the last
 * running call has returned. Source: so-wsk-event-callback, wsk-set-static-event-callbacks.
 */
public final class EventCallbacks {

    private final Multiset<EventFlag> running = EnumMultiset.create(EventFlag.class);
    private int enabled;
    private int fixed;
    private int runningTotal;
    private Runnable whenReturned = () -> {};

    /** Tells whether an event is enabled. */
    public boolean isEnabled(EventFlag event) {
        return (enabled & event.bit()) != 0;
    }

    /** Returns the mask of what is enabled. */
    public int enabled() {
        return enabled;
    }

    /** Tells whether any of these events can never be disabled. */
    public boolean isFixed(int mask) {
        return (fixed & mask) != 0;
    }

    /** Enables events. */
    public void enable(int mask) {
        enabled |= mask;
    }

    /** Enables events that can never be disabled, as static callbacks are. */
    public void enableForGood(int mask) {
        enabled |= mask;
        fixed |= mask;
    }

    /** Disables an event that is not fixed. */
    public void disable(EventFlag event) {
        enabled &= ~event.bit();
    }

    /** Tells whether a callback of this event is running. */
    public boolean isRunning(EventFlag event) {
        return running.contains(event);
    }

    /** Tells whether any callback of the socket is running. */
    public boolean isAnyRunning() {
        return runningTotal > 0;
    }

    /** Adds something to do once, when the next callback of the socket has returned. */
    public void whenReturned(Runnable action) {
        Runnable before = whenReturned;
        whenReturned = () -> {
            before.run();
            action.run();
        };
    }

    void entered(@Nullable EventFlag event) {
        if (event != null) {
            running.add(event);
        }
        runningTotal++;
    }

    void left(@Nullable EventFlag event) {
        if (event != null) {
            running.remove(event);
        }
        runningTotal--;
        Runnable actions = whenReturned;
        whenReturned = () -> {};
        actions.run();
    }
}
