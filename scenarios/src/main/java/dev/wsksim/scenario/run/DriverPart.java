package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.model.CallStep;
import dev.wsksim.scenario.model.DriverCall;
import dev.wsksim.scenario.model.DriverSpec;
import dev.wsksim.scenario.model.FaultSpec;
import dev.wsksim.scenario.model.KernelStep;
import dev.wsksim.scenario.model.LeftOver;
import dev.wsksim.scenario.model.OnEventStep;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.SocketCallbacks;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.model.TimeExpectation;
import dev.wsksim.trace.Trace;
import dev.wsksim.trace.TraceLog;
import java.util.Map;
import java.util.Optional;

/** The scripted driver's part in a run: what it holds, what it does around its steps, its calls and what compares them. A scenario without a driver has none. */
final class DriverPart {

    private final DriverState state;
    private final DriverLifecycle lifecycle;
    private final CallPlayer player;
    private final CallChecks checks;
    private final EventScripts events;
    private final KernelPlayer kernel;
    private final Trace trace;
    private final FindingsLog findings;
    private final ScenarioWorld world;
    private final ImmutableList<FaultSpec> faults;

    DriverPart(
            ScenarioWorld world,
            DriverSpec spec,
            ImmutableList<SocketCallbacks> callbacks,
            ImmutableList<FaultSpec> faults,
            TraceLog trace,
            InlineReturns inline,
            FindingsLog findings)
            throws ArgumentProblemException {
        this.findings = findings;
        this.world = world;
        this.faults = faults;
        this.trace = world.simulation().trace();
        state = new DriverState(world.driverHost(), spec, this.trace);
        lifecycle = new DriverLifecycle(
                state,
                spec.npiVersion(),
                spec.registration(),
                world.simulation().loop(),
                world.simulation().trace());
        checks = new CallChecks(world, inline, state.data(), new CallFindings(trace, findings));
        kernel = new KernelPlayer(state, findings, this.trace);
        events = new EventScripts(world, state, callbacks, findings, this::makeInside);
        CompletionScripts routines = new CompletionScripts(state, new RoutineCaller());
        player = new CallPlayer(world, state, spec.npiVersion(), events, routines::completed);
    }

    DriverState state() {
        return state;
    }

    /** Returns the scripted event callbacks. */
    EventScripts events() {
        return events;
    }

    /** Makes the call of a step; nothing where it could not be made. */
    Optional<PlayedCall> make(CallStep step) {
        trace.emit(world.taken(step.position(), "call " + step.function()));
        return play(() -> player.play(step));
    }

    /** Calls a routine of the kernel; tells whether it has returned, or could not be called. */
    boolean make(KernelStep step, Runnable whenOver) {
        try {
            return kernel.play(step, whenOver);
        } catch (ArgumentProblemException problem) {
            events.add(problem);
            return true;
        }
    }

    private void makeInside(DriverCall step, String caller) {
        boolean other = step.thread().isPresent();
        String what = step instanceof CallStep call ? call.function() : KernelPlayer.text((KernelStep) step);
        emitInside(
                step.position(),
                other
                        ? step.thread().get() + " calls " + what + " while " + caller + " runs"
                        : caller + " calls " + what);
        if (step instanceof KernelStep routine) {
            playInside(routine);
        } else if (step instanceof CallStep call) {
            play(() -> other ? player.play(call) : player.playHere(call));
        }
    }

    private void playInside(KernelStep step) {
        try {
            if (step.thread().isPresent()) {
                kernel.play(step, () -> {});
            } else {
                kernel.playHere(step);
            }
        } catch (ArgumentProblemException problem) {
            events.add(problem);
        }
    }

    private void emitInside(SourcePosition position, String what) {
        if (trace.isActive()) {
            trace.emit(world.taken(position, what));
        }
        state.places().note(position);
    }

    private Optional<PlayedCall> play(Call made) {
        try {
            PlayedCall call = made.play();
            if (call.hasReturned()) {
                checks.checkReturn(call);
            } else {
                call.whenOver(() -> checks.checkReturn(call));
            }
            return Optional.of(call);
        } catch (ArgumentProblemException problem) {
            events.add(problem);
            return Optional.empty();
        }
    }

    /** One way to make a call. */
    @FunctionalInterface
    private interface Call {
        PlayedCall play() throws ArgumentProblemException;
    }

    /** Makes the calls of completion routines. */
    private final class RoutineCaller implements CompletionScripts.Caller {

        @Override
        public void make(DriverCall step, String from) {
            makeInside(step, from);
        }

        @Override
        public Optional<PlayedCall> makeAgain(CallStep step, PlayedCall earlier) {
            emitInside(step.position(), "the completion routine of " + step.function() + " calls it again");
            return play(() -> player.playAgain(step, earlier));
        }

        @Override
        public void await(Reference id) {
            events.await(id);
        }
    }

    /** Lets callbacks of a socket answer in another way; a callback that its table does not have is a problem. */
    void change(OnEventStep step) {
        Optional<SocketScript> script = events.named(step.socket());
        if (script.isEmpty()) {
            events.add(new ArgumentProblemException(
                    step.socket().position(), "socket '" + step.socket() + "' was not delivered yet", ""));
            return;
        }
        script.get().change(step.script());
        if (!script.get().unreachable().isEmpty()) {
            events.add(new ArgumentProblemException(
                    step.position(),
                    script.get().unreachable().asList().get(0) + " is NULL in the table of socket '" + step.socket()
                            + "'",
                    "add it to the socket's Dispatch"));
        }
    }

    /** Compares the calls of event callbacks. */
    void checkCallbacks(ImmutableList<SocketCallbacks> expected) {
        new CallbackChecks(world, state, events, findings).check(expected);
    }

    /** Does what comes before the steps. */
    void begin() {
        FaultChecks.order(faults, world.driverHost().faults());
        lifecycle.begin();
    }

    /** Compares the faults that were met with those that the scenario orders. */
    void checkFaults() {
        FaultChecks.check(faults, world.driverHost().faults(), findings);
    }

    /** Does what comes after the steps, and returns what the driver leaves behind. */
    Map<LeftOver, Left> end() {
        lifecycle.end();
        return LeftOvers.of(state, lifecycle.isAutomatic());
    }

    /** Returns what is left behind where a bug check has ended everything. */
    Map<LeftOver, Left> leftOversNow() {
        return LeftOvers.of(state, false);
    }

    /** Compares all calls with what their steps expect. */
    void checkCalls() {
        state.calls().forEach(checks::checkAtEnd);
    }

    /** Compares only the calls that are over, where a run ends early. */
    void checkCallsOver() {
        state.calls().stream().filter(PlayedCall::hasEnded).forEach(checks::checkAtEnd);
    }

    /** Returns how many calls have not returned and are expected not to. */
    long blockedForEver() {
        return state.calls().stream()
                .filter(call -> !call.hasReturned())
                .flatMap(call -> call.step().returned().stream())
                .filter(expected -> expected.form() == TimeExpectation.Form.NEVER)
                .count();
    }
}
