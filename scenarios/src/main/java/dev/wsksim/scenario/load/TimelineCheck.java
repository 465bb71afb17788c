package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.engine.SimTime;
import dev.wsksim.scenario.model.AwaitStep;
import dev.wsksim.scenario.model.CallStep;
import dev.wsksim.scenario.model.CompletionExpectation;
import dev.wsksim.scenario.model.GroupStep;
import dev.wsksim.scenario.model.Limits;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.Step;
import dev.wsksim.scenario.model.StepTiming;
import dev.wsksim.scenario.model.ThreadsStep;
import dev.wsksim.scenario.model.TimeExpectation;
import dev.wsksim.scenario.model.WaitStep;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Finds steps that cannot happen: at an instant that is over by then, after the limit, or behind a wait for what never
 * comes.
 */
final class TimelineCheck {
    private final Limits limits;
    private final Problems problems;
    private final Set<String> neverComplete = new LinkedHashSet<>();
    private SimTime earliest = SimTime.START;

    TimelineCheck(Limits limits, Problems problems) {
        this.limits = limits;
        this.problems = problems;
    }

    /** Checks the steps. */
    void check(ImmutableList<Step> steps) {
        for (Step step : steps) {
            begin(step);
            note(step);
        }
    }

    private void begin(Step step) {
        if (step.timing() instanceof StepTiming.At at) {
            if (at.instant().compareTo(earliest) < 0) {
                String message =
                        "this step cannot happen at " + at.instant() + ": the steps before it last until " + earliest;
                problems.report(step.position(), 1, message, "steps are written in the order in which they happen");
            } else {
                earliest = at.instant();
            }
        } else if (step.timing() instanceof StepTiming.After after) {
            earliest = plus(earliest, after.delay());
        }
        boolean tooLate = limits.virtualTime()
                .filter(limit -> earliest.nanos() > limit.nanos())
                .isPresent();
        if (tooLate) {
            problems.report(
                    step.position(),
                    1,
                    "this step lies behind the limit of virtual time",
                    "raise 'virtual-time' in 'limits'");
        }
    }

    private void note(Step step) {
        if (step instanceof WaitStep wait) {
            earliest = plus(earliest, wait.duration());
        } else if (step instanceof CallStep call) {
            noteCall(call);
        } else if (step instanceof ThreadsStep threads) {
            noteThreads(threads);
        } else if (step instanceof GroupStep group) {
            group.steps().forEach(this::note);
        } else if (step instanceof AwaitStep await) {
            await.calls().forEach(this::refuseWaitInVain);
        }
    }

    /** All threads begin at the same instant; the step lasts as long as the last of them. */
    private void noteThreads(ThreadsStep threads) {
        SimTime begin = earliest;
        SimTime end = begin;
        for (ThreadsStep.Lane lane : threads.lanes()) {
            earliest = begin;
            check(lane.steps());
            end = earliest.compareTo(end) > 0 ? earliest : end;
        }
        earliest = end;
    }

    private void noteCall(CallStep call) {
        call.irp().calls().forEach(this::note);
        boolean never = call.completes()
                .filter(CompletionExpectation.Never.class::isInstance)
                .isPresent();
        boolean blocks = call.returned()
                .filter(time -> time.form() == TimeExpectation.Form.NEVER)
                .isPresent();
        if (never || blocks) {
            call.id().ifPresent(id -> neverComplete.add(id.name()));
        }
    }

    private void refuseWaitInVain(Reference call) {
        if (neverComplete.contains(call.name())) {
            problems.report(
                    call.position(),
                    call.name().length(),
                    "this waits in vain: '" + call + "' is expected never to complete",
                    "'wait' lets time pass without it");
        }
    }

    private static SimTime plus(SimTime time, SimDuration duration) {
        boolean fits = duration.nanos() <= Long.MAX_VALUE - time.nanos();
        return fits ? time.plus(duration) : SimTime.ofNanos(Long.MAX_VALUE);
    }
}
