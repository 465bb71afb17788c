package dev.wsksim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.scenario.run.ScenarioRunner;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** {@code run --rule-coverage} and its bound. */
class RuleCoverageOptionTest {
    private final Shell shell = new Shell();

    RuleCoverageOptionTest() {
        shell.player = (scenario, options) -> new ScenarioRunner(options).run(scenario);
        shell.scenario("a.yaml", "a connect is accepted");
    }

    @Test
    void ruleCoverage_isToldAndWrittenEverywhere() throws IOException {
        assertThat(shell.run("run", "a.yaml", "--rule-coverage", "--artefacts", "out"))
                .isEqualTo(ExitCode.OK);

        assertThat(shell.out())
                .contains(
                        "\nrule coverage: ",
                        " 0 provoked, ",
                        "WSK-LISTEN-001  A socket listens before WskAccept: never")
                .doesNotContain("WSK-IRP-001");
        assertThat(Files.readString(shell.files.getPath("out/result.json")))
                .contains("\"ruleCoverage\": {", "\"rule\": \"WSK-IRP-001\"");
        assertThat(Files.readString(shell.files.getPath("out/summary.md")))
                .contains("<details><summary>rule coverage: ", "| WSK-IRP-001 | must | 1 | 0 |  |");
        assertThat(Files.readString(shell.files.getPath("out/report.html")))
                .contains("<details class=\"coverage\"><summary>rule coverage: ", "<tr><td>WSK-IRP-001</td>");
        shell.run("run", "a.yaml", "--rule-coverage", "--verbose");
        assertThat(shell.out()).contains("WSK-IRP-001", ": exercised in 1\n");
    }

    @Test
    void withoutTheOption_nothingIsSaid() throws IOException {
        shell.run("run", "a.yaml", "--artefacts", "out");

        assertThat(shell.out()).doesNotContain("coverage");
        assertThat(Files.readString(shell.files.getPath("out/result.json"))).doesNotContain("ruleCoverage");
        assertThat(Files.readString(shell.files.getPath("out/report.html")))
                .doesNotContain("COVERAGE", "rule coverage");
    }

    @Test
    void bound_failsWhenItIsNotMet() {
        assertThat(shell.run("run", "a.yaml", "--min-rule-coverage", "100")).isEqualTo(ExitCode.FAILED);
        assertThat(shell.out()).contains("1 passed", "the rule coverage is below the 100 % of --min-rule-coverage");
        assertThat(shell.run("run", "a.yaml", "--min-rule-coverage", "10")).isEqualTo(ExitCode.OK);
        assertThat(shell.run("run", "a.yaml", "--min-rule-coverage", "101")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("--min-rule-coverage must be from 0 to 100, but was 101");
    }
}
