package dev.wsksim.scenario.load;

import dev.wsksim.scenario.model.Expectations;
import dev.wsksim.scenario.model.LeftOver;
import dev.wsksim.scenario.model.Placed;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.model.Step;
import java.util.Optional;

/** Looks in a scenario without a driver for what only a driver can do or be judged by, and for a run in which nothing happens. */
final class NoDriverCheck {
    private static final String HINT = "add a driver, for example: driver: { host: client }";

    private final Scenario scenario;
    private final Problems problems;

    NoDriverCheck(Scenario scenario, Problems problems) {
        this.scenario = scenario;
        this.problems = problems;
    }

    /** Reports all that is wrong. */
    void run() {
        Optional<Step> first =
                scenario.steps().stream().filter(Step::needsDriver).findFirst();
        first.ifPresent(step -> report(step.position(), 1, "this step needs a driver, and the scenario has none"));
        if (first.isEmpty()) {
            checkExpectations(scenario.expect());
        }
        // What cannot be read is not there; then another problem tells of it.
        if (problems.count() == 0
                && scenario.steps().isEmpty()
                && scenario.connections().isEmpty()) {
            problems.report(
                    scenario.position(),
                    1,
                    "nothing happens in this scenario: it has neither a driver nor steps nor connections",
                    "for example: connections: { upload: { from: client, to: server:445 } }");
        }
    }

    private void checkExpectations(Expectations expect) {
        if (!expect.violations().isEmpty()) {
            Reference rule = expect.violations().get(0);
            report(rule.position(), rule.name().length(), "only a driver breaks rules, and the scenario has none");
        }
        expect.bugCheck()
                .ifPresent(code -> report(
                        code.position(),
                        code.value().name().length(),
                        "only a driver makes Windows stop, and the scenario has none"));
        for (Placed<LeftOver> kind : expect.leftOver()) {
            if (kind.value().isOfDriver()) {
                report(
                        kind.position(),
                        kind.value().word().length(),
                        "only a driver leaves '" + kind.value().word() + "', and the scenario has none");
            }
        }
    }

    private void report(SourcePosition position, int width, String message) {
        problems.report(position, width, message, HINT);
    }
}
