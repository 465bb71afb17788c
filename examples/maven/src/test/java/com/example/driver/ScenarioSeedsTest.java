package com.example.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wsksim.junit5.ScenarioSource;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.run.RunOptions;
import dev.wsksim.scenario.run.ScenarioRunner;
import dev.wsksim.scenario.run.Verdict;
import org.junit.jupiter.params.ParameterizedTest;

/** Takes scenarios as arguments: those of the project, and some that come with wsksim. */
class ScenarioSeedsTest {

    @ParameterizedTest
    @ScenarioSource({"/scenarios/*.wsk.yaml", "bundled:wsk/WskDisconnect"})
    void scenario_passesWithAnotherSeed(Scenario scenario) {
        RunOptions options = RunOptions.DEFAULT.withSeed(17);

        assertEquals(Verdict.PASSED, new ScenarioRunner(options).run(scenario).verdict());
    }
}
