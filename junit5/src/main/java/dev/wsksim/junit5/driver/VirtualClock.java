package dev.wsksim.junit5.driver;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.LoopOutcome;
import dev.wsksim.engine.SimTime;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceLog;
import java.util.Optional;

/**
 * Virtual time, to be looked at and to be moved: to an instant, by a duration, by one event, or until nothing is left.
 *
 * <p>Only the test itself moves it: what a test has run inside an event, such as a callback or the body of a driver thread, gets an
 * IllegalStateException.
 */
public final class VirtualClock {

    private final SimulationLoop loop;
    private final TraceLog trace;

    /** Makes the clock of a simulation whose records go to a trace. */
    public VirtualClock(SimulationLoop loop, TraceLog trace) {
        this.loop = loop;
        this.trace = trace;
    }

    /** Returns the time. */
    public SimTime now() {
        return loop.now();
    }

    /** Returns when the next event happens, if anything is left to happen. */
    public Optional<SimTime> next() {
        return loop.nextAt();
    }

    /** Lets the next event happen, if there is one, and returns what it left in the trace, perhaps nothing. */
    public Step step() {
        requireOutside();
        int before = trace.size();
        boolean happened = loop.step();
        return new Step(happened, loop.now(), trace.entriesFrom(before));
    }

    /** Lets everything happen up to and at an instant, such as {@code 20ms}, and sets the time to it. */
    public void runUntil(String instant) {
        runUntil(TimeText.instant(instant));
    }

    /** Lets everything happen up to and at an instant, and sets the time to it. */
    public void runUntil(SimTime instant) {
        requireOutside();
        if (instant.compareTo(now()) < 0) {
            throw new IllegalArgumentException("it is " + now() + " already; time does not go back to " + instant);
        }
        requireReached(loop.runUntil(instant.nanos()));
    }

    /** Lets everything happen in the next while, such as {@code 5ms}. */
    public void advanceBy(String duration) {
        runUntil(now().plus(TimeText.duration(duration)));
    }

    /**
     * Lets everything happen that is left to happen.
     *
     * @throws AssertionError when somebody still waits then, or the simulation was stopped
     */
    public void runUntilQuiet() {
        requireOutside();
        LoopOutcome outcome = loop.run();
        if (outcome == LoopOutcome.STALLED) {
            throw new AssertionError(
                    "nothing is left that could happen at " + now() + ", but " + loop.describeWaiting());
        }
        requireReached(outcome);
    }

    /** Who is part of what happens cannot also be the one who lets it happen. */
    private void requireOutside() {
        if (loop.isRunning()) {
            throw new IllegalStateException(
                    "the clock is the test's own: a callback, a completion routine or a driver thread cannot move it; a"
                            + " thread sleeps, or waits for an event");
        }
    }

    private void requireReached(LoopOutcome outcome) {
        if (outcome == LoopOutcome.STOPPED) {
            throw new AssertionError("the simulation was stopped at " + now());
        }
    }

    /**
     * One event.
     *
     * @param happened whether there was one
     * @param at the time after it
     * @param entries what it left in the trace
     */
    public record Step(boolean happened, SimTime at, ImmutableList<TraceEntry> entries) {

        /** Returns the entries as reports write them, a line each. */
        @Override
        public String toString() {
            return happened ? TraceText.of(entries) : "nothing is left to happen at " + at;
        }
    }
}
