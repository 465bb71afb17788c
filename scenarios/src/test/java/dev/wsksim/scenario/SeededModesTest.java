package dev.wsksim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.scenario.bundle.BundledScenarios;
import dev.wsksim.scenario.load.LoadResult;
import dev.wsksim.scenario.load.ScenarioLoader;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.run.Finding;
import dev.wsksim.scenario.run.RunOptions;
import dev.wsksim.scenario.run.RunOptions.DecisionMode;
import dev.wsksim.scenario.run.ScenarioRunner;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Plays every bundled scenario with decisions from a few seeds: what a scenario relies on it has to script. One that does
 * not hold under forced decisions, and says why, does not have to hold under any chance either.
 */
class SeededModesTest {
    private static final BundledScenarios BUNDLE = BundledScenarios.shipped();
    private static final ImmutableList<Long> SEEDS = ImmutableList.of(1L, 2L, 3L);
    /** What holds with its own seed only, with the reason. */
    private static final ImmutableMap<String, String> EXCEPTIONS = ImmutableMap.of(
            "net/tcp/time-wait-reuse.yaml",
            "whether a SYN is taken in TIME-WAIT depends on sequence numbers, and these on the seed");

    private static ImmutableList<String> paths() {
        return BUNDLE.paths();
    }

    private static ImmutableList<Scenario> load(String path) {
        LoadResult loaded = BUNDLE.load(path, new ScenarioLoader());
        assertThat(loaded.renderProblems()).isEmpty();
        return loaded.variants();
    }

    private static List<Finding> play(Scenario scenario, long seed) {
        return new ScenarioRunner(
                        RunOptions.DEFAULT.withDecisions(DecisionMode.SEEDED).withSeed(seed))
                .run(scenario)
                .findings();
    }

    /** A scenario that makes exceptions from forced decisions may depend on seeded ones, too. */
    @Test
    void scenarios_withSeededDecisions_holdUnlessTheySayOtherwise() {
        List<String> failing = paths().stream()
                .filter(path -> !EXCEPTIONS.containsKey(path))
                .filter(path -> load(path).stream().anyMatch(SeededModesTest::dependsOnChance))
                .toList();

        assertThat(failing).as("script the decisions that they rely on").isEmpty();
    }

    private static boolean dependsOnChance(Scenario scenario) {
        return scenario.exceptDecisions().isEmpty()
                && SEEDS.stream().anyMatch(seed -> !play(scenario, seed).isEmpty());
    }

    @Test
    void exceptions_areNeeded() {
        EXCEPTIONS
                .keySet()
                .forEach(path -> assertThat(load(path).stream()
                                .flatMap(scenario -> SEEDS.stream().map(seed -> play(scenario, seed)))
                                .filter(findings -> !findings.isEmpty()))
                        .as(path)
                        .isNotEmpty());
    }
}
