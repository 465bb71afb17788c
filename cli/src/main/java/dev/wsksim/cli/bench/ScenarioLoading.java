package dev.wsksim.cli.bench;

import dev.wsksim.scenario.model.Scenario;

/** Loads and checks a scenario of a thousand steps again and again; one operation is one step. */
final class ScenarioLoading implements Workload {

    private static final int STEPS = 1_000;

    private final String yaml = ManySteps.yaml(STEPS);
    private long checked;

    /** Operations come by the thousand; what is over is loaded as well. */
    @Override
    public long run(long operations) {
        for (long left = operations; left > 0; left -= STEPS) {
            Scenario scenario = ManySteps.load(yaml);
            checked += scenario.steps().size();
        }
        return operations;
    }

    @Override
    public String digest() {
        return checked + " steps";
    }
}
