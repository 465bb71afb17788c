package dev.wsksim.cli;

import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.run.RunOptions;
import dev.wsksim.scenario.run.ScenarioResult;

/**
 * One scenario to play, and how.
 *
 * @param scenario the scenario
 * @param options how
 * @param twice whether to play it a second time and compare
 */
record Job(Scenario scenario, RunOptions options, boolean twice) {
    /**
     * Plays it. Whatever the simulator throws is a fault of ours, not of the user's input, and must not end the other
     * jobs.
     */
    Outcome play(Player player) {
        try {
            long began = System.nanoTime();
            ScenarioResult first = player.play(scenario, options);
            long nanos = System.nanoTime() - began;
            if (!twice || options.cancelled().getAsBoolean()) {
                return new Outcome.Played(first, nanos);
            }
            ScenarioResult second = player.play(scenario, options);
            boolean same = first.digest().equals(second.digest())
                    || options.cancelled().getAsBoolean();
            return same ? new Outcome.Played(first, nanos) : new Outcome.Diverged(first, second);
        } catch (RuntimeException | Error fault) {
            return new Outcome.BrokeDown(scenario, options, fault);
        }
    }
}
