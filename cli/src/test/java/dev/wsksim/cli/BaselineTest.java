package dev.wsksim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.scenario.run.ScenarioRunner;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** {@code run --baseline} and {@code --write-baseline}, and {@code --fail-on}, with real runs. */
class BaselineTest {
    private static final String ADVISED_AGAINST = Shell.YAML
            .replace("NAME", "a driver in the field")
            .replace("RemoteAddress: server:445", "RemoteAddress: server:445, SocketContext: context");

    private final Shell shell = new Shell();

    BaselineTest() {
        shell.player = (scenario, options) -> new ScenarioRunner(options).run(scenario);
        shell.write("drivers/field.yaml", ADVISED_AGAINST);
    }

    @Test
    void failOn_tellsAndDoesNotFail_andTheReplayLineHasIt() {
        assertThat(shell.run("run", "drivers")).isEqualTo(ExitCode.FAILED);
        assertThat(shell.run("run", "drivers", "--fail-on", "must")).isEqualTo(ExitCode.OK);
        assertThat(shell.out()).contains("  note: drivers/field.yaml:", "does not fail this run)", "1 passed");
        shell.run("run", "drivers", "--fail-on", "should");
        assertThat(shell.out()).contains(" --profile windows-11 --fail-on should\n");
        assertThat(shell.run("run", "drivers", "--fail-on", "shall")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("there is no severity 'shall'; severities: must, should, quality");
    }

    @Test
    void writtenBaseline_acceptsWhatWasThere() throws IOException {
        assertThat(shell.run("run", "drivers", "--write-baseline", "known.yaml"))
                .isEqualTo(ExitCode.OK);
        assertThat(Files.readString(shell.files.getPath("known.yaml")))
                .contains("file: \"drivers/field.yaml\"", "rule: WSK-SOCKET-006", "place: \"WskSocketConnect");
        assertThat(shell.run("run", "drivers", "--baseline", "known.yaml")).isEqualTo(ExitCode.OK);
        assertThat(shell.out()).contains("(in the baseline)", "1 passed").doesNotContain("baseline:");
        // From another folder, too.
        shell.write(
                "ci/known.yaml",
                Files.readString(shell.files.getPath("known.yaml")).replace("drivers/", "../drivers/"));
        assertThat(shell.run("run", "drivers", "--baseline", "ci/known.yaml")).isEqualTo(ExitCode.OK);
    }

    @Test
    void sarif_ofWhatIsAccepted_isSuppressedWithTheReason() throws IOException {
        shell.run("run", "drivers", "--write-baseline", "known.yaml");
        shell.run("run", "drivers", "--baseline", "known.yaml", "--sarif", "a.sarif");
        assertThat(Files.readString(shell.files.getPath("a.sarif")))
                .containsPattern("\"ruleId\": \"WSK-SOCKET-006\",\\s*\"ruleIndex\": [0-9]+,\\s*\"kind\": \"fail\"")
                .containsPattern("\"kind\": \"external\",\\s*\"justification\": \"in the baseline\"");

        String off = "verifier: { off: [{ rule: WSK-SOCKET-006, because: one table for all }] }\n";
        shell.write("drivers/field.yaml", ADVISED_AGAINST + off);
        shell.run("run", "drivers", "--sarif", "b.sarif");
        assertThat(Files.readString(shell.files.getPath("b.sarif")))
                .containsPattern("\"kind\": \"inSource\",\\s*\"justification\": \"[^\"]*one table for all");

        shell.run("run", "drivers", "--fail-on", "must", "--sarif", "c.sarif");
        shell.write("drivers/field.yaml", ADVISED_AGAINST);
        shell.run("run", "drivers", "--sarif", "d.sarif");
        assertThat(Files.readString(shell.files.getPath("d.sarif"))).doesNotContain("suppressions");
    }

    @Test
    void newViolation_failsAndGoneOnesAreTold() {
        shell.run("run", "drivers", "--write-baseline", "known.yaml");
        shell.write("drivers/field.yaml", Shell.YAML.replace("NAME", "a driver that was mended"));
        assertThat(shell.run("run", "drivers", "--baseline", "known.yaml")).isEqualTo(ExitCode.OK);
        assertThat(shell.out())
                .contains(
                        "baseline: known.yaml:5:11: WSK-SOCKET-006 at 'WskSocketConnect",
                        "of drivers/field.yaml occurs no more");
        shell.write("drivers/new.yaml", ADVISED_AGAINST);
        assertThat(shell.run("run", "drivers/new.yaml", "--baseline", "known.yaml"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(shell.out()).contains("baseline: 1 of its entries is about scenarios that were not played");
    }

    @Test
    void renewedBaseline_keepsReasonsAndWhatWasNotPlayed() throws IOException {
        shell.write("drivers/other.yaml", ADVISED_AGAINST);
        shell.run("run", "drivers", "--write-baseline", "known.yaml");
        String written = Files.readString(shell.files.getPath("known.yaml"));
        shell.write("known.yaml", written.replace("\"\n  - file", "\"\n    because: \"old\"\n  - file"));

        shell.run("run", "drivers/field.yaml", "--baseline", "known.yaml", "--write-baseline", "known.yaml");

        assertThat(Files.readString(shell.files.getPath("known.yaml")))
                .contains("because: \"old\"", "drivers/field.yaml", "drivers/other.yaml");
    }

    @Test
    void wrongFiles_areRefusedBeforeTheRun() {
        assertThat(shell.run("run", "drivers", "--baseline", "none.yaml")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("none.yaml: there is no such file");
        shell.write("bad.yaml", "wsksim-baseline: 1\naccepted: [{ file: a.yaml, rule: WSK-IRP-400, place: x }]\n");
        assertThat(shell.run("run", "drivers", "--baseline", "bad.yaml")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("bad.yaml:2:34: unknown rule 'WSK-IRP-400'", "hint: did you mean 'WSK-IRP-00");
        assertThat(shell.run("run", "drivers", "--write-baseline", "drivers/field.yaml"))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("this is not a baseline, and would be overwritten");
        assertThat(shell.run("run", "drivers", "--write-baseline", "nowhere/known.yaml"))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.run("run", "drivers", "--baseline", "")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("--baseline needs a name");
        shell.write("known.yaml", "wsksim-baseline: 1\naccepted: []\n");
        assertThat(shell.run("run", "drivers", "--baseline", "known.yaml", "--write-baseline", "drivers/known.yaml"))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("hint: write it beside the other one");
    }
}
