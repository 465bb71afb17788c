package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.engine.SimTime;
import dev.wsksim.scenario.model.AwaitStep;
import dev.wsksim.scenario.model.CallStep;
import dev.wsksim.scenario.model.CompletionExpectation;
import dev.wsksim.scenario.model.Expectations;
import dev.wsksim.scenario.model.GroupStep;
import dev.wsksim.scenario.model.Limits;
import dev.wsksim.scenario.model.PacketExpectation;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.model.Step;
import dev.wsksim.scenario.model.StepTiming;
import dev.wsksim.scenario.model.ThreadsStep;
import dev.wsksim.scenario.model.TimeExpectation;
import dev.wsksim.scenario.model.WaitStep;
import java.util.LinkedHashSet;
import java.util.Optional;
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
    private boolean inLane;

    TimelineCheck(Limits limits, Problems problems) {
        this.limits = limits;
        this.problems = problems;
    }

    /** Checks the steps. */
    void check(ImmutableList<Step> steps) {
        Optional<CallStep> blocked = Optional.empty();
        for (Step step : steps) {
            if (blocked.isPresent()) {
                problems.report(
                        step.position(),
                        1,
                        "this step is never reached: " + blocked.get().function() + " in line "
                                + blocked.get().position().line() + " is expected never to return",
                        "let a thread of its own make that call");
                return;
            }
            begin(step);
            note(step);
            blocked = blocking(step);
        }
    }

    /** Checks the instants at which something is expected. */
    void check(Expectations expect) {
        expect.netstat().forEach(netstat -> netstat.at().ifPresent(at -> checkInstant(at, netstat.position())));
        expect.packets().stream().map(PacketExpectation::time).forEach(time -> checkTime(SimTime.START, time));
    }

    /** The driver's own thread, or that of the lane, stands in a call that never returns. */
    private Optional<CallStep> blocking(Step step) {
        return step instanceof CallStep call
                        && (inLane || call.thread().isEmpty())
                        && call.returned()
                                .filter(time -> time.form() == TimeExpectation.Form.NEVER)
                                .isPresent()
                ? Optional.of(call)
                : Optional.empty();
    }

    /** Reports an expectation that asks for an instant behind the limit; distances count from an instant that is not sooner. */
    private void checkTime(SimTime from, TimeExpectation time) {
        switch (time.form()) {
            case AT -> checkInstant(SimTime.START.plus(time.earliest()), time.position());
            case AFTER, BETWEEN -> checkInstant(plus(from, time.earliest()), time.position());
            case WITHIN, ANY, NEVER -> {
                // No instant is asked for.
            }
        }
    }

    private void checkInstant(SimTime instant, SourcePosition position) {
        limits.virtualTime()
                .filter(limit -> instant.nanos() > limit.nanos())
                .ifPresent(limit -> problems.report(
                        position,
                        1,
                        "this is expected at " + instant + " at the soonest, and the run ends at " + limit,
                        "raise 'virtual-time' in 'limits'"));
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
            inLane = true;
            check(lane.steps());
            inLane = false;
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
        call.returned().ifPresent(time -> checkTime(earliest, time));
        call.completes()
                .filter(CompletionExpectation.Completes.class::isInstance)
                .ifPresent(expected -> checkTime(earliest, ((CompletionExpectation.Completes) expected).time()));
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
