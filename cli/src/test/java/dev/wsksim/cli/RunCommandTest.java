package dev.wsksim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.Profile;
import dev.wsksim.scenario.run.RunOptions;
import dev.wsksim.scenario.run.RunOptions.DecisionMode;
import dev.wsksim.scenario.run.ScenarioRunner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code wsksim run}: what it selects, how it plays, what it prints, how it ends. */
class RunCommandTest {
    private final StubPlayer player = new StubPlayer();
    private final Shell shell = new Shell();

    RunCommandTest() {
        shell.player = player;
    }

    @Test
    void verdicts_giveTheirExitCodes_andFailedWins() {
        shell.scenario("p.yaml", "it passes");
        shell.scenario("f.yaml", "it fails");
        shell.scenario("n.yaml", "not simulated");

        assertThat(shell.run("run", "p.yaml")).isEqualTo(ExitCode.OK);
        assertThat(shell.run("run", "p.yaml", "f.yaml", "n.yaml")).isEqualTo(ExitCode.FAILED);
        assertThat(shell.run("run", "p.yaml", "n.yaml")).isEqualTo(ExitCode.INCONCLUSIVE);
        shell.scenario("s.yaml", "skipped here");
        assertThat(shell.run("run", "p.yaml", "s.yaml")).isEqualTo(ExitCode.OK);
        assertThat(shell.out()).contains("skipped       skipped here  (", "1 passed, 1 skipped");
        assertThat(shell.err()).isEmpty();
    }

    @Test
    void report_readsAsAgreed() throws IOException {
        shell.scenario("a.yaml", "it passes");
        shell.scenario("b.yaml", "it fails");
        shell.scenario("c.yaml", "not simulated");

        shell.run(
                "run", "a.yaml", "b.yaml", "c.yaml", "--seed", "7", "--profile", "windows-7", "--decisions", "seeded");

        Golden.assertMatches("run.txt", shell.out());
    }

    @Test
    void fault_isReportedWithSeedAndReplayLine_andOthersGoOn() throws IOException {
        shell.scenario("a.yaml", "it breaks down");
        shell.scenario("b.yaml", "it fails");

        assertThat(shell.run("run", "a.yaml", "b.yaml", "--json", "out.json")).isEqualTo(ExitCode.FAULT);

        Golden.assertMatches("fault.txt", shell.out());
        assertThat(shell.out()).doesNotContain("\tat ", "at dev.wsksim");
        assertThat(Files.readString(shell.files.getPath("out.json")))
                .contains(
                        "\"verdict\": \"fault\"",
                        "AssertionError: socket 3 was closed twice",
                        "\"verdict\": \"failed\"");
        shell.run("run", "a.yaml", "--verbose");
        assertThat(shell.out()).contains("at dev.wsksim.cli.StubPlayer.play");
    }

    @Test
    void folder_isSearchedToTheBottom_inSortedOrder_andTwiceNamedIsRunOnce() {
        shell.scenario("s/b.yml", "b");
        shell.scenario("s/a/z.yaml", "z");
        shell.scenario("s/a/y.yaml", "y");
        shell.write("s/readme.txt", "no scenario");

        assertThat(shell.run("run", "s", "s/b.yml", "./s/a/../b.yml", "-v")).isZero();

        assertThat(shell.out()).containsSubsequence("file s/a/y.yaml", "file s/a/z.yaml", "file s/b.yml");
        assertThat(player.asked).hasSize(3);
    }

    @Test
    void bundledNames_areFoundByPathNameAndFolder_andDiskWins() {
        assertThat(shell.run("run", "wsk/WskSocketConnect", "lessons/first", "wsk/WskSocketConnect/accepted.yaml"))
                .isZero();
        assertThat(player.asked).hasSize(2);
        assertThat(shell.out()).contains("a connect is accepted", "the first lesson");

        shell.scenario("lessons/mine.yaml", "my own lesson");
        shell.run("run", "lessons");
        assertThat(shell.out()).contains("my own lesson").doesNotContain("the first lesson");
    }

    @Test
    void unknownName_isAnError_withAHint() {
        assertThat(shell.run("run", "wsk/WskSocketConect", "zzzzzz")).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(shell.err())
                .contains("wsk/WskSocketConect: there is no such file or folder, and no bundled scenario of this name")
                .contains("hint: did you mean 'wsk/WskSocketConnect'?")
                .contains("hint: 'wsksim list' shows the bundled scenarios")
                .endsWith("2 problems\n");
        assertThat(shell.out()).isEmpty();
    }

    @Test
    void misspelledFile_isFoundAmongItsNeighbours() {
        shell.scenario("dir/refused.yaml", "x");

        shell.run("run", "dir/refusd.yaml");

        assertThat(shell.err()).contains("did you mean 'dir/refused.yaml'?");
    }

    @Test
    void problemsOfAllFiles_areShownAtOnce_andNothingRuns() {
        shell.scenario("good.yaml", "good");
        shell.write("one.yaml", Shell.YAML.replace("latency: 5ms", "latencey: 5ms"));
        shell.write("two.yaml", Shell.YAML.replace("latency: 5ms", "latency: 5"));
        shell.write("three.yaml", "\0\1\2binary\377");
        shell.write("empty/readme.txt", "");

        int code = shell.run("run", "good.yaml", "one.yaml", "two.yaml", "three.yaml", "empty", "gone.yaml");

        assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(player.asked).isEmpty();
        assertThat(shell.err())
                .contains("empty: there is no scenario in this folder", "gone.yaml: there is no such file")
                .contains("one.yaml:7:23: ", "two.yaml:7:", "three.yaml", "^^^^^^^^", "did you mean 'latency'?")
                .doesNotContain("Exception");
        assertThat(shell.out()).isEmpty();
    }

    @Test
    void hugeFile_isRefusedQuickly() throws IOException {
        Files.write(shell.files.getPath("huge.yaml"), new byte[50_000_000]);

        assertThat(shell.run("run", "huge.yaml")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("huge.yaml: the file is too large: 50,000,000 bytes");
    }

    @Test
    void options_reachThePlayer() {
        shell.scenario("a.yaml", "a");

        shell.run("run", "a.yaml", "--seed", "0x2A", "--profile=windows-7", "--decisions", "seeded");

        RunOptions options = player.asked.get(0);
        assertThat(options.seed()).hasValue(42);
        assertThat(options.profile()).contains(Profile.WINDOWS_7);
        assertThat(options.decisions()).isEqualTo(DecisionMode.SEEDED);
        shell.run("run", "a.yaml");
        assertThat(player.asked.get(1).seed()).isEmpty();
        assertThat(player.asked.get(1).profile()).isEmpty();
        assertThat(player.asked.get(1).decisions()).isEqualTo(DecisionMode.TYPICAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--seed x",
                "--seed 1.5",
                "--seed -7",
                "--seed 0x",
                "--seed 99999999999999999999",
                "--profile windows-8",
                "--decisions wild",
                "--jobs 0",
                "--jobs -1",
                "--jobs many",
                "--sed 1",
                "--decisions seeded --replay r.json",
                "-q -v",
                "--color sometimes"
            })
    void wrongOption_isAnError_withoutAStackTrace(String options) {
        shell.scenario("a.yaml", "a");
        List<String> arguments = new ArrayList<>(List.of("run", "a.yaml"));
        arguments.addAll(List.of(options.split(" ")));

        assertThat(shell.run(arguments.toArray(String[]::new))).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err())
                .startsWith("wsksim: ")
                .contains("'wsksim run --help'")
                .doesNotContain("\tat ", "Exception");
        assertThat(player.asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--seed abc | 'abc' is not a whole number",
                "--seed -7 | '-7' is negative",
                "--seed 99999999999999999999 | too large",
                "--jobs many | 'many' is not a whole number",
                "--decisions inlin | did you mean 'inline'?",
                "--decisions zzzzzz | decisions: typical, seeded, inline, pended, dispatch",
                "--decisions replay | --replay FILE feeds back those of a JSON result",
                "-q -v | --quiet and --verbose cannot be given together",
                "--decisions seeded --replay r.json | --decisions and --replay cannot be given together"
            })
    void wrongOption_isExplainedInPlainWords(String options, String words) {
        List<String> arguments = new ArrayList<>(List.of("run", "a.yaml"));
        arguments.addAll(List.of(options.split(" ")));

        assertThat(shell.run(arguments.toArray(String[]::new))).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains(words).doesNotContain("long", " int", "exclusive", "Error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--json", "--replay"})
    void emptyFileName_isAnError(String option) {
        shell.scenario("a.yaml", "a");

        assertThat(shell.run("run", "a.yaml", option, "")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains(option + " needs a name, and '' is none");
        assertThat(player.asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'',a name is empty", "-,not read from standard input"})
    void wordThatNamesNothing_isRefusedWithoutAGuess(String word, String words) {
        shell.scenario("w", "a");

        assertThat(shell.run("run", word)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains(words).doesNotContain("did you mean");
    }

    @Test
    void wrongProfile_isAnsweredWithTheKnownOnes() {
        shell.run("run", "a.yaml", "--profile", "windows-1");

        assertThat(shell.err()).contains("there is no profile 'windows-1'", "did you mean 'windows-");
    }

    @Test
    void noPath_isAnError_withAHint() {
        assertThat(shell.run("run")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("Missing required parameter", "PATH|NAME", "hint: 'wsksim run --help'");
    }

    @Test
    void pcap_writesACaptureForEachScenario() throws IOException {
        shell.player = (scenario, options) -> new ScenarioRunner(options).run(scenario);
        shell.scenario("one/a.yaml", "a");
        shell.scenario("two/a.yaml", "a too");

        assertThat(shell.run("run", ".", "--pcap", "captures/here")).isEqualTo(ExitCode.OK);
        byte[] capture = Files.readAllBytes(shell.files.getPath("captures/here/a.pcapng"));
        assertThat(capture).startsWith(0x0A, 0x0D, 0x0D, 0x0A).hasSizeGreaterThan(300);
        assertThat(Files.readAllBytes(shell.files.getPath("captures/here/a-2.pcapng")))
                .isEqualTo(capture);

        assertThat(shell.run("run", "one/a.yaml", "--pcap", "one/a.yaml")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err())
                .contains("no folder for captures can be made there: a file of this name is there already");
    }

    @Test
    void tag_runsOnlyWhatHasIt() {
        shell.scenario("a.yaml", "a");
        shell.scenario("b.yaml", "b\ntags: [timing, refused]");

        assertThat(shell.run("run", ".", "--tag", "timing")).isEqualTo(ExitCode.OK);
        assertThat(shell.out()).contains("passed        b ").doesNotContain("passed        a ");
        assertThat(shell.run("run", ".", "--tag", "timming")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("no scenario here has the tag 'timming'", "did you mean 'timing'?");
    }

    @Test
    void trace_isPrintedBehindEachScenario() {
        shell.scenario("a.yaml", "a");

        shell.run("run", "a.yaml", "--trace");

        assertThat(shell.out())
                .contains("  no.  cause          time  layer     what happened\n")
                .contains("    2      1           5ms  engine    decision WskSocketConnect.completion: pended\n");
    }

    @Test
    void quiet_printsOnlyWhatDidNotPass() {
        shell.scenario("a.yaml", "a");
        shell.scenario("b.yaml", "b fails");

        assertThat(shell.run("run", "a.yaml", "-q")).isZero();
        assertThat(shell.out()).isEmpty();
        shell.run("run", "a.yaml", "b.yaml", "--quiet");
        assertThat(shell.out()).startsWith("failed        b fails").doesNotContain("passed");
    }

    @Test
    void wallTime_isForTerminalsOnly() {
        shell.scenario("a.yaml", "a");

        shell.run("run", "a.yaml", "--color", "never");
        assertThat(shell.out()).endsWith("\n1 passed\n");
        shell.terminal = true;
        shell.run("run", "a.yaml", "--color", "never");
        assertThat(shell.out()).containsPattern("\n1 passed \\(\\d+\\.\\d s\\)\n$");
    }

    @Test
    void json_goesToAFileOrStandardOutput() throws IOException {
        shell.scenario("a.yaml", "a");
        shell.run("run", "a.yaml", "--json", "-");

        assertThat(shell.out()).startsWith("{\n  \"schema\": 1,\n").endsWith("}\n");
        assertThat(shell.err()).contains("1 passed");
        String printed = shell.out();
        shell.run("run", "a.yaml", "--json", "out.json");
        assertThat(Files.readString(shell.files.getPath("out.json"))).isEqualTo(printed);
        assertThat(shell.out()).contains("1 passed");
    }

    @Test
    void json_thatCannotBeWritten_isFoundBeforeTheRun() throws IOException {
        shell.scenario("a.yaml", "a");
        Files.createDirectory(shell.files.getPath("folder"));

        assertThat(shell.run("run", "a.yaml", "--json", "no/such/out.json")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("no/such/out.json: there is no folder");
        assertThat(shell.run("run", "a.yaml", "--json", "folder")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("folder: this is a folder");
        Files.createSymbolicLink(shell.files.getPath("nowhere.json"), shell.files.getPath("gone/x.json"));
        assertThat(shell.run("run", "a.yaml", "--json", "nowhere.json")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).startsWith("nowhere.json: the result cannot be written there: this link leads nowhere");
        assertThat(player.asked).isEmpty();
    }

    @Test
    void json_overAScenario_isRefused() throws IOException {
        Path scenario = shell.scenario("a.yaml", "a");
        String text = Files.readString(scenario);

        assertThat(shell.run("run", "a.yaml", "--json", "a.yaml")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("would overwrite a scenario");
        assertThat(Files.readString(scenario)).isEqualTo(text);
    }

    @Test
    void aliasBombAndDeepNesting_areRefused() {
        StringBuilder bomb = new StringBuilder("wsksim: 1\nx-a: &a [x, x, x, x, x, x, x, x, x, x]\n");
        for (char c = 'b'; c <= 'z'; c++) {
            char before = (char) (c - 1);
            bomb.append("x-").append(c).append(": &").append(c).append(" [");
            bomb.append(String.join(", ", Collections.nCopies(10, "*" + before)))
                    .append("]\n");
        }
        shell.write("bomb.yaml", bomb.toString());
        shell.write("deep.yaml", "wsksim: 1\nx-a: [".repeat(100_000));

        assertThat(shell.run("run", "bomb.yaml", "deep.yaml")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("bomb.yaml", "deep.yaml").doesNotContain("Exception", "Error");
    }

    @Test
    void hostileWord_doesNotReachTheTerminal() {
        assertThat(shell.run("run", "a\u001b[31m\nb", "")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err())
                .doesNotContain("\u001b")
                .contains("a\uFFFD[31m\uFFFDb: there is no such file", "'': a name is empty");
    }

    @Test
    void interruption_beforeAnything_playsNothing() {
        shell.scenario("a.yaml", "a");
        shell.interruption.raise();

        assertThat(shell.run("run", "a.yaml")).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(player.asked).isEmpty();
        assertThat(shell.out()).isEqualTo("""
                        interrupted: files were still being read, no scenario was begun
                        0 passed
                        """);
    }

    @Test
    void interruption_whileFilesLoad_isNoMistakeInAFile() {
        shell.write("bad.yaml", "no: scenario");
        shell.interruption.raise();

        assertThat(shell.run("run", "missing.yaml", "bad.yaml", "--tag", "x")).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(shell.out()).contains("interrupted: ");
        assertThat(shell.run("check", "bad.yaml")).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(shell.err()).contains("interrupted");
    }

    @Test
    void interruption_withoutAReport_saysSoAfterItsTime() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        assertThat(shell.interruption.stop(1, err)).isFalse();
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("wsksim: interrupted");
        shell.interruption.reportIsWritten();
        assertThat(shell.interruption.stop(1, OutputStream.nullOutputStream())).isTrue();
    }

    @Test
    void jobs_doNotChangeTheOutput() throws IOException {
        for (int i = 0; i < 60; i++) {
            shell.scenario("s/" + i + ".yaml", i % 7 == 0 ? i + " fails" : i + " passes");
        }
        shell.run("run", "s", "--jobs", "1", "--json", "1.json");
        String expected = shell.out();

        for (String jobs : List.of("2", "8", "100")) {
            assertThat(shell.run("run", "s", "--jobs", jobs, "--json", jobs + ".json"))
                    .isEqualTo(ExitCode.FAILED);
            assertThat(shell.out()).isEqualTo(expected);
            assertThat(Files.readString(shell.files.getPath(jobs + ".json")))
                    .isEqualTo(Files.readString(shell.files.getPath("1.json")));
        }
    }

    @Test
    void jobs_playSeveralScenariosAtOnce() {
        shell.scenario("a.yaml", "a");
        shell.scenario("b.yaml", "b");
        CountDownLatch bothAreThere = new CountDownLatch(2);
        shell.player = (scenario, options) -> {
            bothAreThere.countDown();
            try {
                assertThat(bothAreThere.await(30, TimeUnit.SECONDS))
                        .as("both are played at once")
                        .isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return player.play(scenario, options);
        };

        assertThat(shell.run("run", "a.yaml", "b.yaml", "--jobs", "2")).isZero();
    }

    @Test
    void checkDeterminism_runsTwice_andSaysSo() {
        shell.scenario("a.yaml", "a");

        assertThat(shell.run("run", "a.yaml", "--check-determinism")).isZero();
        assertThat(player.asked).hasSize(2);
        assertThat(shell.out()).contains("both runs had the same digest");
    }

    @Test
    void checkDeterminism_difference_isAFault_withTheFirstEntryThatDiffers() throws IOException {
        shell.scenario("a.yaml", "it differs");

        assertThat(shell.run("run", "a.yaml", "--check-determinism", "--seed", "9"))
                .isEqualTo(ExitCode.FAULT);

        Golden.assertMatches("differs.txt", shell.out());
    }

    @Test
    void interruption_leavesAPartialReportThatSaysSo() throws IOException {
        for (String name : List.of("a", "b", "c")) {
            shell.scenario(name + ".yaml", name);
        }
        shell.player = (scenario, options) -> {
            if (scenario.name().equals("b")) {
                shell.interruption.raise();
            }
            return player.play(scenario, options);
        };

        int code = shell.run("run", "a.yaml", "b.yaml", "c.yaml", "--jobs", "1", "--json", "out.json");

        assertThat(code).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(shell.out())
                .contains("passed        a", "inconclusive  b", "interrupted: 2 of 3 scenarios were begun");
        assertThat(Files.readString(shell.files.getPath("out.json")))
                .containsSubsequence("\"interrupted\": true", "\"name\": \"b\"", "\"notRun\": [", "\"name\": \"c\"");
    }

    @Test
    void replay_feedsTheDecisionsBack() {
        shell.scenario("a.yaml", "a");
        shell.scenario("b.yaml", "b");
        shell.run("run", "a.yaml", "b.yaml", "--seed", "5", "--profile", "windows-7", "--json", "out.json");

        assertThat(shell.run("run", "b.yaml", "--replay", "out.json")).isZero();

        RunOptions options = player.asked.get(2);
        assertThat(options.decisions()).isEqualTo(DecisionMode.REPLAY);
        assertThat(options.replay()).hasSize(1);
        assertThat(options.seed()).hasValue(5);
        assertThat(options.profile()).contains(Profile.WINDOWS_7);
        shell.run("run", "b.yaml", "--replay", "out.json", "--seed", "6");
        assertThat(player.asked.get(3).seed()).hasValue(6);
    }

    @Test
    void replay_ofSomethingElse_isAnError() {
        shell.scenario("a.yaml", "a");
        shell.scenario("b.yaml", "b");
        shell.run("run", "a.yaml", "--json", "out.json");

        assertThat(shell.run("run", "b.yaml", "--replay", "out.json")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("out.json: there is no run of \"b\" in it");
        assertThat(shell.run("run", "b.yaml", "--replay", "gone.json")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("gone.json: there is no such file");
        assertThat(shell.run("run", "b.yaml", "--replay", "a.yaml")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("a.yaml: this is not a result of wsksim");
    }

    @Test
    void replay_ofWhatIsNoText_isExplainedInPlainWords() throws IOException {
        shell.scenario("a.yaml", "a");
        Files.write(shell.files.getPath("junk.json"), new byte[] {(byte) 0xFF, 1, 2});
        Files.createDirectory(shell.files.getPath("folder"));
        Files.createSymbolicLink(shell.files.getPath("round"), shell.files.getPath("round"));
        Files.write(shell.files.getPath("huge.json"), new byte[(64 << 20) + 1]);

        assertThat(shell.run("run", "a.yaml", "--replay", "junk.json")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).isEqualTo("junk.json: the file cannot be read: it is not UTF-8 text\n");
        assertThat(shell.run("run", "a.yaml", "--replay", "folder")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).isEqualTo("folder: this is a folder, not a file\n");
        assertThat(shell.run("run", "a.yaml", "--replay", "round")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).startsWith("round: the file cannot be read: ").doesNotContain("Exception");
        assertThat(shell.run("run", "a.yaml", "--replay", "huge.json")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("huge.json: the file is too large: 67,108,865 bytes, the limit is 67,108,864");
    }

    @Test
    void colors_areForTerminalsOnly_unlessAsked() {
        shell.scenario("a.yaml", "a");
        String green = "\u001b[32mpassed";

        shell.run("run", "a.yaml");
        assertThat(shell.out()).doesNotContain("\u001b");
        shell.run("run", "a.yaml", "--color", "always");
        assertThat(shell.out()).contains(green);
        shell.terminal = true;
        shell.run("run", "a.yaml");
        assertThat(shell.out()).contains(green);
        shell.run("run", "a.yaml", "--color=never");
        assertThat(shell.out()).doesNotContain("\u001b");
        shell.environment.put("NO_COLOR", "1");
        shell.run("run", "a.yaml");
        assertThat(shell.out()).doesNotContain("\u001b");
        shell.run("run", "a.yaml", "--color=always");
        assertThat(shell.out()).contains(green);
    }

    @Test
    void realRunner_sameDigestAtAnyVerbosity() {
        shell.player = (scenario, options) -> new ScenarioRunner(options).run(scenario);

        assertThat(shell.run("run", "wsk/WskSocketConnect/accepted", "--json", "-", "--check-determinism"))
                .isZero();
        List<String> digests = digests();
        assertThat(digests).hasSize(1);
        shell.run("run", "wsk/WskSocketConnect/accepted", "--json", "-", "--trace", "-v", "--jobs", "3");
        assertThat(digests()).isEqualTo(digests);
    }

    private List<String> digests() {
        return Pattern.compile("\"digest\": \"([0-9a-f]{64})\"")
                .matcher(shell.out())
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }
}
