package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.Event;
import dev.wsksim.engine.SimTime;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.engine.Waiting;
import dev.wsksim.scenario.model.Step;
import dev.wsksim.scenario.model.StepTiming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the steps of a scenario one after the other, each in an event of its own.
 *
 * <p>A step without a time follows the one before it at the same instant, after all that was due there; {@code after} counts from the instant of the step
 * before, {@code at} from the beginning. A step that waits holds the sequence up until it says that it is done.
 */
final class StepSequence implements Event {

    /** Takes one step, and says through {@code done} when the next one may come. */
    interface Taker {
        void take(Step step, Runnable done);
    }

    private final SimulationLoop loop;
    private final ImmutableList<Step> steps;
    private final Taker taker;
    private final WaitingForStep waiting = new WaitingForStep();
    private int next;
    private boolean taking;
    private boolean stopped;

    StepSequence(SimulationLoop loop, List<Step> steps, Taker taker) {
        this.loop = loop;
        this.steps = ImmutableList.copyOf(steps);
        this.taker = taker;
    }

    /** Begins with the first step. */
    void begin() {
        scheduleNext(loop.now());
    }

    /** Takes no further step. */
    void stop() {
        stopped = true;
    }

    /** Tells whether every step was taken and done. */
    boolean isOver() {
        return next == steps.size() && !taking;
    }

    /** Returns the steps that were not taken. */
    ImmutableList<Step> notTaken() {
        return steps.subList(Math.min(next, steps.size()), steps.size());
    }

    @Override
    public void fire() {
        if (stopped) {
            return;
        }
        Step step = steps.get(next++);
        SimTime takenAt = loop.now();
        taking = true;
        waiting.step = step;
        loop.addWaiting(waiting);
        taker.take(step, () -> {
            taking = false;
            loop.removeWaiting(waiting);
            scheduleNext(takenAt);
        });
    }

    private void scheduleNext(SimTime previous) {
        if (next == steps.size() || stopped) {
            return;
        }
        loop.scheduleAt(instantOf(steps.get(next).timing(), previous), this);
    }

    private long instantOf(StepTiming timing, SimTime previous) {
        long now = loop.nowNanos();
        if (timing instanceof StepTiming.At at) {
            return Math.max(now, at.instant().nanos());
        }
        return timing instanceof StepTiming.After after
                ? Math.max(now, previous.plus(after.delay()).nanos())
                : now;
    }

    /** The scripted driver, while a step holds it up. */
    private static final class WaitingForStep implements Waiting {

        private @Nullable Step step;

        @Override
        public String describe() {
            Step held = step;
            return "the driver's step at line "
                    + (held == null ? 0 : held.position().line());
        }
    }
}
