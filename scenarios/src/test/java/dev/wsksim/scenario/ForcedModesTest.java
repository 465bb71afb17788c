package dev.wsksim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.scenario.bundle.BundledScenarios;
import dev.wsksim.scenario.load.LoadResult;
import dev.wsksim.scenario.load.ScenarioLoader;
import dev.wsksim.scenario.model.ForcedMode;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.run.Finding;
import dev.wsksim.scenario.run.RunOptions;
import dev.wsksim.scenario.run.RunOptions.DecisionMode;
import dev.wsksim.scenario.run.ScenarioResult;
import dev.wsksim.scenario.run.ScenarioRunner;
import dev.wsksim.scenario.run.Verdict;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plays every bundled scenario with completions forced inline, pended and to DISPATCH_LEVEL: it comes to the end that it comes to unforced. */
class ForcedModesTest {
    private static final BundledScenarios BUNDLE = BundledScenarios.shipped();

    private static ImmutableList<String> paths() {
        return BUNDLE.paths();
    }

    private static ImmutableList<Scenario> load(String path) {
        LoadResult loaded = BUNDLE.load(path, new ScenarioLoader());
        assertThat(loaded.renderProblems()).isEmpty();
        return loaded.variants();
    }

    private static RunOptions forced(ForcedMode mode) {
        return RunOptions.DEFAULT.withDecisions(Arrays.stream(DecisionMode.values())
                .filter(known -> known.forced().stream().anyMatch(mode::equals))
                .findFirst()
                .orElseThrow());
    }

    private static ScenarioResult play(Scenario scenario, RunOptions options) {
        return new ScenarioRunner(options).run(scenario);
    }

    /** What the scenario itself says about forced decisions is left out, to see whether it is right. */
    private static Scenario withoutExceptions(Scenario scenario) {
        return new Scenario(
                scenario.name(),
                scenario.variant(),
                scenario.about(),
                scenario.source(),
                scenario.profile(),
                scenario.seed(),
                scenario.tags(),
                scenario.family(),
                scenario.hosts(),
                scenario.links(),
                scenario.peers(),
                scenario.connections(),
                scenario.dns(),
                scenario.driver(),
                scenario.steps(),
                scenario.expect(),
                scenario.verifier(),
                scenario.decisions(),
                scenario.faults(),
                ImmutableMap.of(),
                scenario.limits(),
                scenario.included(),
                scenario.position());
    }

    @ParameterizedTest
    @MethodSource("paths")
    void scenario_withForcedCompletions_comesToTheSameEndUnlessItSaysOtherwise(String path) {
        ImmutableList<Scenario> variants = load(path);
        ImmutableList<ScenarioResult> free = variants.stream()
                .map(scenario -> play(scenario, RunOptions.DEFAULT))
                .collect(ImmutableList.toImmutableList());
        for (ForcedMode mode : ForcedMode.values()) {
            boolean otherwise = variants.get(0).exceptDecisions().containsKey(mode);
            boolean holds = true;
            for (int i = 0; i < variants.size(); i++) {
                ScenarioResult forced = play(withoutExceptions(variants.get(i)), forced(mode));
                if (!otherwise) {
                    assertSameEnd(free.get(i), forced, mode);
                }
                holds &= forced.findings().isEmpty()
                        && forced.finalState().equals(free.get(i).finalState());
            }
            assertThat(holds)
                    .as("what %s says under except-decisions of %s is needed", path, mode.word())
                    .isNotEqualTo(otherwise);
        }
    }

    private static void assertSameEnd(ScenarioResult free, ScenarioResult forced, ForcedMode mode) {
        String name = free.name() + ", " + mode.word();
        assertThat(forced.findings())
                .extracting(Finding::position, Finding::title, Finding::expected, Finding::actual)
                .as(name)
                .isEmpty();
        assertThat(forced.finalState()).as(name).isEqualTo(free.finalState());
        assertThat(forced.violations()).as(name).isEqualTo(free.violations());
    }

    @Test
    void scenarios_thatSayOtherwise_areSkippedWithTheirReasons() {
        int skipped = 0;
        for (String path : paths()) {
            for (Scenario scenario : load(path)) {
                for (Map.Entry<ForcedMode, String> exception :
                        scenario.exceptDecisions().entrySet()) {
                    ScenarioResult result = play(scenario, forced(exception.getKey()));
                    assertThat(result.verdict()).as(path).isEqualTo(Verdict.SKIPPED);
                    assertThat(result.skipped()).as(path).isEqualTo(exception.getValue());
                    assertThat(result.skipped()).as(path).hasSizeGreaterThan(30);
                    assertThat(play(scenario, RunOptions.DEFAULT).verdict()).isEqualTo(Verdict.PASSED);
                    skipped++;
                }
            }
        }
        assertThat(skipped).as("few say otherwise").isBetween(1, 20);
    }

    /** Otherwise the sameness of the end would say nothing about completions inside calls. */
    @Test
    void callsForcedInline_inTheScenariosOfWsk_completeInsideNineTimesOutOfTen() {
        long inline = 0;
        long pended = 0;
        for (String path : paths()) {
            for (Scenario scenario : path.startsWith("wsk/") ? load(path) : ImmutableList.<Scenario>of()) {
                ScenarioResult result = play(scenario, forced(ForcedMode.INLINE));
                inline += count(result, ".completion", "inline");
                pended += count(result, "irp.inline-wait", "pend-instead");
            }
        }

        assertThat(inline).isGreaterThan(1500);
        assertThat(pended * 10).isLessThan(inline);
    }

    private static long count(ScenarioResult result, String point, String option) {
        return result.decisions().stream()
                .filter(decision ->
                        decision.point().endsWith(point) && decision.option().equals(option))
                .count();
    }
}
