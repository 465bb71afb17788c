package dev.wsksim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.wsksim.scenario.course.GradeDocuments;
import dev.wsksim.scenario.run.ScenarioRunner;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The course as a learner and a teacher type it. */
class LearnCommandTest {
    private static final String DRIVER = "01-first-irp/driver.yaml";

    private final Shell shell = new Shell();

    @BeforeEach
    void play() {
        shell.player = (scenario, options) -> new ScenarioRunner(options).run(scenario);
    }

    private String read(String file) throws IOException {
        return Files.readString(shell.files.getPath(file));
    }

    private void solve() {
        assertThat(shell.run("learn", "solution", "1", "--force")).isZero();
        shell.write(DRIVER, shell.out());
    }

    @Test
    void learner_goesFromTheFailureToTheSolution() throws IOException {
        assertThat(shell.run("learn")).isZero();
        assertThat(shell.out())
                .contains("   1          first-irp")
                .contains("0 of ")
                .contains("learn 1\n");

        assertThat(shell.run("learn", "1")).isZero();
        assertThat(shell.out())
                .contains("Lesson 1: The first IRP", "wrote " + DRIVER, "socket 's' does not exist", "Predict")
                .contains("learn predict 1 ANSWER", "learn check 1");
        assertThat(read("01-first-irp/README.md")).startsWith("# Lesson 1: The first IRP\n");

        assertThat(shell.run("learn", "predict", "5 ms")).isZero();
        assertThat(shell.out())
                .startsWith("not so: 10ms or 0.01s\n")
                .contains("A connection needs one round trip".substring(2))
                .contains("10ms  kernel    IRP 1 completed by WskSocketConnect");
        assertThat(read("01-first-irp/prediction.txt")).isEqualTo("5 ms\n");

        assertThat(shell.run("learn", "check")).isEqualTo(ExitCode.FAILED);
        assertThat(shell.out()).contains("FAIL  own run   the driver passes as it stands", "not solved yet");
        assertThat(shell.run("learn", "hint")).isZero();
        assertThat(shell.out()).startsWith("hint 1 of 3: ").doesNotContain("hint 2");

        solve();
        assertThat(shell.run("learn", "check", "first-irp")).isZero();
        assertThat(shell.out()).contains("\nsolved\n", "learn 2").doesNotContain("FAIL");
        assertThat(shell.run("learn")).isZero();
        assertThat(shell.out())
                .contains("   1  solved  first-irp")
                .contains("(predicted wrong, 1 hint, solution seen)", "1 of ");
        assertThat(read("wsksim-progress.yaml"))
                .endsWith("lessons:\n  first-irp: { predicted: \"5 ms\", right: false, checks: 2, hints: 1,"
                        + " solution-seen: true, solved: true }\n");
    }

    @Test
    void lesson_thatWasBegun_keepsTheLearnersDriver() throws IOException {
        shell.run("learn", "1");
        shell.write(DRIVER, "mine");

        assertThat(shell.run("learn", "01-first-irp")).isZero();
        assertThat(shell.out()).contains(DRIVER + " was there and is kept");
        assertThat(read(DRIVER)).isEqualTo("mine");
    }

    @Test
    void prediction_isAskedForAtThePrompt_andTheFirstOneCounts() throws IOException {
        shell.run("learn", "2");
        shell.input = "B\n";
        assertThat(shell.run("learn", "predict", "2")).as(shell.err()).isZero();
        assertThat(shell.out()).contains("- a: ", "your answer: right\n");
        shell.input = "";
        assertThat(shell.run("learn", "predict", "2", "a")).isZero();
        assertThat(shell.out()).endsWith("\nYour first answer, which is the one that is kept, was: B\n");
        assertThat(shell.run("learn", "predict", "2")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("no answer was given");
        assertThat(shell.run("learn", "predict", "2", "z")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("z: answer with one of a, b, c");
        assertThat(read("wsksim-progress.yaml")).contains("predicted: \"B\", right: true");
    }

    @Test
    void numberAlone_whileTheAnswerMayBeOne_isNotGuessed() {
        assertThat(shell.run("learn", "irql")).isZero();

        assertThat(shell.run("learn", "predict", "2")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("2: is this a lesson, or the answer?", "learn predict 13 2' answers");
        assertThat(shell.run("learn", "predict", "13", "2")).isZero();
        assertThat(shell.out()).startsWith("right\n");
    }

    @Test
    void predictionInTheFile_isTakenWhenTheDriverIsGraded() throws IOException {
        shell.run("learn", "1");
        shell.write("01-first-irp/prediction.txt", "10 ms\n");

        shell.run("learn", "check", "1");

        assertThat(read("wsksim-progress.yaml")).contains("predicted: \"10 ms\", right: true");
    }

    @Test
    void solution_isForThoseWhoHaveTried() {
        shell.run("learn", "1");
        assertThat(shell.run("learn", "solution")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("you have not tried yet");
        shell.run("learn", "check");
        assertThat(shell.run("learn", "solution")).isZero();
        assertThat(shell.out()).startsWith("wsksim: 1\n");
    }

    @Test
    void handIns_areGradedTogether_withoutProgress() throws IOException {
        solve();
        String right = read(DRIVER);
        shell.write("class/ada/01-first-irp/driver.yaml", right);
        shell.write("class/ada/01-first-irp/prediction.txt", "10ms");
        shell.write("class/bob/01-first-irp/driver.yaml", right.replace("  - await: connect\n", ""));
        shell.write("class/bob/notes/driver.yaml", "no lesson");
        Files.write(shell.write("class/bob/01-first-irp/prediction.txt", ""), new byte[] {(byte) 0xFF, 0});
        Files.createDirectory(shell.files.getPath("out"));

        assertThat(shell.run(
                        "learn",
                        "check",
                        "class",
                        "--json",
                        "g.json",
                        "--junit-xml",
                        "out/g.xml",
                        "--progress",
                        "p.yaml"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(shell.out())
                .contains("passed  class/ada/01-first-irp/driver.yaml  (7 of 7 passed, predicted right)")
                .contains("failed  class/bob/01-first-irp/driver.yaml  (1 of 7 passed, not predicted)")
                .endsWith("1 of 2 drivers passed\n");
        assertThat(shell.err())
                .contains(
                        "class/bob/notes/driver.yaml: not graded, for its folder is not called like a lesson, such as"
                                + " 01-first-irp",
                        "prediction.txt: the file cannot be read: it is not UTF-8 text; it counts as none");
        assertThat(read("g.json")).contains("\"file\": \"class/ada/01-first-irp/driver.yaml\"");
        assertThat(read("out/g.xml")).contains("tests=\"9\" failures=\"1\"");
        assertThat(shell.files.getPath("p.yaml")).doesNotExist();
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(GradeDocuments.schemaText(), InputFormat.JSON);
        assertThat(schema.validate(read("g.json"), InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(read("g.json").replaceFirst("\"points\"", "\"point\""), InputFormat.JSON))
                .isNotEmpty();
        assertThat(shell.run("learn", "check", "class", "--json", "no/g.json")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.files.getPath("no")).doesNotExist();
    }

    @Test
    void handIn_thatIsNoText_doesNotStopTheOthers() throws IOException {
        solve();
        shell.write("class/ada/01-first-irp/driver.yaml", read(DRIVER));
        Files.write(shell.write("class/bob/01-first-irp/driver.yaml", ""), new byte[] {(byte) 0xFF, 0});

        assertThat(shell.run("learn", "check", "class")).isEqualTo(ExitCode.FAILED);
        assertThat(shell.out())
                .contains("passed  class/ada/01-first-irp/driver.yaml")
                .contains(
                        "exercise: the file can be read: class/bob/01-first-irp/driver.yaml: the file cannot be read: it is"
                                + " not UTF-8 text")
                .endsWith("1 of 2 drivers passed\n");
    }

    @Test
    void course_inAFolder_isTaughtAndTested() throws IOException {
        solve();
        String right = read(DRIVER);
        shell.write("c/course.yaml", "wsksim-course: 1\ntitle: Mine\nlessons: [greet]\n");
        shell.write("c/greet/start.yaml", right.replace("  - await: connect\n", ""));
        shell.write("c/greet/solution.yaml", right);
        shell.write("c/greet/wrong/one.yaml", right.replace("hello", "hullo"));
        shell.write("c/greet/wrong/two.yaml", right.replace("await: connect", "wait: 15ms"));
        shell.write("c/greet/lesson.yaml", """
                wsksim-lesson: 1
                title: A greeting
                pages: [nc-wsk-pfn_wsk_send]
                text: Greet.
                failure: socket 's' does not exist
                question: { ask: How many bytes?, answer: "5", because: so, shows: length 5, play: solution }
                task: Mend it.
                hints: [Wait.]
                trials:
                  - name: slow
                    why: too soon
                    world:
                      links: { client -> server: { latency: 1s }, server -> client: same }
                      peers: { server: { tcp 7777: { connect: accept, data: [receive: hello, expect: reset] } } }
                wrong: { one: receive, two: too soon }
                """);

        assertThat(shell.run("learn", "test", "--course", "c")).as(shell.out()).isZero();
        assertThat(shell.out()).isEqualTo("ok      greet\n");
        assertThat(shell.run("learn", "--course", "c", "1")).isZero();
        assertThat(shell.out()).contains("wrote 01-greet/driver.yaml");
        shell.write("c/greet/wrong/one.yaml", right);
        assertThat(shell.run("learn", "test", "greet", "--course", "c")).isEqualTo(ExitCode.FAILED);
        assertThat(shell.out()).startsWith("wrong   greet\n    wrong/one.yaml passes\n");
        assertThat(shell.run("learn", "diagrams", "slides", "--course", "c")).isZero();
        assertThat(shell.out()).isEqualTo("wrote 2 diagrams to slides\n");
        assertThat(read("slides/01-greet-solution.svg")).contains("<svg");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            learn first-irq                | did you mean 'first-irp'?
            learn 99                       | 99: there is no such lesson
            learn 1 2                      | '2' is one word too many
            learn check                    | which lesson? none is begun
            learn check 1                  | learn 1' puts the lesson there
            learn check nowhere            | nowhere: there is no such lesson
            learn hint                     | which lesson? none is begun
            learn 1 --force                | --force is for 'wsksim learn solution'
            learn 1 --json x               | --json and --junit-xml are for 'wsksim learn check'
            learn --course nowhere         | course.yaml: there is no such file
            learn diagrams                 | needs one folder
            learn test nowhere             | there is no such lesson
            learn --progress bad.yaml      | unknown key 'wsksim' in a progress
            learn check bad.yaml           | this is a file; drivers are graded by lesson or by folder
            learn diagrams x --progress p  | --progress is for learners
            learn test --progress p        | --progress is for learners
            learn predict 1 10ms extra     | 10ms extra: answer with a time and its unit
            learn predict 1 10             | 10: answer with a time and its unit
            learn check empty              | there is no driver of a lesson in this folder
            """)
    void wrongCall_isExplained(String call, String message) throws IOException {
        shell.write("bad.yaml", "wsksim: 1\n");
        Files.createDirectory(shell.files.getPath("empty"));

        assertThat(shell.run(call.split(" "))).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains(message).doesNotContain("\tat ");
    }
}
