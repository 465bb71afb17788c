package dev.wsksim.scenario.course;

import dev.wsksim.scenario.load.Lesson;
import dev.wsksim.scenario.load.Lesson.Question;
import dev.wsksim.scenario.report.Emphasis;
import java.util.stream.Collectors;

/** Writes a lesson as a Markdown page: what it teaches, the failure, the question, the task; no answers. */
public final class LessonPage {
    private LessonPage() {}

    /** Returns the page of a lesson. */
    public static String of(Course course, Course.LessonFiles files, Demonstration demonstration)
            throws CourseProblemException {
        Lesson lesson = files.lesson();
        String number = Integer.toString(course.number(files.name()));
        StringBuilder page = new StringBuilder();
        page.append("# Lesson ")
                .append(number)
                .append(": ")
                .append(lesson.title())
                .append("\n\n");
        page.append(lesson.text().strip()).append("\n\n");
        page.append("## A driver that fails\n\n");
        page.append("`wsksim learn ").append(number).append("` puts this driver into `");
        page.append(course.folder(files.name()))
                .append('/')
                .append(Demonstration.DRIVER)
                .append("` and runs it:\n\n");
        page.append("```yaml fails\n").append(files.start().strip()).append("\n```\n\n");
        String name = course.folder(files.name()) + "/" + Demonstration.DRIVER;
        page.append("```\n")
                .append(demonstration.failure(name, Emphasis.NONE).strip())
                .append("\n```\n\n");
        page.append("## Predict\n\n").append(question(lesson.question())).append('\n');
        page.append("Answer with `wsksim learn predict ").append(number).append(" ANSWER`.\n\n");
        page.append("## Mend it\n\n").append(lesson.task().strip()).append("\n\n");
        page.append("`wsksim learn check ").append(number).append("` grades it, `wsksim learn hint ");
        page.append(number).append("` helps.\n\n");
        page.append("`wsksim diagram ")
                .append(name)
                .append("` draws what your driver does, and `wsksim learn diagrams slides`");
        page.append(" writes `").append(course.folder(files.name())).append("-start.svg` and `");
        page.append(course.folder(files.name())).append("-solution.svg` for slides.\n\n");
        page.append("Pages: ").append(String.join(", ", lesson.pages())).append(".\n");
        return page.toString();
    }

    /** Returns a question with its choices, a line each. */
    public static String question(Question question) {
        String choices = question.choices().stream()
                .map(choice -> "- " + choice.letter() + ": " + choice.text().strip() + "\n")
                .collect(Collectors.joining());
        return question.ask().strip() + "\n" + (choices.isEmpty() ? "" : "\n" + choices);
    }
}
