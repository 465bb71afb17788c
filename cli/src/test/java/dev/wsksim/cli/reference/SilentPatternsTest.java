package dev.wsksim.cli.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.bundle.BundledScenarios;
import dev.wsksim.scenario.load.ScenarioLoader;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.run.RunOptions;
import dev.wsksim.scenario.run.RunOptions.DecisionMode;
import dev.wsksim.scenario.run.ScenarioResult;
import dev.wsksim.scenario.run.ScenarioRunner;
import dev.wsksim.scenario.run.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The verifier has nothing to say about what the table of {@code docs/verifier.md} calls fine. */
class SilentPatternsTest {

    private static final Path PAGE = Path.of("..", "docs", "verifier.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| .+ \\| `([^`]+\\.yaml)` \\|$");
    private static final List<DecisionMode> MODES =
            List.of(DecisionMode.TYPICAL, DecisionMode.INLINE, DecisionMode.PENDED, DecisionMode.DISPATCH);

    private static ImmutableList<String> paths() throws IOException {
        return ROW.matcher(Files.readString(PAGE, StandardCharsets.UTF_8))
                .results()
                .map(row -> row.group(1))
                .collect(ImmutableList.toImmutableList());
    }

    @Test
    void patterns_howeverIrpsAreCompleted_breakNoRule() throws IOException {
        BundledScenarios bundle = BundledScenarios.shipped();

        assertThat(paths()).hasSize(14).doesNotHaveDuplicates();
        for (String path : paths()) {
            for (Scenario scenario : bundle.load(path, new ScenarioLoader()).variants()) {
                for (DecisionMode mode : MODES) {
                    ScenarioResult result = new ScenarioRunner(RunOptions.DEFAULT.withDecisions(mode)).run(scenario);

                    assertThat(result.verdict()).as(path + " " + mode).isEqualTo(Verdict.PASSED);
                    assertThat(result.violations()).as(path + " " + mode).isEmpty();
                }
            }
        }
    }
}
