package dev.wsksim.scenario.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import dev.wsksim.scenario.model.CallStep;
import dev.wsksim.scenario.model.CheckpointStep;
import dev.wsksim.scenario.model.GroupStep;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.model.Step;
import dev.wsksim.scenario.run.RunOptions;
import dev.wsksim.scenario.run.ScenarioRunner;
import dev.wsksim.scenario.run.Verdict;
import org.junit.jupiter.api.Test;

class RepetitionTest {

    private static final String HEAD = """
            wsksim: 1
            name: repeated
            hosts: { client: { addresses: [192.0.2.10] } }
            driver: { host: client }
            """;

    private static final String SOCKETS = """
            steps:
              - repeat: 3
                as: n
                steps:
                  - { call: WskSocket, id: "create-${n}", completes: { status: STATUS_SUCCESS, socket: "s${n}" } }
                  - await: create-${n}
              - repeat: 3
                as: n
                steps:
                  - { call: WskCloseSocket, on: "s${n}", completes: STATUS_SUCCESS }
            """;

    private static LoadResult load(String text) {
        return new ScenarioLoader().loadText("test.yaml", HEAD + text);
    }

    @Test
    void steps_areDoneSoOftenWithTheirIndex() {
        Scenario scenario = load(SOCKETS).variants().get(0);

        assertThat(scenario.steps()).hasSize(9);
        assertThat(scenario.steps().stream()
                        .filter(CallStep.class::isInstance)
                        .map(Step::id)
                        .filter(id -> id.isPresent())
                        .map(id -> id.orElseThrow().name()))
                .containsExactly("create-1", "create-2", "create-3");
        assertThat(new ScenarioRunner(RunOptions.DEFAULT).run(scenario).verdict())
                .isEqualTo(Verdict.PASSED);
    }

    @Test
    void repetitions_canBeNestedAndInGroups() {
        Scenario scenario = load("""
                        steps:
                          - repeat: 2
                            as: a
                            steps:
                              - at: ${a}s
                                steps:
                                  - repeat: 2
                                    as: b
                                    steps:
                                      - { checkpoint: "${a}${b}" }
                        """).variants().get(0);

        assertThat(scenario.steps()).hasSize(2);
        assertThat(scenario.steps().stream()
                        .flatMap(step -> ((GroupStep) step).steps().stream())
                        .map(step -> ((CheckpointStep) step).name()))
                .containsExactly("11", "12", "21", "22");
    }

    @Test
    void numberOfTimes_canBeAParameter() {
        LoadResult five = new ScenarioLoader()
                .withParameters(ImmutableMap.of("times", "5"))
                .loadText("test.yaml", HEAD + """
                                parameters: { times: 2 }
                                steps:
                                  - repeat: ${times}
                                    steps: [{ wait: 1s }]
                                """);

        assertThat(five.variants().get(0).steps()).hasSize(5);
    }

    @Test
    void problem_isToldOnceWithItsLine() {
        assertThat(load(SOCKETS.replace("WskCloseSocket", "WskCloseSoket")).problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.line()).isEqualTo(14);
                    assertThat(problem.message()).contains("WskCloseSoket");
                });
    }

    @Test
    void indexOutsideOfItsRepetition_isUnknown() {
        assertThat(load(SOCKETS + "  - wait: ${n}s\n").renderProblems()).contains("variable 'n' is not defined");
    }

    @Test
    void wrongShapes_areProblems() {
        assertThat(load("steps: [{ repeat: 0, steps: [{ wait: 1s }] }]").renderProblems())
                .contains("expected a number of times from 1 to 10000, found '0'");
        assertThat(load("steps: [{ repeat: 2 }]").renderProblems()).contains("key 'steps' is missing in a repetition");
        assertThat(load("steps: [{ repeat: 2, a: n, steps: [{ wait: 1s }] }]").renderProblems())
                .contains("unknown key 'a' in a repetition");
        assertThat(load("steps: [{ repeat: 2, as: [n], steps: [{ wait: 1s }] }]")
                        .renderProblems())
                .contains("expected a name, found a list");
        assertThat(load("steps: [{ repeat: 2, steps: 7 }]").renderProblems()).contains("expected a list of steps");
        assertThat(load("""
                                steps:
                                  - repeat: 10000
                                    steps: [{ repeat: 10000, steps: [{ wait: 1s }] }]
                                """).renderProblems()).contains("the repetitions make the file too large");
    }

    @Test
    void indexThatSomethingElseIsCalled_isAProblem() {
        assertThat(load("steps: [{ repeat: 2, as: n, steps: [{ repeat: 2, as: n, steps: [{ wait: \"${n}s\" }] }] }]")
                        .renderProblems())
                .contains("a repetition inside this one has the index 'n', too");
        assertThat(load("parameters: { n: 7 }\nsteps: [{ repeat: 2, as: n, steps: [{ wait: \"${n}s\" }] }]")
                        .renderProblems())
                .contains("'n' is a parameter and the index of a repetition");
        assertThat(load("matrix: { n: [7, 8] }\nsteps: [{ repeat: 2, as: n, steps: [{ wait: \"${n}s\" }] }]")
                        .renderProblems())
                .contains("'n' is a variable of the matrix and the index of a repetition");
    }

    @Test
    void misspeltRepeat_isOneProblem() {
        assertThat(load(SOCKETS.replace("- repeat: 3", "- repeet: 3")).problems())
                .extracting(problem -> problem.line() + " " + problem.message() + " " + problem.hint())
                .containsExactly(
                        "6 unknown key 'repeet' in a step did you mean 'repeat'?",
                        "11 unknown key 'repeet' in a step did you mean 'repeat'?");
    }

    @Test
    void misspeltWordsOfARepetition_areOneProblemEach() {
        assertThat(load(SOCKETS.replaceFirst("steps:\n +- \\{ call", "stpes:\n      - { call")
                                .replaceFirst("as: n", "az: n")
                                .replaceFirst("repeat", "repeatt"))
                        .problems())
                .extracting(problem -> problem.line() + " " + problem.message() + " " + problem.hint())
                .containsExactly(
                        "6 unknown key 'repeatt' in a step did you mean 'repeat'?",
                        "7 unknown key 'az' in a repetition did you mean 'as'?",
                        "8 unknown key 'stpes' in a repetition did you mean 'steps'?");
    }

    @Test
    void misspeltRepeat_hidesNoOtherProblem() {
        assertThat(load(SOCKETS.replace("- repeat: 3", "- repeet: 3").replace("WskCloseSocket", "WskCloseSoket"))
                        .problems())
                .extracting(ScenarioProblem::line)
                .containsExactly(6, 11, 14);
    }

    @Test
    void misspeltRepeat_isToldOnceForAllVariantsAndAliases() {
        assertThat(load("""
                        matrix: { family: [ipv4, ipv6] }
                        steps:
                          - &twice { repaet: 2, as: n, steps: [{ wait: "${n}s" }] }
                          - *twice
                        """).problems()).extracting(ScenarioProblem::line).containsExactly(7);
    }

    @Test
    void keyThatIsNotLikeRepeat_isTheGroups() {
        assertThat(load("steps: [{ times: 2, steps: [{ checkpoint: a }] }]").renderProblems())
                .contains("unknown key 'times' in a step group");
        assertThat(load("steps: [{ x-repeat: 2, steps: [{ checkpoint: a }] }]").problems())
                .isEmpty();
    }

    @Test
    void unusedIndex_isAProblem() {
        assertThat(load("steps: [{ repeat: 2, as: n, steps: [{ wait: 1s }] }]").renderProblems())
                .contains("index 'n' is used nowhere");
    }
}
