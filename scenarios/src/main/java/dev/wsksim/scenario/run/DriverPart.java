package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.model.CallStep;
import dev.wsksim.scenario.model.CompletionExpectation;
import dev.wsksim.scenario.model.DriverSpec;
import dev.wsksim.scenario.model.LeftOver;
import dev.wsksim.scenario.model.OnEventStep;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.SocketCallbacks;
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
    private final Trace trace;
    private final FindingsLog findings;
    private final ScenarioWorld world;

    DriverPart(
            ScenarioWorld world,
            DriverSpec spec,
            ImmutableList<SocketCallbacks> callbacks,
            TraceLog trace,
            InlineReturns inline,
            FindingsLog findings)
            throws ArgumentProblemException {
        this.findings = findings;
        this.world = world;
        this.trace = world.simulation().trace();
        state = new DriverState(world.driverHost(), spec);
        lifecycle = new DriverLifecycle(
                state,
                spec.npiVersion(),
                spec.registration(),
                world.simulation().loop(),
                world.simulation().trace());
        checks = new CallChecks(world, inline, new CallFindings(trace, findings));
        events = new EventScripts(world, state, callbacks, findings, this::makeInside);
        player = new CallPlayer(world, state, spec.npiVersion(), events, this::inRoutine);
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
        trace.emit(new StepTaken(step.position().line(), "call " + step.function()));
        return play(step, false);
    }

    private void makeInside(CallStep step, String callback) {
        trace.emit(new StepTaken(step.position().line(), callback + " calls " + step.function()));
        play(step, true);
    }

    /** Does what the completion routine of a call does beside looking at its IRP. */
    private void inRoutine(PlayedCall call) {
        nameSocket(call);
        call.step().irp().calls().forEach(step -> makeInside(step, "the completion routine"));
    }

    private Optional<PlayedCall> play(CallStep step, boolean inside) {
        try {
            PlayedCall call = inside ? player.playHere(step) : player.play(step);
            checks.checkReturn(call);
            return Optional.of(call);
        } catch (ArgumentProblemException problem) {
            events.add(problem);
            return Optional.empty();
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

    /** Gives the delivered socket the name that the step asks for. */
    private void nameSocket(PlayedCall call) {
        Optional<Reference> name = call.step()
                .completes()
                .filter(CompletionExpectation.Completes.class::isInstance)
                .flatMap(expected -> ((CompletionExpectation.Completes) expected).socket());
        if (name.isPresent() && call.socket().isPresent()) {
            state.nameSocket(name.get().name(), call.socket().get());
        }
    }

    /** Does what comes before the steps. */
    void begin() {
        lifecycle.begin();
    }

    /** Does what comes after the steps, and returns what the driver leaves behind. */
    Map<LeftOver, String> end() {
        lifecycle.end();
        return LeftOvers.of(state, lifecycle.isAutomatic());
    }

    /** Returns what is left behind where a bug check has ended everything. */
    Map<LeftOver, String> leftOversNow() {
        return LeftOvers.of(state, false);
    }

    /** Compares all calls with what their steps expect. */
    void checkCalls() {
        state.calls().forEach(checks::checkAtEnd);
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
