package dev.wsksim.cli;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.course.Course;
import dev.wsksim.scenario.course.Course.LessonFiles;
import dev.wsksim.scenario.course.CourseAudit;
import dev.wsksim.scenario.course.CourseProblemException;
import dev.wsksim.scenario.course.Demonstration;
import dev.wsksim.scenario.run.ScenarioResult;
import java.nio.file.Path;

/** What teachers and authors need: the diagrams of all lessons, and a check of the lessons themselves. */
final class CourseTools {
    private final Surroundings surroundings;
    private final Course course;

    CourseTools(Surroundings surroundings, Course course) {
        this.surroundings = surroundings;
        this.course = course;
    }

    /** Draws what each lesson begins with, and its solution, as SVG. */
    int diagrams(Path folder) throws CourseProblemException, BadInputException {
        int drawn = 0;
        for (String name : course.names()) {
            LessonFiles lesson = course.lesson(name);
            drawn += draw(folder, course.folder(name) + "-start", lesson, lesson.start());
            drawn += draw(folder, course.folder(name) + "-solution", lesson, lesson.solution());
        }
        surroundings.out().println("wrote " + drawn + " diagrams to " + folder);
        return ExitCode.OK;
    }

    private int draw(Path folder, String title, LessonFiles lesson, String text)
            throws CourseProblemException, BadInputException {
        ImmutableList<ScenarioResult> results =
                new Demonstration(lesson, surroundings.player()::play).results(title, text);
        for (int i = 0; i < results.size(); i++) {
            String file = title + (results.size() == 1 ? "" : "-" + (i + 1)) + DiagramFormat.svg.extension();
            LearnFiles.write(folder.resolve(file), DiagramFormat.svg.draw(DiagramCommand.of(results.get(i))));
        }
        return results.size();
    }

    /** Checks that lessons keep what they promise: all of them, or those that are named. */
    int test(ImmutableList<String> words) throws CourseProblemException, BadInputException {
        CourseAudit audit = new CourseAudit(course, surroundings.player()::play);
        ImmutableList.Builder<String> names = ImmutableList.builder();
        for (String word : words) {
            names.add(LearnDesk.lesson(course, word));
        }
        boolean allWell = true;
        for (String name : words.isEmpty() ? course.names() : names.build()) {
            ImmutableList<String> problems = audit.of(name);
            allWell &= problems.isEmpty();
            surroundings.out().println((problems.isEmpty() ? "ok      " : "wrong   ") + name);
            problems.forEach(
                    problem -> surroundings.out().println(problem.indent(4).stripTrailing()));
        }
        return allWell ? ExitCode.OK : ExitCode.FAILED;
    }
}
