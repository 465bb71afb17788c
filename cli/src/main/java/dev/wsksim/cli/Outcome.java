package dev.wsksim.cli;

import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.run.RunOptions;
import dev.wsksim.scenario.run.ScenarioResult;

/** What came of a job: a result, or a fault of wsksim. */
sealed interface Outcome {
    /**
     * The scenario was played.
     *
     * @param result the result
     * @param wallNanos how long that took on this machine, the first time
     */
    record Played(ScenarioResult result, long wallNanos) implements Outcome {}

    /**
     * The same scenario was played twice and did not go the same way.
     *
     * @param first the first result
     * @param second the second result
     */
    record Diverged(ScenarioResult first, ScenarioResult second) implements Outcome {}

    /**
     * The simulator broke down.
     *
     * @param scenario the scenario
     * @param options how it was played
     * @param error what was thrown
     */
    record BrokeDown(Scenario scenario, RunOptions options, Throwable error) implements Outcome {}
}
