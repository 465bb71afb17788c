package dev.wsksim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exercises in Java as a learner types them. */
class LearnExercisesTest {
    private static final String FILE = "java-greet/Greeter.java";

    private final Shell shell = new Shell();

    @Test
    void learner_goesFromTheStartToTheSolution() throws IOException {
        assertThat(shell.run("learn")).isZero();
        assertThat(shell.out()).endsWith("exercises in Java: ./wsksim learn java\n");
        assertThat(shell.run("learn", "java")).isZero();
        assertThat(shell.out()).contains("   1          greet   The first IRP, in Java", "learn java greet");

        assertThat(shell.run("learn", "java", "greet")).isZero();
        assertThat(shell.out()).contains("wrote " + FILE, "learn java check greet");
        assertThat(shell.run("learn", "java", "solution", "greet")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("you have not tried yet");

        assertThat(shell.run("learn", "java", "check", "greet")).isEqualTo(ExitCode.FAILED);
        assertThat(shell.out())
                .contains("ok    exercise  it compiles\n", "FAIL  trial     a server that is near")
                .contains(" at Greeter.java:", "WSK-IRP-006: ")
                .endsWith("\n2 of 8 passed; not solved yet. './wsksim learn java solution greet' shows a solution.\n");

        assertThat(shell.run("learn", "java", "solution", "1")).isZero();
        shell.write(FILE, shell.out());
        assertThat(shell.run("learn", "java", "check", "1")).isZero();
        assertThat(shell.out()).doesNotContain("FAIL").endsWith("\nsolved\n");
        assertThat(shell.run("learn", "java", "greet")).isZero();
        assertThat(shell.out()).contains(FILE + " was there and is kept");
        assertThat(shell.run("learn", "java")).isZero();
        assertThat(shell.out()).contains("   1  solved  greet");
        assertThat(Files.readString(shell.files.getPath("wsksim-progress.yaml")))
                .contains("java-greet: { checks: 2, hints: 0, solution-seen: true, solved: true }");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            learn java great                | did you mean 'greet'?
            learn java check                | needs one exercise: greet, retry, catch
            learn java check greet retry    | needs one exercise: greet, retry, catch
            learn java check greet          | java-greet/Greeter.java: there is no such file
            learn java solution 9           | 9: there is no such exercise
            learn java greet --course c     | --course is for lessons
            learn java check greet --json x | --json and --junit-xml are for 'wsksim learn check'
            """)
    void wrongCall_isExplained(String call, String message) {
        assertThat(shell.run(call.split(" "))).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains(message).doesNotContain("\tat ");
    }
}
