package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.Event;
import dev.wsksim.engine.SimTime;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.engine.Waiting;
import dev.wsksim.scenario.model.Step;
import dev.wsksim.scenario.model.StepTiming;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes the steps of a scenario one after the other, each in an event of its own.
 *
 * <p>A step without a time follows the one before it at the same instant, after all that was due there; {@code after} counts from the instant of the step
 * before, {@code at} from the beginning. A step that waits holds the sequence up until it says that it is done; where that is later than the
 * instant planned for the next step, the taker is told. When all steps are done, so is the turn that the sequence is part of.
 */
final class StepSequence implements Event, StepTurn {

    /** Takes steps. */
    interface Taker {
        /** Takes one step, and says in its turn when the next one may come. */
        void take(Step step, StepTurn turn);

        /** Learns that a step, which is taken next, could not be begun at the instant planned for it. */
        void late(Step step, SimTime planned);
    }

    private final SimulationLoop loop;
    private final ImmutableList<Step> steps;
    private final Taker taker;
    private final StepTurn whole;
    private final Patience patience;
    private final WaitingForStep waiting = new WaitingForStep();
    private int next;
    private SimTime planned = SimTime.START;
    private SimTime takenAt = SimTime.START;

    StepSequence(SimulationLoop loop, List<Step> steps, Taker taker, StepTurn whole, Patience patience) {
        this.loop = loop;
        this.steps = ImmutableList.copyOf(steps);
        this.taker = taker;
        this.whole = whole;
        this.patience = patience;
    }

    /** Begins with the first step. */
    void begin() {
        takenAt = loop.now();
        scheduleNext();
    }

    /** Returns the steps that were not taken. */
    ImmutableList<Step> notTaken() {
        return steps.subList(next, steps.size());
    }

    /** Returns the step that holds the sequence up, if one does. */
    Optional<Step> held() {
        return loop.waiting().contains(waiting) ? Optional.ofNullable(waiting.step) : Optional.empty();
    }

    @Override
    public void fire() {
        Step step = steps.get(next++);
        takenAt = loop.now();
        if (planned.compareTo(takenAt) < 0) {
            taker.late(step, planned);
        }
        waiting.step = step;
        waiting.since = takenAt;
        loop.addWaiting(waiting);
        patience.stepTaken(step, next < steps.size() ? Optional.of(steps.get(next)) : Optional.empty());
        taker.take(step, this);
        patience.stepOver();
    }

    @Override
    public void done() {
        loop.removeWaiting(waiting);
        if (next == steps.size()) {
            whole.done();
        } else {
            scheduleNext();
        }
    }

    @Override
    public void giveUp() {
        whole.giveUp();
    }

    @Override
    public boolean isGivenUp() {
        return whole.isGivenUp();
    }

    private void scheduleNext() {
        if (next < steps.size() && !isGivenUp()) {
            SimTime now = loop.now();
            planned = plannedInstant(steps.get(next).timing(), now);
            loop.scheduleAt(Math.max(now.nanos(), planned.nanos()), this);
        }
    }

    private SimTime plannedInstant(StepTiming timing, SimTime now) {
        if (timing instanceof StepTiming.At at) {
            return at.instant();
        }
        return timing instanceof StepTiming.After after ? takenAt.plus(after.delay()) : now;
    }

    /** The scripted driver, while a step holds it up. */
    static final class WaitingForStep implements Waiting {

        private @Nullable Step step;
        private SimTime since = SimTime.START;

        /** Returns the step, from the first one on. */
        Optional<Step> step() {
            return Optional.ofNullable(step);
        }

        /** Returns when it was taken. */
        SimTime since() {
            return since;
        }

        @Override
        public String describe() {
            Step held = step;
            return "the driver's step at line "
                    + (held == null ? 0 : held.position().line());
        }
    }
}
