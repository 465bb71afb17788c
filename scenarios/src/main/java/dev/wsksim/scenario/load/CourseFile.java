package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.model.Reference;
import java.util.Optional;

/** Reads the file of a course, {@code course.yaml}: what it is called, and the folders of its lessons in order. */
public final class CourseFile {
    private static final Field<Integer> VERSION = Field.required(
            "wsksim-course", ScalarTypes.integer("version 1 of courses", 1, 1), "The version of the form.", "1");
    private static final Field<String> TITLE =
            Field.required("title", ScalarTypes.TEXT, "What the course is called.", "Drivers that hold");
    private static final Field<ImmutableList<Reference>> LESSONS = Field.required(
            "lessons",
            ListType.ofSome(ScalarTypes.name("the folder of a lesson")),
            "The folders of the lessons, in order.",
            "[first-irp, registration]");
    private static final ElementType<Course> COURSE = ElementType.of(
            "course",
            "Lessons in order.",
            ImmutableList.of(VERSION, TITLE, LESSONS),
            bound -> new Course(
                    bound.get(TITLE),
                    bound.get(LESSONS).stream().map(Reference::name).collect(ImmutableList.toImmutableList())));

    private CourseFile() {}

    /**
     * A course.
     *
     * @param title what it is called
     * @param lessons the names of its lessons, which are folders, in order
     */
    public record Course(String title, ImmutableList<String> lessons) {}

    /**
     * What a file gave.
     *
     * @param course the course; without lessons when there is a problem
     * @param problems what is wrong with the file
     */
    public record Loaded(Course course, ImmutableList<ScenarioProblem> problems) {}

    /** Reads a text that is in memory; the name stands for a file's name in problems. */
    public static Loaded read(String name, String text) {
        Problems problems = SourceReader.ofText(name, text);
        Optional<Course> course = Optional.empty();
        if (problems.count() == 0) {
            course = YamlTree.parse(problems, "course", "it begins with 'wsksim-course: 1'")
                    .flatMap(root -> COURSE.read(root, problems));
        }
        Course none = new Course("", ImmutableList.of());
        return new Loaded(problems.count() == 0 ? course.orElse(none) : none, problems.all());
    }
}
