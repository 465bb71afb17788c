package dev.wsksim.scenario.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.wsksim.scenario.course.Grade.Item;
import dev.wsksim.scenario.course.Grade.Kind;
import dev.wsksim.scenario.report.Emphasis;
import dev.wsksim.scenario.run.ScenarioRunner;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An exercise is not passed by changing the question. */
final class GraderTest {
    private static final Course COURSE = Course.shipped();

    private static Grade grade(String lesson, String text) throws CourseProblemException {
        return new Grader(COURSE.lesson(lesson), (scenario, options) -> new ScenarioRunner(options).run(scenario))
                .grade("driver.yaml", text);
    }

    private static String solution(String lesson) throws CourseProblemException {
        return COURSE.lesson(lesson).solution();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            latency: 5ms                       | latency: 0ms                           | 'links' is not as it was given
            driver: { host: client }           | driver: { host: server }               | 'driver' is not as it was given
            steps:                             | limits: { events: 3 }\\nsteps:         | 'limits' was not there
            steps:                             | verifier: { fail-on: must }\\nsteps:   | 'verifier' was not there
            steps:                             | except-decisions: { inline: no }\\nsteps: | 'except-decisions' was not there
            steps:                             | expect: { left-over: [open-socket] }\\nsteps: | 'left-over' says that the driver may be wrong
            """)
    void driver_withAnotherWorld_isNotGraded(String from, String to, String said) throws CourseProblemException {
        Grade grade = grade("first-irp", solution("first-irp").replace(from, to.replace("\\n", "\n")));

        assertThat(grade.passed()).isFalse();
        assertThat(grade.items()).hasSize(1);
        assertThat(GradeText.of(grade, Emphasis.NONE)).contains(said).contains("driver.yaml:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- { link: client -> server, conditions: ideal } | link",
                "- { peer: server, tcp: 7777, connect: accept } | peer",
                "- steps: [{ host: server, do: restart }] | host"
            })
    void driver_thatChangesTheNetwork_isNotGraded(String step, String said) throws CourseProblemException {
        Grade grade = grade("first-irp", solution("first-irp").replace("steps:\n", "steps:\n  " + step + "\n"));

        assertThat(grade.items()).hasSize(1);
        assertThat(GradeText.of(grade, Emphasis.NONE)).contains("a step '" + said + "' is not the driver's to take");
    }

    @Test
    void mutant_ofStepsThatTheDriverDoesNotHave_isNotHeldAgainstIt() throws CourseProblemException {
        String other = solution("time-out")
                .replace(
                        "  - { await: connect, within: 5s, on-time-out: cancel }\n",
                        "  - { at: 5s, cancel: connect }\n");

        assertThat(grade("time-out", other).faults()).noneMatch(item -> item.kind() == Kind.MUTANT);
    }

    @Test
    void driver_laidOutInAnotherWay_isStillTheExercise() throws CourseProblemException {
        String other = solution("first-irp")
                .replace("  server -> client: same", "  server -> client: \"same\"   # both ways")
                .replace("name: greet", "x-mine: { a: 1 }\nname: my own, greet");

        assertThat(grade("first-irp", other).passed()).isTrue();
    }

    @Test
    void driver_withoutAPartOfItsWorld_isNotGraded() throws CourseProblemException {
        Grade grade = grade("first-irp", solution("first-irp").replace("links:", "x-links:"));

        assertThat(GradeText.of(grade, Emphasis.NONE)).contains("'links' is gone, which was given");
    }

    @Test
    void driver_thatIsNoScenario_isToldSo() throws CourseProblemException {
        Grade grade = grade("first-irp", "wsksim: 1\n");

        assertThat(grade.faults())
                .extracting(Item::kind, Item::why)
                .containsExactly(tuple(Kind.EXERCISE, "It cannot be played."));
        assertThat(grade.faults().get(0).evidence()).contains("key 'name' is missing");
    }

    @Test
    void driver_thatDoesNothing_isToldWhatItDoesNotCall() throws CourseProblemException {
        String start = COURSE.lesson("first-irp").start();
        Grade grade = grade("first-irp", start.substring(0, start.indexOf("steps:")) + "steps: [wait: 1ms]\n");

        assertThat(GradeText.of(grade, Emphasis.NONE))
                .contains("The driver does not call WskSocketConnect, WskSend, WskCloseSocket");
    }

    @Test
    void trial_thatFails_showsTheEvidenceOfARun() throws CourseProblemException {
        Grade grade = grade("first-irp", COURSE.wrong("first-irp", "waits-for-a-while"));

        assertThat(grade.faults().get(0).evidence())
                .startsWith("failed        greet the server")
                .contains("driver.yaml:26:9: socket 's' does not exist", "what led there")
                .doesNotContain("replay:");
    }

    @Test
    void documents_tellOfEachThingThatWasTried() throws CourseProblemException {
        Grade grade = grade("first-irp", COURSE.wrong("first-irp", "forgets-the-length"));
        List<HandIn> handIns = List.of(new HandIn("a/driver.yaml", "10ms", true, grade));

        assertThat(GradeDocuments.json(handIns))
                .contains("\"passed\": false,\n      \"points\": 6,\n      \"of\": 7", "\"predicted-right\": true");
        assertThat(GradeDocuments.junitXml(handIns))
                .contains("<testsuite name=\"a/driver.yaml\" tests=\"7\" failures=\"1\" errors=\"0\">")
                .contains("<failure type=\"mutant\"");
    }
}
