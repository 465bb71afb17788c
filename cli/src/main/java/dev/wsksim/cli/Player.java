package dev.wsksim.cli;

import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.run.RunOptions;
import dev.wsksim.scenario.run.ScenarioResult;

/** Plays one scenario; several threads may play different scenarios at once. */
@FunctionalInterface
interface Player {
    /** Plays a scenario to its end. */
    ScenarioResult play(Scenario scenario, RunOptions options);
}
