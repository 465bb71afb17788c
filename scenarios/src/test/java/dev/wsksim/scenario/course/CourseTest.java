package dev.wsksim.scenario.course;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.scenario.format.ScenarioFormat;
import dev.wsksim.scenario.run.ScenarioRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The course that comes with wsksim keeps its promises: every lesson is solved by its solution and by nothing else. */
final class CourseTest {
    private static final Path FOLDER = Path.of("src", "main", "resources", "course");
    private static final Course COURSE = Course.shipped();

    private static Stream<String> lessons() {
        return COURSE.names().stream();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void lesson_keepsItsPromises(String name) throws CourseProblemException {
        CourseAudit audit = new CourseAudit(COURSE, (scenario, options) -> new ScenarioRunner(options).run(scenario));

        assertThat(audit.of(name)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void files_areLaidOut_andAllOfThemAreUsed(String name) throws Exception {
        List<String> wrong = COURSE.lesson(name).lesson().wrong().keySet().stream()
                .map(file -> "wrong/" + file + ".yaml")
                .toList();
        List<String> right = COURSE.lesson(name).lesson().right().stream()
                .map(file -> "right/" + file + ".yaml")
                .toList();
        List<String> known = Stream.of(List.of("lesson.yaml", "start.yaml", "solution.yaml"), right, wrong)
                .flatMap(List::stream)
                .toList();
        Path folder = FOLDER.resolve(name);
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> folder.relativize(file).toString().replace('\\', '/')))
                    .containsExactlyInAnyOrderElementsOf(known);
        }
        for (String file : known) {
            String text = Files.readString(folder.resolve(file));
            assertThat(ScenarioFormat.of(text)).as(file).isEqualTo(text);
        }
    }

    @Test
    void course_hasAllItsFolders() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(COURSE.names());
        }
    }
}
