package dev.wsksim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.wsksim.Profile;
import dev.wsksim.scenario.run.RunOptions.DecisionMode;
import dev.wsksim.scenario.run.ScenarioRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which scenarios are run, how far, and with which seed: parts, another try, the first failure, a commit's hash. */
class SelectionTest {
    private final StubPlayer player = new StubPlayer();
    private final Shell shell = new Shell();

    SelectionTest() {
        shell.player = player;
    }

    private String read(String file) throws IOException {
        return Files.readString(shell.files.getPath(file));
    }

    @Test
    void shards_areAllScenarios_eachOnce_andOfTheSameSize() {
        List<Integer> all = IntStream.range(0, 13).boxed().toList();
        for (int count = 1; count < 20; count++) {
            List<Integer> together = new ArrayList<>();
            for (int number = 1; number <= count; number++) {
                ImmutableList<Integer> part = new Shard(number, count).of(all);
                assertThat(part.size()).isBetween(13 / count, 13 / count + 1);
                together.addAll(part);
            }
            assertThat(together).containsExactlyInAnyOrderElementsOf(all);
        }
    }

    @Test
    void shard_runsItsPart_afterTheOtherChoices_andSaysSo() {
        for (String name : List.of("a", "b", "c", "d", "e")) {
            shell.scenario("s/" + name + ".yaml", name);
        }

        assertThat(shell.run("run", "s", "--shard", "2/3")).isZero();

        assertThat(shell.out())
                .startsWith("2 scenarios in 5 files, seed 1, part 2/3\n")
                .contains("passed        b  ", "passed        e  ")
                .endsWith("2 passed\n");
        assertThat(shell.run("run", "s/a.yaml", "--shard", "2/3")).isZero();
        assertThat(shell.out()).isEqualTo("part 2/3 has no scenario: there are fewer than parts\n0 passed\n");
    }

    @ParameterizedTest
    @CsvSource({
        "a connect is made, a connect is made",
        "*second*, a second is made",
        "a ?onnect is *, a connect is made|a connect is lost",
        "/second|lost$/, a connect is lost|a second is made",
        "*(x)*, a name (x) of its own",
        "* [n=2], a second is made [n=2]"
    })
    void name_runsWhatFits(String pattern, String expected) {
        shell.scenario("s/1.yaml", "a connect is made");
        shell.scenario("s/2.yaml", "a connect is lost");
        shell.scenario("s/3.yaml", "a name (x) of its own");
        shell.write(
                "s/4.yaml",
                Shell.YAML.replace("NAME", "a second is made")
                        + (pattern.contains("n=") ? "matrix: { n: [1, 2] }\nabout: \"${n}\"\n" : ""));

        assertThat(shell.run("run", "s", "--name", pattern)).as(shell.err()).isZero();

        assertThat(shell.out()
                        .lines()
                        .filter(line -> line.startsWith("passed        "))
                        .map(line -> line.substring(14, line.indexOf("  (", 14))))
                .containsExactly(expected.split("\\|"));
    }

    @ParameterizedTest
    @CsvSource({
        "made, fits 'made', a name fits as a whole",
        "a connect is mode, fits 'a connect is mode', did you mean 'a connect is made'?",
        "/(/, is not a regular expression, Unclosed group at 1",
        "'', fits no name, write '*word*'"
    })
    void name_thatFitsNothing_isRefused(String pattern, String message, String hint) {
        shell.scenario("s/one.yaml", "a connect is made");

        assertThat(shell.run("run", "s", "--name", pattern)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains(message, hint);
        assertThat(player.asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2, '''2'' is not a part; write 2/5 for the second of five'",
        "0/3, there is no part 0 of 3; the first is 1/3",
        "4/3, there is no part 4 of 3",
        "1/0, there is no part 1 of 0",
        "-1/3, is not a part",
        "1/99999999999, is not a part"
    })
    void shard_thatIsNone_isRefused(String shard, String message) {
        shell.scenario("a.yaml", "a");

        assertThat(shell.run("run", "a.yaml", "--shard=" + shard)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains(message);
    }

    @Test
    void seeds_ofScenarios_areSaidWhereTheyAre() {
        shell.write("own/one.yaml", Shell.YAML.replace("NAME", "own") + "seed: 7\n");
        shell.scenario("none.yaml", "none");

        shell.run("run", "own");
        assertThat(shell.out()).startsWith("1 scenario in 1 file, seeds of the scenarios\n");
        shell.run("run", "own", "none.yaml");
        assertThat(shell.out()).startsWith("2 scenarios in 2 files, seed 1 where a scenario has none of its own\n");
        shell.run("run", "own", "none.yaml", "--seed", "3");
        assertThat(shell.out()).startsWith("2 scenarios in 2 files, seed 3\n");
    }

    @Test
    void rerunFailed_setsTheParametersAgain() throws IOException {
        shell.write(
                "p.yaml",
                Shell.YAML.replace("NAME", "it fails over ${port}") + "parameters: { port: 445, other: 1 }\n"
                        + "about: \"${other}\"\n");
        assertThat(shell.run("run", "p.yaml", "--set", "port=446", "--json", "r.json"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(read("r.json")).containsPattern("\"parameters\": \\{\\s*\"port\": \"446\"");

        assertThat(shell.run("run", "--rerun-failed", "r.json", "--json", "again.json"))
                .isEqualTo(ExitCode.FAILED);

        assertThat(read("again.json")).isEqualTo(read("r.json"));
        assertThat(shell.run("run", "--rerun-failed", "r.json", "--set", "port=447"))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("--set gives other parameters than the earlier run had, {port=446}");
        assertThat(shell.run("run", "p.yaml", "--json", "default.json")).isEqualTo(ExitCode.FAILED);
        assertThat(read("default.json")).doesNotContain("parameters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "7"})
    void failFast_endsBehindTheFirstThatDoesNotPass_whateverTheNumberOfThreads(String jobs) throws IOException {
        for (int i = 0; i < 40; i++) {
            shell.scenario(String.format("s/%02d.yaml", i), i == 3 ? "it fails" : i == 5 ? "not simulated" : "n" + i);
        }

        assertThat(shell.run("run", "s", "--fail-fast", "--jobs", jobs, "--tap", "out.tap", "--json", "out.json"))
                .isEqualTo(ExitCode.FAILED);

        assertThat(shell.out())
                .endsWith("stopped at the first that did not pass: 36 scenarios not run\n3 passed, 1 failed\n");
        assertThat(read("out.tap"))
                .contains("\n1..40\n", "\nnot ok 4 - it fails\n")
                .contains("\nok 5 - n4 # SKIP an earlier scenario did not pass (--fail-fast)\n")
                .contains("\nok 40 - n39 # SKIP ");
        assertThat(read("out.json")).containsOnlyOnce("\"notRun\": [").contains("\"name\": \"n39\"");
        if (jobs.equals("1")) {
            assertThat(player.asked).hasSize(4);
        }
    }

    @Test
    void failFast_whenAllPass_changesNothing() {
        shell.scenario("a.yaml", "a");
        shell.scenario("b.yaml", "b");

        assertThat(shell.run("run", "a.yaml", "b.yaml", "--fail-fast")).isZero();
        assertThat(shell.out()).endsWith("2 passed\n").doesNotContain("stopped");
    }

    @Test
    void interruptedRun_listsWhatWasNotBegun() throws IOException {
        shell.scenario("a.yaml", "a");
        shell.scenario("b.yaml", "b");
        shell.player = (scenario, options) -> {
            shell.interruption.raise();
            return player.play(scenario, options);
        };

        assertThat(shell.run("run", "a.yaml", "b.yaml", "--jobs", "1", "--json", "out.json", "--tap", "out.tap"))
                .isEqualTo(ExitCode.INTERRUPTED);

        assertThat(read("out.json"))
                .contains("\"interrupted\": true", "\"name\": \"b\"", "\"reason\": \"interrupted\"");
        assertThat(read("out.tap")).endsWith("ok 2 - b # SKIP interrupted\nBail out! the run was interrupted\n");
    }

    @Test
    void rerunFailed_runsWhatDidNotPass_withItsSeedProfileAndDecisions() {
        shell.scenario("s/a.yaml", "it passes");
        shell.scenario("s/b.yaml", "it fails");
        shell.scenario("s/c.yaml", "not simulated");
        shell.scenario("s/d.yaml", "it breaks down");
        shell.run("run", "s", "--seed", "7", "--profile", "windows-7", "--decisions", "seeded", "--artefacts", "out");
        player.asked.clear();

        assertThat(shell.run("run", "--rerun-failed", "out")).isEqualTo(ExitCode.FAULT);

        assertThat(shell.out())
                .startsWith("3 scenarios in 3 files, seeds of out/result.json\n")
                .contains(
                        "it fails",
                        "not simulated",
                        "it breaks down",
                        "--seed 7 --profile windows-7 --decisions seeded")
                .doesNotContain("it passes");
        assertThat(player.asked).hasSize(3).allSatisfy(options -> {
            assertThat(options.seed()).isEqualTo(OptionalLong.of(7));
            assertThat(options.profile()).contains(Profile.WINDOWS_7);
            assertThat(options.decisions()).isEqualTo(DecisionMode.SEEDED);
        });
    }

    @Test
    void rerunFailed_whatIsGiven_winsOverWhatIsRecorded() {
        shell.scenario("s/b.yaml", "it fails");
        shell.scenario("s/c.yaml", "it fails, too");
        shell.run("run", "s", "--seed", "7", "--decisions", "seeded", "--json", "r.json");
        player.asked.clear();

        shell.run("run", "s/c.yaml", "--rerun-failed", "r.json", "--seed", "9", "--decisions", "pended");

        assertThat(player.asked).singleElement().satisfies(options -> {
            assertThat(options.seed()).isEqualTo(OptionalLong.of(9));
            assertThat(options.decisions()).isEqualTo(DecisionMode.PENDED);
        });
    }

    @Test
    void rerunFailed_runsWhatWasNotRun_andEndsWhenNothingIsLeft() {
        shell.scenario("s/a.yaml", "it fails");
        shell.scenario("s/b.yaml", "not begun");
        shell.run("run", "s", "--fail-fast", "--seed", "5", "--artefacts", "out");
        shell.scenario("s/a.yaml", "it fails");

        shell.run("run", "--rerun-failed", "out", "--artefacts", "out");
        assertThat(shell.out()).contains("passed        not begun", "failed        it fails", "--seed 5");
        shell.run("run", "s/b.yaml", "--json", "passed.json");
        assertThat(shell.run("run", "s", "--rerun-failed", "passed.json")).isZero();
        assertThat(shell.out())
                .isEqualTo("nothing to run again: passed.json has none of these that did not pass\n0 passed\n");
        assertThat(shell.run("run", "--rerun-failed", "passed.json")).isZero();
    }

    @Test
    void rerunFailed_ofAReplay_feedsTheRecordedDecisionsBack() {
        shell.player = (scenario, options) -> new ScenarioRunner(options).run(scenario);
        shell.write("l.yaml", Shell.YAML.replace("NAME", "late").replace("after: 10ms", "after: 9ms"));
        shell.run("run", "l.yaml", "--json", "first.json");
        shell.run("run", "l.yaml", "--replay", "first.json", "--json", "second.json");

        assertThat(shell.run("run", "--rerun-failed", "second.json")).isEqualTo(ExitCode.FAILED);

        assertThat(shell.out()).contains("seeds and decisions of second.json", "--replay second.json");
    }

    @Test
    void rerunFailed_ofAScenarioThatIsGone_isRefused() {
        shell.scenario("a.yaml", "it fails");
        shell.run("run", "a.yaml", "--json", "r.json");
        shell.scenario("a.yaml", "it has another name");

        assertThat(shell.run("run", "--rerun-failed", "r.json")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err())
                .contains("r.json: \"it fails\" did not pass, and a.yaml has no scenario of this name any more\n"
                        + "  hint: name the scenarios that are to be run");
    }

    @ParameterizedTest
    @CsvSource({
        "gone.json, gone.json: there is no such file",
        "a.yaml, 'a.yaml: this is not a result of wsksim'",
        "folder, folder/result.json: there is no such file",
        "'', --rerun-failed needs a name"
    })
    void rerunFailed_ofNoResult_isRefused(String name, String message) throws IOException {
        shell.scenario("a.yaml", "a");
        Files.createDirectories(shell.files.getPath("folder"));

        assertThat(shell.run("run", "--rerun-failed", name)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains(message);
    }

    /** {@code printf %s 3f786850e387550fdab836ed7e6dc881de23001b | sha256sum} begins with 724b8c04b795b27a. */
    @Test
    void seedFrom_isTheBeginningOfTheHash_andIsSaid() {
        shell.scenario("a.yaml", "it fails");

        shell.run("run", "a.yaml", "--seed-from", "3f786850e387550fdab836ed7e6dc881de23001b");

        long seed = player.asked.get(0).seed().getAsLong();
        assertThat(Long.toHexString(seed)).isEqualTo("724b8c04b795b27a");
        assertThat(shell.out())
                .startsWith("1 scenario in 1 file, seed " + seed + " from '3f786850e387550fdab836ed7e6dc881de23001b'\n")
                .contains("replay: ./wsksim run a.yaml --seed " + seed + " --profile");
    }

    @Test
    void seedFrom_anyText_isASeedThatScenariosTake() {
        shell.scenario("a.yaml", "it fails");
        for (int i = 0; i < 50; i++) {
            shell.run("run", "a.yaml", "--seed-from", "text " + i);
            long seed = player.asked.get(i).seed().getAsLong();
            assertThat(seed).isNotNegative();
            assertThat(shell.run("run", "a.yaml", "--check-determinism", "--seed", Long.toString(seed)))
                    .isEqualTo(ExitCode.FAILED);
            player.asked.remove(player.asked.size() - 1);
            player.asked.remove(player.asked.size() - 1);
        }
    }

    @Test
    void seedFrom_nothing_orWithASeed_isRefused() {
        shell.scenario("a.yaml", "a");

        assertThat(shell.run("run", "a.yaml", "--seed-from", "")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("--seed-from needs a text, and '' is none");
        assertThat(shell.run("run", "a.yaml", "--seed-from", "x", "--seed", "1"))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("--seed and --seed-from cannot be given together");
    }

    @ParameterizedTest
    @CsvSource({
        "latency, --set takes NAME=VALUE",
        "=5ms, --set takes NAME=VALUE",
        "latency=1ms, --set gives parameter 'latency' twice"
    })
    void set_takesEachParameterOnceWithItsValue(String setting, String expected) {
        shell.scenario("s/1.yaml", "a connect is made");

        assertThat(shell.run("run", "s", "--set", "latency=2ms", "--set", setting))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains(expected);
    }
}
