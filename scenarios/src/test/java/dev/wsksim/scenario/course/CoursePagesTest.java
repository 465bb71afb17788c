package dev.wsksim.scenario.course;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.scenario.run.ScenarioRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the pages of the course to its lessons. */
final class CoursePagesTest {
    private static final Path FOLDER = Path.of("..", "docs", "course");
    private static final String MARK =
            "<!-- Generated from the lessons; CoursePagesTest compares. Update with: mvn -B -ntp"
                    + " verify -Dwsksim.golden=update -->\n\n";

    private static Map<String, String> pages() throws CourseProblemException {
        Course course = Course.shipped();
        Map<String, String> pages = new LinkedHashMap<>();
        StringBuilder index = new StringBuilder(MARK);
        index.append("# The course: ").append(course.title()).append("\n\n");
        index.append("""
                Each lesson begins with a driver that fails. You say what you think will happen, mend the driver, and have it
                graded in worlds that you have not seen. Everything runs on your machine, offline:

                ```sh
                ./wsksim learn            # lists the lessons, and what comes next
                ./wsksim learn 1          # puts the first one into the folder 01-first-irp
                ./wsksim learn check 1    # grades what you made of it
                ```

                The exercises of the lessons are scenarios; `./wsksim learn java` has some in Java. [teachers.md](teachers.md) is for those who
                teach with the course, or write lessons.

                """);
        for (String name : course.names()) {
            Course.LessonFiles files = course.lesson(name);
            String file = course.folder(name) + ".md";
            index.append(course.number(name)).append(". [");
            index.append(files.lesson().title()).append("](").append(file).append(")\n");
            Demonstration demonstration =
                    new Demonstration(files, (scenario, options) -> new ScenarioRunner(options).run(scenario));
            pages.put(file, MARK + LessonPage.of(course, files, demonstration));
        }
        pages.put("README.md", index.toString());
        return pages;
    }

    @Test
    void pages_sayWhatTheLessonsSay_andThereAreNoOthers() throws IOException, CourseProblemException {
        Map<String, String> pages = pages();
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Path file = FOLDER.resolve(page.getKey());
            if ("update".equals(System.getProperty("wsksim.golden"))) {
                Files.writeString(file, page.getValue());
            }
            assertThat(Files.readString(file)).as(page.getKey()).isEqualTo(page.getValue());
        }
        List<String> known = new ArrayList<>(pages.keySet());
        known.add("teachers.md");
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(known);
        }
    }
}
