package dev.wsksim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.scenario.run.RunOptions.DecisionMode;
import dev.wsksim.scenario.run.ScenarioRunner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Options that come from the environment or a configuration file. */
class PresetOptionsTest {
    private final Shell shell = new Shell();
    private final List<Long> seeds = new ArrayList<>();
    private final List<DecisionMode> decisions = new ArrayList<>();

    @BeforeEach
    void noteOptions() {
        shell.player = (scenario, options) -> {
            seeds.add(options.seed().orElse(0));
            decisions.add(options.decisions());
            return new ScenarioRunner(options).run(scenario);
        };
        shell.scenario("a.yaml", "a");
    }

    /** The file in the working directory, as messages name it. */
    private String configuration() {
        return shell.files.getPath("wsksim.properties").toAbsolutePath().toString();
    }

    @Test
    void variable_isTheOption_ofItsCommandFirst() {
        shell.environment.put("WSKSIM_SEED", "3");
        assertThat(shell.run("run", "a.yaml")).as(shell.err()).isZero();
        assertThat(shell.run("trace", "a.yaml")).isZero();
        shell.environment.put("WSKSIM_RUN_SEED", "4");
        assertThat(shell.run("run", "a.yaml")).isZero();
        assertThat(shell.run("trace", "a.yaml")).isZero();

        assertThat(seeds).containsExactly(3L, 3L, 4L, 3L);
        assertThat(shell.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"--seed=7", "--seed 7"})
    void whatIsTyped_wins(String typed) {
        shell.environment.put("WSKSIM_SEED", "3");
        shell.write("wsksim.properties", "seed = 5\n");
        assertThat(shell.run(("run a.yaml " + typed).split(" "))).isZero();

        assertThat(seeds).containsExactly(7L);
    }

    @Test
    void environment_winsOverTheFile_andTheFileIsSoughtUpwards() {
        shell.write("wsksim.properties", "# ours\n\nseed = 5\nrun.decisions=pended\n");
        shell.run("run", "a.yaml");
        shell.environment.put("WSKSIM_SEED", "3");
        shell.run("run", "a.yaml");

        assertThat(seeds).containsExactly(5L, 3L);
        assertThat(decisions).containsExactly(DecisionMode.PENDED, DecisionMode.PENDED);
    }

    @Test
    void file_canBeNamed() {
        shell.write("wsksim.properties", "seed = 5\n");
        shell.write("other/conf", "seed = 6\n");
        shell.environment.put("WSKSIM_CONFIG", "other/conf");
        assertThat(shell.run("run", "a.yaml")).as(shell.err()).isZero();
        shell.environment.put("WSKSIM_CONFIG", "nowhere");
        assertThat(shell.run("run", "a.yaml")).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(seeds).containsExactly(6L);
        assertThat(shell.err()).isEqualTo("nowhere: there is no such file, but WSKSIM_CONFIG names it\n");
    }

    @Test
    void excludedOption_isLeftOut() {
        shell.write("wsksim.properties", "decisions = inline\nquiet = true\n");
        shell.run("run", "a.yaml", "--json", "result.json", "--decisions", "seeded", "-v");
        assertThat(shell.run("run", "a.yaml", "--replay", "result.json"))
                .as(shell.err())
                .isZero();

        assertThat(decisions).containsExactly(DecisionMode.SEEDED, DecisionMode.REPLAY);
    }

    @Test
    void flagsAndLists_canBeSet() {
        shell.environment.put("WSKSIM_RUN_TRACE", "true");
        shell.environment.put("WSKSIM_RUN_NETSTAT_AT", "1ms, 2ms");
        shell.run("run", "a.yaml");

        assertThat(shell.out()).contains("what happened", "client at 1ms", "client at 2ms");
        shell.environment.put("WSKSIM_RUN_TRACE", "false");
        shell.run("run", "a.yaml");
        assertThat(shell.out()).doesNotContain("what happened");
    }

    @Test
    void wrongValue_isToldWithWhereItCameFrom() {
        shell.environment.put("WSKSIM_SEED", "x");
        assertThat(shell.run("run", "a.yaml")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("hint: --seed is set by the environment variable WSKSIM_SEED\n");
        shell.environment.clear();
        shell.write("wsksim.properties", "\nrun.jobs = many\n");
        assertThat(shell.run("run", "a.yaml")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("hint: --jobs is set by " + configuration() + ":2\n");
    }

    @Test
    void optionsOfOtherCommands_areKnown() {
        shell.environment.put("WSKSIM_BENCH_ROUND", "3");
        shell.write("wsksim.properties", "step.seed = 3\nbench.open = 5\n");
        assertThat(shell.run("check", "a.yaml")).as(shell.err()).isZero();
        assertThat(shell.run("--version")).as(shell.err()).isZero();

        assertThat(shell.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"check a.yaml", "--version", "-V", "--help"})
    void unknownNames_areToldOf_whateverIsCalled(String call) {
        shell.environment.put("WSKSIM_SEDE", "3");
        assertThat(shell.run(call.split(" "))).isZero();
        assertThat(shell.err()).contains("WSKSIM_SEDE means nothing").contains("did you mean WSKSIM_SEED?");
        shell.write("wsksim.properties", "run.sede = 3\n");

        assertThat(shell.run(call.split(" "))).isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void unknownNames_areToldOf() {
        shell.environment.put("WSKSIM_SEDE", "3");
        assertThat(shell.run("run", "a.yaml")).isZero();
        assertThat(shell.err())
                .isEqualTo(
                        "wsksim: the environment variable WSKSIM_SEDE means nothing to it; did you mean WSKSIM_SEED?\n");
        shell.environment.clear();
        shell.environment.put("WSKSIM_OPTS", "-Xmx1g");
        shell.write("wsksim.properties", "run.sede = 3\nseed\nseed =\nseed = 1\nseed = 2\n");

        assertThat(shell.run("run", "a.yaml")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err())
                .isEqualTo(configuration() + ":1: there is no option 'run.sede'\n"
                        + "  hint: did you mean 'run.seed'?\n"
                        + configuration() + ":2: a line is 'option = value', but there is no '=' in 'seed'\n"
                        + configuration() + ":3: 'seed' has no value\n"
                        + configuration() + ":5: 'seed' is set already at " + configuration() + ":4\n");
    }
}
