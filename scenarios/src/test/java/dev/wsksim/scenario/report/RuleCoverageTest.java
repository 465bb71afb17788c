package dev.wsksim.scenario.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.scenario.bundle.BundledScenarios;
import dev.wsksim.scenario.load.ScenarioLoader;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.run.RunOptions;
import dev.wsksim.scenario.run.ScenarioResult;
import dev.wsksim.scenario.run.ScenarioRunner;
import org.junit.jupiter.api.Test;

/** Which rules scenarios have exercised and provoked. */
class RuleCoverageTest {
    private static final String FORGETS = "wsk/WskSocketConnect/lifetime/socket-never-closed.yaml";

    private static ScenarioResult play(String path) {
        Scenario scenario = BundledScenarios.shipped()
                .load(path, new ScenarioLoader())
                .variants()
                .get(0);
        return new ScenarioRunner(RunOptions.DEFAULT).run(scenario);
    }

    private static RuleCoverage.Line line(RuleCoverage coverage, String id) {
        return coverage.lines().stream()
                .filter(line -> line.rule().id().text().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nothingPlayed_nothingIsReached() {
        RuleCoverage coverage = new RuleCoverage();

        assertThat(coverage.reached()).isZero();
        assertThat(coverage.lines()).allSatisfy(line -> assertThat(line.state()).isEqualTo("never reached"));
        assertThat(coverage.isAtLeast(0)).isTrue();
        assertThat(coverage.isAtLeast(1)).isFalse();
        assertThat(coverage.text(Detail.NORMAL))
                .contains("WSK-LISTEN-002  A stream socket is bound before WskListen: never reached; it takes a call of"
                        + " WskListen\n");
    }

    @Test
    void played_rulesAreProvokedExercisedOrNeverReached() {
        RuleCoverage coverage = new RuleCoverage();
        coverage.add(play(FORGETS));
        coverage.add(play("lessons/01-first-connect.yaml"));

        assertThat(line(coverage, "WSK-SOCKET-007")).returns(2, RuleCoverage.Line::exercised);
        assertThat(line(coverage, "WSK-SOCKET-007")).returns("provoked", RuleCoverage.Line::state);
        assertThat(line(coverage, "WSK-SOCKET-007")).returns(1, RuleCoverage.Line::provoked);
        assertThat(line(coverage, "WSK-SOCKET-001")).returns("exercised", RuleCoverage.Line::state);
        assertThat(line(coverage, "WSK-SOCKET-001")).returns(1, RuleCoverage.Line::exercised);
        assertThat(line(coverage, "WSK-LISTEN-002")).returns("never reached", RuleCoverage.Line::state);
        assertThat(coverage.provoked()).isEqualTo(1);
        assertThat(coverage.text(Detail.VERBOSE))
                .contains("WSK-SOCKET-007  Every socket is closed: provoked in 2, broken in 1\n");
        assertThat(coverage.text(Detail.NORMAL)).doesNotContain("WSK-SOCKET-007");
        assertThat(coverage.summary())
                .matches(
                        "rule coverage: \\d+ of \\d+ rules reached \\(\\d+\\.\\d %\\): 1 provoked, \\d+ exercised only,"
                                + " \\d+ never reached");
    }
}
