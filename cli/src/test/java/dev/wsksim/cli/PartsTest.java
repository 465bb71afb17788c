package dev.wsksim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.bundle.BundledScenarios;
import dev.wsksim.scenario.run.ScenarioRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What commands make of files that scenarios include: a place in one of them names it, in every form of output. */
@Timeout(60)
class PartsTest {
    private static final String NETWORK = """
            wsksim-part: 1
            hosts:
              client: { addresses: [192.0.2.10] }
              server: { addresses: [192.0.2.20] }
            links:
              client -> server: { latency: 5ms }
              server -> client: same
            driver: { host: client }
            """;
    private static final String CONNECTED = """
            wsksim-part: 1
            steps:
              - call: WskSocketConnect
                id: c
                with: { LocalAddress: any:0, RemoteAddress: server:445 }
                completes: { status: STATUS_SUCCESS, after: 9ms, socket: s }
              - await: c
            """;
    private static final String SCENARIO = """
            wsksim: 1
            name: a connect is late
            include: shared/network.part.yaml
            peers: { server: { tcp 445: { connect: accept } } }
            steps:
              - include: shared/connected.part.yaml
              - call: WskCloseSocket
                on: s
                completes: { status: STATUS_SUCCESS }
            """;
    private static final String PLACE = "s/shared/connected.part.yaml";

    private final Shell shell = new Shell();

    @BeforeEach
    void write() {
        shell.player = (scenario, options) -> new ScenarioRunner(options).run(scenario);
        shell.write("s/late.yaml", SCENARIO);
        shell.write("s/shared/network.part.yaml", NETWORK);
        shell.write("s/shared/connected.part.yaml", CONNECTED);
    }

    private String read(String file) throws IOException {
        return Files.readString(shell.files.getPath(file));
    }

    @Test
    void folder_hasNoScenariosInItsParts() {
        assertThat(shell.run("check", "s")).isZero();
        assertThat(shell.out()).isEqualTo("1 file, 1 scenario: nothing is wrong\n");
        assertThat(shell.run("check", "s/shared")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("s/shared: there is no scenario in this folder");
    }

    @Test
    void partByHand_isToldWhatItIs() {
        assertThat(shell.run("run", PLACE)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err())
                .contains(PLACE + ": this is a part of scenarios, not a scenario of its own\n"
                        + "  hint: name a scenario that includes it");
    }

    @Test
    void fmt_laysPartsOutToo() throws IOException {
        shell.write(PLACE, CONNECTED.replace("id: c", "id:   c"));

        assertThat(shell.run("fmt", "s")).isZero();
        assertThat(shell.out()).isEqualTo(PLACE + "\n3 files: 1 changed\n");
        assertThat(read(PLACE)).isEqualTo(CONNECTED);
    }

    @Test
    void check_tellsAProblemOfAPartOnce() {
        shell.write("s/second.yaml", SCENARIO);
        shell.write(PLACE, CONNECTED.replace("await: c", "awiat: c"));

        assertThat(shell.run("check", "s")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err())
                .isEqualTo(PLACE + ":7:5: unknown key 'awiat' in a step\n"
                        + "    7 |   - awiat: c\n"
                        + "      |     ^^^^^\n"
                        + "  hint: did you mean 'await'?\n\n1 problem\n");
    }

    @Test
    void annotations_ofAProblem_areOnThePart() {
        shell.write(PLACE, CONNECTED.replace("await: c", "awiat: c"));

        assertThat(shell.run("run", "s", "--annotations", "github")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.out()).startsWith("::error file=" + PLACE + ",line=7,col=5,");
    }

    @Test
    void text_showsPlaceLineAndTrace() {
        assertThat(shell.run("run", "s")).isEqualTo(ExitCode.FAILED);

        assertThat(shell.out())
                .contains("  " + PLACE + ":6:49: WskSocketConnect came too late [completion, at 10ms]\n"
                        + "      6 |     completes: { status: STATUS_SUCCESS, after: 9ms, socket: s }\n")
                .contains("scenario  shared/connected.part.yaml line 3: call WskSocketConnect\n")
                .contains("WskSocketConnect 'c' of line 3 of shared/connected.part.yaml, completed at 10ms")
                .contains("replay: ./wsksim run s/late.yaml --seed 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--json | \"file\": \"s/shared/connected.part.yaml\",",
                "--json | \"line\": 6",
                "--sarif | \"uri\": \"s/shared/connected.part.yaml\"",
                "--sarif | \"startLine\": 6",
                "--junit-xml | s/shared/connected.part.yaml:6:49",
                "--tap | s/shared/connected.part.yaml:6:49",
                "--markdown | s/shared/connected.part.yaml:6:49"
            })
    void document_namesThePart(String option, String words) throws IOException {
        assertThat(shell.run("run", "s", option, "out")).isEqualTo(ExitCode.FAILED);

        assertThat(read("out")).contains(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "github | ::error file=s/shared/connected.part.yaml,line=6,col=49,",
                "azure  | ##vso[task.logissue type=error;sourcepath=s/shared/connected.part.yaml;linenumber=6;columnnumber=49]"
            })
    void annotation_namesThePart(String form, String words) {
        assertThat(shell.run("run", "s", "--annotations", form)).isEqualTo(ExitCode.FAILED);

        assertThat(shell.out()).contains(words);
    }

    @Test
    void html_hasTheLinesOfAllFiles_countedInOneRow() throws IOException {
        assertThat(shell.run("run", "s", "--html", "out.html")).isEqualTo(ExitCode.FAILED);

        int own = SCENARIO.lines().toList().size();
        int network = NETWORK.lines().toList().size();
        String page = read("out.html");
        assertThat(page)
                .contains("\"shared/network.part.yaml\",\"wsksim-part: 1\"")
                .contains("\"shared/connected.part.yaml\",\"wsksim-part: 1\"")
                .contains("\"files\":[\"" + (own + 1) + "\",\"" + (own + network + 2) + "\"]")
                .contains("\"line\":" + (own + network + 2 + 6) + ",");
    }

    @Test
    void runFolder_holdsACopyThatRuns_andIsClearedNextTime() throws IOException {
        shell.write("s/up.yaml", SCENARIO.replace("shared/", "../s/shared/"));
        shell.write("other.part.yaml", CONNECTED);
        shell.write("s/above.yaml", SCENARIO.replace("shared/connected", "../other"));
        assertThat(shell.run("run", "s", "--artefacts", "out")).isEqualTo(ExitCode.FAILED);

        assertThat(read("out/not-passed/late/shared/connected.part.yaml")).isEqualTo(CONNECTED);
        assertThat(read("out/not-passed/late/shared/network.part.yaml")).isEqualTo(NETWORK);
        assertThat(read("out/not-passed/above/included/up/other.part.yaml")).isEqualTo(CONNECTED);
        assertThat(shell.run("check", "out/not-passed/late/scenario.yaml")).isZero();

        shell.write(PLACE, CONNECTED.replace("9ms", "10ms"));
        shell.write("other.part.yaml", CONNECTED.replace("9ms", "10ms"));
        assertThat(shell.run("run", "s", "--artefacts", "out")).isZero();
        assertThat(shell.files.getPath("out/not-passed/late")).doesNotExist();
        assertThat(shell.files.getPath("out/not-passed/above")).doesNotExist();
    }

    @Test
    void rerunFailed_findsTheScenario() {
        assertThat(shell.run("run", "s", "--json", "r.json")).isEqualTo(ExitCode.FAILED);
        shell.write(PLACE, CONNECTED.replace("9ms", "10ms"));

        assertThat(shell.run("run", "--rerun-failed", "r.json")).isZero();
        assertThat(shell.out()).contains("1 passed");
    }

    @Test
    void digest_doesNotDependOnHowTheFileIsCalled() {
        List<String> digests = new ArrayList<>();
        for (String name : ImmutableList.of("s/late.yaml", "./s/late.yaml", "/work/s/late.yaml")) {
            assertThat(shell.run("run", name, "--verbose")).isEqualTo(ExitCode.FAILED);
            digests.add(shell.out()
                    .lines()
                    .filter(line -> line.contains("digest"))
                    .findFirst()
                    .orElseThrow());
        }

        assertThat(digests).containsOnly(digests.get(0));
    }

    @Test
    void watch_playsAgainWhatIncludesAChangedPart() {
        List<String> played = new ArrayList<>();
        shell.write("s/a.yaml", Shell.YAML.replace("NAME", "a, alone"));
        ImmutableList<Runnable> changes = ImmutableList.of(
                () -> {},
                () -> shell.write(PLACE, CONNECTED.replace("after: 9ms", "within: 1s")),
                shell.interruption::raise);
        shell.player = (scenario, options) -> {
            played.add(scenario.name());
            changes.get(Math.min(played.size(), changes.size()) - 1).run();
            return new ScenarioRunner(options).run(scenario);
        };

        assertThat(shell.run("run", "s", "--watch", "--jobs", "1")).isEqualTo(ExitCode.INTERRUPTED);

        assertThat(played).containsExactly("a, alone", "a connect is late", "a connect is late");
        assertThat(shell.err()).contains("watching 4 files; Ctrl-C ends\n", "changed: " + PLACE + "\n");
    }

    @Test
    void bundledScenario_findsItsParts() {
        shell.bundle = BundledScenarios.shipped();

        assertThat(shell.run("run", "lessons/07-parts-an-echo", "--set", "latency=20ms", "--trace"))
                .isZero();
        assertThat(shell.out()).contains("parts/connected.part.yaml line 7: call WskSocketConnect");
        assertThat(shell.run("list")).isZero();
        assertThat(shell.out()).contains("lessons/07-parts-an-echo.yaml").doesNotContain(".part.yaml");
    }
}
