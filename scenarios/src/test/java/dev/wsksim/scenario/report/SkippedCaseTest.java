package dev.wsksim.scenario.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.scenario.load.LoadResult;
import dev.wsksim.scenario.load.ScenarioLoader;
import dev.wsksim.scenario.run.RunOptions;
import dev.wsksim.scenario.run.RunOptions.DecisionMode;
import dev.wsksim.scenario.run.ScenarioResult;
import dev.wsksim.scenario.run.ScenarioRunner;
import dev.wsksim.scenario.run.Verdict;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A scenario that was skipped is neither a success nor a failure in any report, and its reason stands beside it. */
class SkippedCaseTest {
    private static final String REASON = "the IRP is <pended> # here";

    private static final String YAML = """
            wsksim: 1
            name: a connect is accepted
            except-decisions: { inline: "the IRP is <pended> # here" }
            hosts:
              client: { addresses: [192.0.2.10] }
            driver: { host: client }
            steps:
              - wait: 1ms
            """;

    private static String written(RunDocument document) {
        LoadResult loaded = new ScenarioLoader().loadText("a.yaml", YAML);
        assertThat(loaded.renderProblems()).isEmpty();
        RunOptions options = RunOptions.DEFAULT.withDecisions(DecisionMode.INLINE);
        ScenarioResult result =
                new ScenarioRunner(options).run(loaded.variants().get(0));
        assertThat(result.verdict()).isEqualTo(Verdict.SKIPPED);
        ReportedCases cases =
                new ReportedCases(Detail.NORMAL, SourceLines.NONE, new ReplayLine(DecisionMode.INLINE, ""));
        ReportedCase reported = cases.played(result, OptionalLong.empty());
        assertThat(reported.verdict().isBad()).isFalse();
        assertThat(Annotations.GITHUB.of(reported)).isEmpty();
        document.add(reported);
        return document.text(false);
    }

    @Test
    void junitXml_hasItAsSkipped() {
        assertThat(written(new JUnitXmlReport()))
                .contains("tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"1\"")
                .contains("<skipped message=\"the IRP is &lt;pended")
                .doesNotContain("<failure", "<error");
    }

    @Test
    void tap_hasItAsSkipped() {
        assertThat(written(new TapReport()))
                .isEqualTo("TAP version 14\n1..1\nok 1 - a connect is accepted # SKIP " + REASON + "\n");
    }

    @Test
    void markdown_countsIt_withoutAReport() {
        assertThat(written(new MarkdownReport()))
                .startsWith("## wsksim: 0 passed, 1 skipped\n\n<details>")
                .contains("| skipped | a connect is accepted | 1 | 0s | a.yaml |");
    }

    @Test
    void sarif_listsItAmongTheScenarios() {
        assertThat(written(new SarifReport("1.2.3")))
                .contains("\"verdict\": \"skipped\"", "\"reason\": \"" + REASON + "\"", "\"results\": [],")
                .contains("\"executionSuccessful\": true");
    }

    @Test
    void json_isNotPlayedAgain() throws Exception {
        String json = written(new JsonReport("1.2.3", DecisionMode.INLINE));

        assertThat(RecordedRuns.readVerdicts(json).verdicts()).singleElement().satisfies(verdict -> {
            assertThat(verdict.verdict()).isEqualTo("skipped");
            assertThat(verdict.isFine()).isTrue();
        });
    }
}
