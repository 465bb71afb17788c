package dev.wsksim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.scenario.run.ScenarioRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents about a run for other programs: where they go, and that they tell what was played. */
class DocumentsTest {
    private static final List<String> OPTIONS = List.of("--json", "--junit-xml", "--tap", "--markdown", "--sarif");

    private final Shell shell = new Shell();

    @BeforeEach
    void writeScenarios() {
        shell.player = (scenario, options) -> new ScenarioRunner(options).run(scenario);
        shell.scenario("s/accepted.yaml", "a connect is accepted");
        shell.write(
                "s/late.yaml", Shell.YAML.replace("NAME", "a connect is late").replace("after: 10ms", "after: 9ms"));
        shell.write(
                "s/limit.yaml",
                Shell.YAML.replace("NAME", "too many events").replace("hosts:", "limits: { events: 5 }\nhosts:"));
        shell.write(
                "s/violation.yaml",
                Shell.YAML
                        .replace("NAME", "a NULL client")
                        .replace(
                                "hosts:",
                                "matrix:\n  windows: [windows-7, windows-10]\nprofile: \"${windows}\"\nhosts:")
                        .replaceFirst("(?s)steps:.*", """
                                steps:
                                  - call: WskSocket
                                    with: { Client: NULL }
                                    returns: STATUS_INVALID_HANDLE
                                    completes: never
                                """));
    }

    private String read(String file) throws IOException {
        return Files.readString(shell.files.getPath(file));
    }

    private int runAll(String folder, String... more) throws IOException {
        Files.createDirectories(shell.files.getPath(folder));
        List<String> arguments = new ArrayList<>(List.of("run", "s"));
        for (String option : OPTIONS) {
            arguments.addAll(List.of(option, folder + "/out" + option));
        }
        arguments.addAll(List.of(more));
        return shell.run(arguments.toArray(String[]::new));
    }

    @Test
    void everyDocument_tellsOfEveryScenarioAndCell() throws IOException {
        assertThat(runAll("one")).isEqualTo(ExitCode.FAILED);

        assertThat(shell.out()).contains("1 passed, 3 failed, 1 inconclusive");
        for (String option : OPTIONS) {
            assertThat(read("one/out" + option))
                    .as(option)
                    .contains("a connect is accepted", "a connect is late", "too many events", "a NULL client")
                    .contains("passed", "inconclusive", "WSK-ARG-001")
                    .containsPattern("windows=windows-7[\\s\\S]*windows=windows-10")
                    .doesNotContain("wallNanos", "duration_ms", "Wall time");
        }
        assertThat(read("one/out--tap"))
                .contains("\nok 1 - a connect is accepted\n", "\nnot ok 5 - a NULL client [windows=windows-10]\n");
        assertThat(read("one/out--junit-xml"))
                .contains("<testsuites name=\"wsksim\" tests=\"5\" failures=\"3\" errors=\"1\"");
    }

    @Test
    void evidence_isTheTextOfTheTerminal() throws IOException {
        runAll("one");
        String report = shell.out().substring(shell.out().indexOf("failed        a connect is late"));
        report = report.substring(0, report.indexOf("\n\ninconclusive")).stripTrailing();

        assertThat(report).contains("expected: after 9ms", "replay: ./wsksim run s/late.yaml");
        assertThat(read("one/out--markdown")).contains("```text\n" + report + "\n```\n");
        assertThat(read("one/out--junit-xml").replace("&gt;", ">").replace("&lt;", "<"))
                .contains(">" + report + "\n");
        assertThat(read("one/out--tap")).contains(report.indent(4).stripTrailing() + "\n");
    }

    @Test
    void documents_areTheSameBytes_whateverTheNumberOfThreads() throws IOException {
        runAll("one", "--jobs", "1");
        runAll("two", "--jobs", "7");

        for (String option : OPTIONS) {
            assertThat(read("two/out" + option)).as(option).isEqualTo(read("one/out" + option));
        }
    }

    @Test
    void wallTime_isWrittenWhenAskedFor() throws IOException {
        runAll("one", "--wall-time");

        assertThat(read("one/out--json")).contains("\"wallNanos\": ");
        assertThat(read("one/out--tap")).contains("\n  duration_ms: ");
        assertThat(read("one/out--markdown")).contains("| Wall time |");
        assertThat(read("one/out--sarif")).contains("\"wallNanos\": ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--json", "--junit-xml", "--tap", "--markdown", "--sarif"})
    void standardOutput_isTheDocumentAlone(String option) throws IOException {
        runAll("one");
        String expected = read("one/out" + option);

        assertThat(shell.run("run", "s", option, "-")).isEqualTo(ExitCode.FAILED);

        assertThat(shell.out()).isEqualTo(expected);
        assertThat(shell.err()).contains("1 passed, 3 failed, 1 inconclusive");
    }

    @ParameterizedTest
    @CsvSource({
        "--junit-xml, '', --junit-xml needs a name",
        "--tap, out.yaml, 'the result is TAP, and would overwrite a scenario\n  hint: name a .tap file'",
        "--markdown, s, 's: this is a folder, not a file to write the result to'",
        "--sarif, nowhere/x.sarif, 'nowhere/x.sarif: there is no folder '",
        "--artefacts, s/late.yaml, 's/late.yaml: no folder for artefacts can be made there'",
        "--artefacts, '', --artefacts needs a name",
        "--annotations, gitlab, 'expected one of [github, azure] (case-sensitive) but was'"
    })
    void placeThatCannotBe_isRefusedBeforeTheRun(String option, String value, String message) {
        assertThat(shell.run("run", "s", option, value)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains(message);
        assertThat(shell.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "--json, -, --tap, -, --json and --tap cannot both go to standard output",
        "--markdown, x/../a, --sarif, a, --markdown and --sarif cannot both go to the same file",
        "--junit-xml, out/junit.xml, --artefacts, out, --junit-xml and --junit-xml cannot both go to the same file"
    })
    void twoDocumentsInOnePlace_areRefused(String one, String first, String other, String second, String message) {
        assertThat(shell.run("run", "s", one, first, other, second)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains(message);
    }

    @Test
    void documentThatCannotBeWritten_isAFault_andTheOthersAreWritten() throws IOException {
        shell.scenario("p.yaml", "it passes");
        shell.player = (scenario, options) -> {
            try {
                Files.createDirectory(shell.files.getPath("out.tap"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new ScenarioRunner(options).run(scenario);
        };

        assertThat(shell.run("run", "p.yaml", "--tap", "out.tap", "--sarif", "out.sarif"))
                .isEqualTo(ExitCode.FAULT);

        assertThat(shell.err()).contains("wsksim: out.tap: the result could not be written");
        assertThat(read("out.sarif")).contains("it passes");
    }

    @Test
    void annotations_standBehindTheReportOfTheirScenario() {
        shell.run("run", "s", "--annotations", "github");
        assertThat(shell.out())
                .containsSubsequence(
                        "failed        a connect is late",
                        "\n::error file=s/late.yaml,line=18,col=49,title=a connect is late::WskSocketConnect came too late",
                        "inconclusive  too many events",
                        "\n::warning file=s/limit.yaml,");
        shell.run("run", "s", "--annotations", "azure");
        assertThat(shell.out())
                .contains("##vso[task.logissue type=error;sourcepath=s/late.yaml;linenumber=18;columnnumber=49]");
        shell.run("run", "s");
        assertThat(shell.out()).doesNotContain("::error", "##vso");
    }

    @Test
    void annotations_tellOfFilesThatCannotBeRead() {
        shell.write("bad.yaml", Shell.YAML.replace("latency: 5ms", "latencey: 5ms"));

        assertThat(shell.run("run", "bad.yaml", "--annotations", "github")).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(shell.out())
                .startsWith("::error file=bad.yaml,line=7,col=23,")
                .contains("%0Ahint: did you mean 'latency'?");
        assertThat(shell.err()).contains("bad.yaml:7:23: ");
    }

    @Test
    void fault_isInEveryDocument() throws IOException {
        shell.player = new StubPlayer();
        shell.scenario("s/accepted.yaml", "it breaks down");

        assertThat(runAll("one")).isEqualTo(ExitCode.FAULT);

        for (String option : OPTIONS) {
            assertThat(read("one/out" + option))
                    .as(option)
                    .contains("fault", "it breaks down", "AssertionError: socket 3 was closed twice");
        }
    }
}
