package dev.wsksim.cli.reference;

import dev.wsksim.scenario.bundle.BundledScenarios;
import dev.wsksim.scenario.load.ScenarioLoader;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.run.RunOptions;
import dev.wsksim.scenario.run.ScenarioResult;
import dev.wsksim.scenario.run.ScenarioRunner;
import java.util.function.Consumer;

/** Plays every variant of every bundled scenario. */
public final class BundledRuns {

    private BundledRuns() {}

    /** Hands over the results one by one, so that not all traces are held at once. */
    public static void forEach(Consumer<ScenarioResult> consumer) {
        BundledScenarios bundle = BundledScenarios.shipped();
        for (String path : bundle.paths()) {
            for (Scenario variant : bundle.load(path, new ScenarioLoader()).variants()) {
                consumer.accept(new ScenarioRunner(RunOptions.DEFAULT).run(variant));
            }
        }
    }
}
