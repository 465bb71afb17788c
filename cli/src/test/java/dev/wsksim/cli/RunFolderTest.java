package dev.wsksim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.scenario.run.ScenarioRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code --artefacts}: a folder with all that a look at a failed job needs. */
class RunFolderTest {
    private final Shell shell = new Shell();

    @BeforeEach
    void writeScenarios() {
        shell.player = (scenario, options) -> new ScenarioRunner(options).run(scenario);
        shell.scenario("a/accepted.yaml", "a connect is accepted");
        shell.write(
                "a/late.yaml", late("matrix:\n  windows: [windows-7, windows-10]\nprofile: \"${windows}\"\nhosts:"));
        shell.write("b/late.yaml", late("hosts:"));
    }

    private static String late(String hosts) {
        return Shell.YAML
                .replace("NAME", "a connect is late")
                .replace("after: 10ms", "after: 9ms")
                .replace("hosts:", hosts);
    }

    private List<String> files(String folder) throws IOException {
        Path root = shell.files.getPath(folder);
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private String read(String file) throws IOException {
        return Files.readString(shell.files.getPath(file));
    }

    @Test
    void folder_holdsDocuments_andEverythingOfWhatDidNotPass() throws IOException {
        assertThat(shell.run("run", "a", "b", "--artefacts", "out")).isEqualTo(ExitCode.FAILED);

        assertThat(files("out"))
                .contains("findings.sarif", "junit.xml", "report.html", "result.json", "summary.md")
                .contains(
                        "not-passed/late/diagram.svg",
                        "not-passed/late/packets.pcapng",
                        "not-passed/late/replay.txt",
                        "not-passed/late/report.txt",
                        "not-passed/late/scenario.yaml",
                        "not-passed/late/trace.jsonl")
                .hasSize(5 + 3 * 6)
                .noneMatch(file -> file.contains("accepted"));
        assertThat(read("out/not-passed/late/scenario.yaml")).isEqualTo(read("b/late.yaml"));
        assertThat(read("out/not-passed/late/replay.txt"))
                .isEqualTo("./wsksim run b/late.yaml --seed 1 --profile windows-11\n");
        assertThat(read("out/not-passed/late/report.txt"))
                .contains("expected: after 9ms", "digest ", "replay: ./wsksim run b/late.yaml");
        assertThat(read("out/not-passed/late-windows-windows-7/replay.txt")).contains("--profile windows-7");
        assertThat(read("out/not-passed/late/trace.jsonl")).startsWith("{\"wsksim-trace\":1,");
        assertThat(read("out/not-passed/late/diagram.svg")).startsWith("<svg ");
    }

    @Test
    void folder_isTheSameBytes_whateverTheNumberOfThreads() throws IOException {
        shell.run("run", "a", "b", "--artefacts", "one", "--jobs", "1");
        shell.run("run", "a", "b", "--artefacts", "two", "--jobs", "5");

        assertThat(files("one")).isEqualTo(files("two"));
        for (String file : files("one")) {
            assertThat(Files.readAllBytes(shell.files.getPath("two", file)))
                    .as(file)
                    .isEqualTo(Files.readAllBytes(shell.files.getPath("one", file)));
        }
    }

    @Test
    void nextRun_takesAwayWhatPassesNow_butNothingThatIsNotOurs() throws IOException {
        shell.run("run", "a", "b", "--artefacts", "out");
        shell.write("out/not-passed/late/my-notes.txt", "mine");
        shell.write("out/mine.txt", "mine");

        assertThat(shell.run("run", "a/accepted.yaml", "--artefacts", "out")).isZero();

        assertThat(files("out"))
                .containsExactly(
                        "findings.sarif",
                        "junit.xml",
                        "mine.txt",
                        "not-passed/late/my-notes.txt",
                        "report.html",
                        "result.json",
                        "summary.md");
        assertThat(read("out/junit.xml")).contains("tests=\"1\" failures=\"0\"");
    }

    @Test
    void fault_hasAFolder_withoutATrace() throws IOException {
        shell.player = new StubPlayer();
        shell.scenario("f.yaml", "it breaks down");

        assertThat(shell.run("run", "f.yaml", "--artefacts", "out")).isEqualTo(ExitCode.FAULT);

        assertThat(files("out/not-passed")).containsExactly("f/replay.txt", "f/report.txt", "f/scenario.yaml");
        assertThat(read("out/not-passed/f/report.txt")).contains("wsksim itself is at fault: AssertionError");
    }

    @Test
    void fileThatCannotBeWritten_isAFault_andTheRestIsThere() throws IOException {
        shell.run("run", "b", "--artefacts", "out");
        Path taken = shell.files.getPath("out/not-passed/late/trace.jsonl");
        Files.delete(taken);
        Files.createDirectories(taken.resolve("mine"));

        assertThat(shell.run("run", "a/accepted.yaml", "b", "--artefacts", "out"))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("out: no folder for artefacts can be made there");
    }
}
