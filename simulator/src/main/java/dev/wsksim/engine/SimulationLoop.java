package dev.wsksim.engine;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Owns virtual time: takes one event after the other from the queue, sets the clock to its instant and lets it run to
 * its end.
 *
 * <p>Order is (time, sequence number), and the sequence number is taken when an event is scheduled. A zero delay
 * therefore means "after what runs now", never "inside it". The loop can be run dry, run to an instant or a condition,
 * stepped one event at a time, or stopped after any event. A running event may itself run the loop up to a condition:
 * this is how a call that blocks (KeWaitForSingleObject, WskDeregister) lets the rest of the world go on.
 *
 * <p>The loop carries a <em>cause</em>: the number of the trace record that what happens now follows from. An event
 * inherits the cause that was current when it was scheduled, so every record leads back to the one line of a scenario
 * that began the chain.
 */
public final class SimulationLoop {

    /** A handle that no event ever has. */
    public static final long NO_HANDLE = -1;

    private final EventQueue queue = new EventQueue();
    private final long mostEvents;
    private final long mostEventsAtOneInstant;
    private final int mostPending;
    private final long endNanos;
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<Look> looks = new ArrayList<>();
    private long nextLookNanos = Long.MAX_VALUE;
    private long nowNanos;
    private long cause;
    private long fired;
    private long firedAtThisInstant;
    private @Nullable Runnable afterEvent;
    private @Nullable BooleanSupplier whenIdle;
    private int nestedRuns;
    private boolean stopped;
    private boolean running;

    /** Makes a loop at time zero with nothing pending. */
    public SimulationLoop(Limits limits) {
        mostEvents = limits.events();
        mostEventsAtOneInstant = limits.eventsAtOneInstant();
        mostPending = limits.pendingEvents();
        endNanos = limits.virtualTime().nanos();
    }

    /** Returns the current virtual time in nanoseconds since the beginning. */
    public long nowNanos() {
        return nowNanos;
    }

    /** Returns the current virtual time. */
    public SimTime now() {
        return new SimTime(nowNanos);
    }

    /** Returns how many events have fired. */
    public long firedEvents() {
        return fired;
    }

    /** Returns how many events are pending. */
    public int pendingEvents() {
        return queue.size();
    }

    /**
     * Returns the number of the trace record that whatever happens now follows from; 0 is the beginning of the
     * simulation.
     */
    public long cause() {
        return cause;
    }

    /** Says what the things that happen from now on follow from. */
    public void setCause(long recordNumber) {
        cause = recordNumber;
    }

    /**
     * Schedules an event after a delay.
     *
     * @return a handle for {@link #cancel}
     */
    public long schedule(long delayNanos, Event event) {
        if (delayNanos < 0) {
            throw new IllegalArgumentException("an event cannot fire " + -delayNanos + "ns ago");
        }
        return insert(saturatedSum(nowNanos, delayNanos), event);
    }

    /** Schedules an event at an instant that is not before now; otherwise like {@link #schedule}. */
    public long scheduleAt(long timeNanos, Event event) {
        if (timeNanos < nowNanos) {
            throw new IllegalArgumentException(
                    "an event cannot fire at " + timeNanos + "ns when it is " + nowNanos + "ns");
        }
        return insert(timeNanos, event);
    }

    /** Lets an event fire at this same instant, after all that is scheduled for it already; it cannot be cancelled. */
    public void post(Event event) {
        requireRoom();
        queue.insertPresent(nowNanos, cause, event);
    }

    /** Cancels a scheduled event; tells whether it was still pending. */
    public boolean cancel(long handle) {
        return queue.cancel(handle);
    }

    /** Tells whether a scheduled event is still pending. */
    public boolean isPending(long handle) {
        return queue.isPending(handle);
    }

    /** Tells whether an event runs now; where none does, whoever asks is outside the simulation, such as a test. */
    public boolean isRunning() {
        return running;
    }

    /** Makes the current run come back after the event that runs now. */
    public void stop() {
        stopped = true;
    }

    /** Adds somebody who must be served before the simulation can end well. */
    public void addWaiting(Waiting who) {
        waiting.add(who);
    }

    /** Removes somebody who was served, or gave up. */
    public void removeWaiting(Waiting who) {
        waiting.remove(who);
    }

    /** Returns who waits, in the order in which they began to. */
    public ImmutableList<Waiting> waiting() {
        return ImmutableList.copyOf(waiting);
    }

    /** Says in one line who waits for what, for messages about a run that cannot go on. */
    public String describeWaiting() {
        return waiting.stream().map(Waiting::describe).collect(Collectors.joining("; "));
    }

    /**
     * Has something done after every event, as part of it: code that stands still until something has happened goes on
     * there. Null for nothing, which is how it begins.
     *
     * @throws IllegalStateException when something else is done already
     */
    public void setAfterEvent(@Nullable Runnable action) {
        if (action != null && afterEvent != null) {
            throw new IllegalStateException("somebody has something done after every event already");
        }
        afterEvent = action;
    }

    /**
     * Has something tried when no event is pending, before a run ends for it; it tells whether it has done anything, and the
     * run goes on then. Null for nothing, which is how it begins.
     */
    public void setWhenIdle(@Nullable BooleanSupplier action) {
        whenIdle = action;
    }

    /** Returns when the next event fires, if one is pending. */
    public Optional<SimTime> nextAt() {
        return queue.find() ? Optional.of(new SimTime(queue.foundTime())) : Optional.empty();
    }

    /** Fires the next event, or does what is done when none is pending; tells whether there was either. */
    public boolean step() {
        return step(Long.MAX_VALUE);
    }

    /** Runs until nothing is pending or {@link #stop()} is called. */
    public LoopOutcome run() {
        return runWhile(Long.MAX_VALUE, SimulationLoop::never);
    }

    /** Runs all events up to and at an instant and sets the clock to it, even when nothing happens there. */
    public LoopOutcome runUntil(long timeNanos) {
        LoopOutcome outcome = runWhile(timeNanos, SimulationLoop::never);
        if (outcome == LoopOutcome.STOPPED) {
            return outcome;
        }
        advanceTo(timeNanos);
        return LoopOutcome.REACHED;
    }

    /** Runs until a condition holds; it is asked before the first event and after every one. */
    public LoopOutcome runUntil(BooleanSupplier condition) {
        return runWhile(Long.MAX_VALUE, condition);
    }

    /**
     * Runs until a condition holds or all events up to an instant have fired; in the latter case the clock stands at
     * that instant.
     *
     * @return {@link LoopOutcome#REACHED} only where the condition holds
     */
    public LoopOutcome runUntil(BooleanSupplier condition, long timeNanos) {
        LoopOutcome outcome = runWhile(timeNanos, condition);
        if (outcome == LoopOutcome.DRAINED || outcome == LoopOutcome.STALLED) {
            advanceTo(timeNanos);
        }
        return outcome;
    }

    /** Runs at any depth; a stop that was asked for before a nested run began is kept for the run around it. */
    private LoopOutcome runWhile(long lastNanos, BooleanSupplier done) {
        boolean stopOuter = nestedRuns > 0 && stopped;
        stopped = false;
        nestedRuns++;
        try {
            return runEvents(lastNanos, done);
        } finally {
            nestedRuns--;
            stopped |= stopOuter;
        }
    }

    private LoopOutcome runEvents(long lastNanos, BooleanSupplier done) {
        while (true) {
            if (done.getAsBoolean()) {
                return LoopOutcome.REACHED;
            }
            if (stopped) {
                return LoopOutcome.STOPPED;
            }
            if (!step(lastNanos)) {
                return waiting.isEmpty() ? LoopOutcome.DRAINED : LoopOutcome.STALLED;
            }
        }
    }

    private boolean step(long lastNanos) {
        if (!queue.find()) {
            return whenIdle != null && goOnIdle(whenIdle);
        }
        if (queue.foundTime() > lastNanos) {
            return false;
        }
        account(queue.foundTime());
        Event event = queue.removeFound();
        cause = queue.removedCause();
        boolean outer = running;
        running = true;
        try {
            event.fire();
            if (afterEvent != null) {
                afterEvent.run();
            }
        } finally {
            running = outer;
        }
        return true;
    }

    private boolean goOnIdle(BooleanSupplier action) {
        boolean outer = running;
        running = true;
        try {
            return action.getAsBoolean();
        } finally {
            running = outer;
        }
    }

    /**
     * Counts the event that is about to fire, and refuses it before it leaves the queue where it would be one too many.
     */
    private void account(long time) {
        if (fired >= mostEvents) {
            throw new LimitReachedException("events", Long.toString(mostEvents), now());
        }
        advanceTo(time);
        if (firedAtThisInstant >= mostEventsAtOneInstant) {
            throw new LimitReachedException("events-at-one-instant", Long.toString(mostEventsAtOneInstant), now());
        }
        firedAtThisInstant++;
        fired++;
    }

    /**
     * Lets somebody look at the simulation once everything up to and at an instant has happened, and before anything
     * later does. Whoever looks changes nothing. Nobody is told of an instant after which nothing happens.
     */
    public void lookAt(long timeNanos, Runnable look) {
        looks.add(new Look(timeNanos, look));
        looks.sort(Comparator.comparingLong(Look::timeNanos));
        nextLookNanos = looks.get(0).timeNanos();
    }

    private void look(long timeNanos) {
        while (!looks.isEmpty() && looks.get(0).timeNanos() < timeNanos) {
            looks.remove(0).action().run();
        }
        nextLookNanos = looks.isEmpty() ? Long.MAX_VALUE : looks.get(0).timeNanos();
    }

    private void advanceTo(long timeNanos) {
        if (timeNanos > nowNanos) {
            if (timeNanos > endNanos) {
                throw new LimitReachedException(
                        "virtual-time", new SimDuration(endNanos).toString(), new SimTime(endNanos));
            }
            if (timeNanos > nextLookNanos) {
                look(timeNanos);
            }
            nowNanos = timeNanos;
            firedAtThisInstant = 0;
        }
    }

    private long insert(long timeNanos, Event event) {
        requireRoom();
        return queue.insert(timeNanos, cause, event);
    }

    private void requireRoom() {
        if (queue.size() >= mostPending) {
            throw new LimitReachedException("pending-events", Integer.toString(mostPending), now());
        }
    }

    /** Somebody who looks when an instant is over. */
    private record Look(long timeNanos, Runnable action) {}

    private static boolean never() {
        return false;
    }

    private static long saturatedSum(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}
