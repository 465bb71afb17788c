package dev.wsksim.scenario.course;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.load.CourseFile;
import dev.wsksim.scenario.load.Lesson;
import dev.wsksim.scenario.load.LessonFile;
import dev.wsksim.scenario.load.ScenarioProblem;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A course: lessons in order. Each is a folder with {@code lesson.yaml}, {@code start.yaml}, {@code solution.yaml} and a
 * folder {@code wrong} of solutions that look right and are not.
 */
public final class Course {
    private final CourseTexts texts;
    private final CourseFile.Course contents;

    private Course(CourseTexts texts, CourseFile.Course contents) {
        this.texts = texts;
        this.contents = contents;
    }

    /** Returns the course that comes with wsksim. */
    public static Course shipped() {
        try {
            return of(CourseTexts.shipped());
        } catch (CourseProblemException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads a course. */
    public static Course of(CourseTexts texts) throws CourseProblemException {
        CourseFile.Loaded loaded = CourseFile.read(texts.name("course.yaml"), required(texts, "course.yaml"));
        require(loaded.problems());
        return new Course(texts, loaded.course());
    }

    /** Returns what the course is called. */
    public String title() {
        return contents.title();
    }

    /** Returns the names of the lessons, in order. */
    public ImmutableList<String> names() {
        return contents.lessons();
    }

    /** Returns the name of the lesson that a number (counted from 1), a name, or a folder such as 01-first-irp stands for. */
    public Optional<String> find(String word) {
        for (int i = 0; i < names().size(); i++) {
            String name = names().get(i);
            if (word.equals(name) || word.equals(Integer.toString(i + 1)) || word.equals(folder(name))) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /** Returns the number of a lesson, counted from 1. */
    public int number(String name) {
        return names().indexOf(name) + 1;
    }

    /** Returns the folder that a learner gets a lesson in. */
    public String folder(String name) {
        int number = number(name);
        return (number < 10 ? "0" : "") + number + "-" + name;
    }

    /** Reads a lesson. */
    public LessonFiles lesson(String name) throws CourseProblemException {
        String path = name + "/lesson.yaml";
        String text = required(texts, path);
        LessonFile.Loaded loaded = LessonFile.read(texts.name(path), text);
        require(loaded.problems());
        return new LessonFiles(
                name,
                loaded.lesson(),
                texts.name(path),
                text,
                required(texts, name + "/start.yaml"),
                required(texts, name + "/solution.yaml"));
    }

    /** Returns the text of a solution that looks right and is not. */
    public String wrong(String lesson, String file) throws CourseProblemException {
        return required(texts, lesson + "/wrong/" + file + ".yaml");
    }

    /** Returns the text of a solution that is not the reference solution and passes too. */
    public String right(String lesson, String file) throws CourseProblemException {
        return required(texts, lesson + "/right/" + file + ".yaml");
    }

    /**
     * The files of a lesson.
     *
     * @param name its name
     * @param lesson what its file says
     * @param file how messages name that file
     * @param text its text
     * @param start the driver that the learner is given
     * @param solution the reference solution
     */
    public record LessonFiles(String name, Lesson lesson, String file, String text, String start, String solution) {}

    private static String required(CourseTexts texts, String path) throws CourseProblemException {
        Optional<String> text = texts.text(path);
        if (text.isEmpty()) {
            throw new CourseProblemException(texts.name(path) + ": there is no such file");
        }
        return text.get();
    }

    private static void require(ImmutableList<ScenarioProblem> problems) throws CourseProblemException {
        if (!problems.isEmpty()) {
            throw new CourseProblemException(
                    problems.stream().map(ScenarioProblem::render).collect(Collectors.joining("\n\n")));
        }
    }
}
