package dev.wsksim.scenario.run;

import dev.wsksim.scenario.model.DriverSpec;
import dev.wsksim.scenario.model.LeftOver;
import dev.wsksim.scenario.model.TimeExpectation;
import dev.wsksim.trace.TraceLog;
import java.util.Map;

/** The scripted driver's part in a run: what it holds, what it does around its steps, its calls and what compares them. A scenario without a driver has none. */
final class DriverPart {

    private final DriverState state;
    private final DriverLifecycle lifecycle;
    private final CallPlayer player;
    private final CallChecks checks;

    DriverPart(ScenarioWorld world, DriverSpec spec, TraceLog trace, FindingsLog findings)
            throws ArgumentProblemException {
        state = new DriverState(world.driverHost(), spec);
        lifecycle = new DriverLifecycle(
                state,
                spec.npiVersion(),
                spec.registration(),
                world.simulation().loop(),
                world.simulation().trace());
        checks = new CallChecks(world, new CallFindings(trace, findings));
        player = new CallPlayer(world, state, spec.npiVersion());
    }

    DriverState state() {
        return state;
    }

    CallPlayer player() {
        return player;
    }

    CallChecks checks() {
        return checks;
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
