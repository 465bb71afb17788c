package dev.wsksim.scenario.course;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.load.Lesson;
import dev.wsksim.scenario.load.LoadResult;
import dev.wsksim.scenario.load.ScenarioLoader;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.report.Emphasis;
import dev.wsksim.scenario.run.RunOptions;
import dev.wsksim.scenario.run.ScenarioResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Holds a lesson to what it promises: the start fails as it says and is refused, the solution passes, each wrong solution
 * is refused with the right words, and a run shows the answer to the question.
 */
public final class CourseAudit {
    /** How many wrong solutions a lesson has at least. */
    private static final int LEAST_WRONG = 2;

    private final Course course;
    private final BiFunction<Scenario, RunOptions, ScenarioResult> player;

    /** Makes an audit of a course, with something that plays scenarios. */
    public CourseAudit(Course course, BiFunction<Scenario, RunOptions, ScenarioResult> player) {
        this.course = course;
        this.player = player;
    }

    /** Returns what is wrong with a lesson; empty when it keeps its promises. */
    public ImmutableList<String> of(String name) throws CourseProblemException {
        Course.LessonFiles files = course.lesson(name);
        List<String> problems = new ArrayList<>();
        start(files, problems);
        Grader grader = new Grader(files, player);
        Grade solved = grader.grade("solution.yaml", files.solution());
        if (!solved.passed()) {
            problems.add("solution.yaml is refused:\n" + GradeText.of(solved, Emphasis.NONE));
        }
        for (String file : files.lesson().right()) {
            Grade grade = grader.grade("right/" + file + ".yaml", course.right(name, file));
            if (!grade.passed()) {
                problems.add("right/" + file + ".yaml is refused:\n" + GradeText.of(grade, Emphasis.NONE));
            }
        }
        changes(name, files, problems);
        if (files.lesson().wrong().size() < LEAST_WRONG) {
            problems.add("there are fewer than " + LEAST_WRONG + " wrong solutions");
        }
        for (Map.Entry<String, String> wrong : files.lesson().wrong().entrySet()) {
            wrong(grader, wrong.getKey(), wrong.getValue(), course.wrong(name, wrong.getKey()), problems);
        }
        return ImmutableList.copyOf(problems);
    }

    /** A change that fits nobody tries nothing, and passes for something that was tried. */
    private void changes(String name, Course.LessonFiles files, List<String> problems) throws CourseProblemException {
        for (Lesson.Mutant mutant : files.lesson().mutants()) {
            if (!mutant.patch().fits("solution.yaml", files.solution())) {
                problems.add("the mutant '" + mutant.name() + "' changes nothing in solution.yaml");
            }
        }
        List<String> drivers = new ArrayList<>(List.of(files.start(), files.solution()));
        for (String file : files.lesson().right()) {
            drivers.add(course.right(name, file));
        }
        for (String file : files.lesson().wrong().keySet()) {
            drivers.add(course.wrong(name, file));
        }
        for (Lesson.Trial trial : files.lesson().trials()) {
            if (drivers.stream().noneMatch(driver -> trial.patch().fits("driver.yaml", driver))) {
                problems.add("the trial '" + trial.name()
                        + "' has step edits that change nothing in any driver of the lesson");
            }
        }
    }

    private void start(Course.LessonFiles files, List<String> problems) throws CourseProblemException {
        LoadResult loaded = new ScenarioLoader().loadText("start.yaml", files.start());
        if (!loaded.isUsable()) {
            problems.add("start.yaml cannot be played:\n" + loaded.renderProblems());
            return;
        }
        Demonstration demonstration = new Demonstration(files, player);
        String report = demonstration.failure("start.yaml", Emphasis.NONE);
        if (!report.contains(files.lesson().failure())) {
            problems.add("the report of start.yaml does not contain '"
                    + files.lesson().failure() + "':\n" + report);
        }
        if (new Grader(files, player).grade("start.yaml", files.start()).passed()) {
            problems.add("start.yaml is a solution already");
        }
        String answer = demonstration.answer();
        if (!answer.isEmpty() && answer.lines().map(String::strip).allMatch(report::contains)) {
            problems.add("the report of start.yaml shows the answer to the question already");
        }
        if (answer.isEmpty()) {
            problems.add("no line of the trace contains '"
                    + files.lesson().question().shows() + "'; it has:\n"
                    + demonstration
                            .results(
                                    Demonstration.DRIVER,
                                    files.lesson().question().played().word().equals("start")
                                            ? files.start()
                                            : files.solution())
                            .stream()
                            .flatMap(result -> result.trace().stream())
                            .map(entry -> entry.record().describe())
                            .collect(Collectors.joining("\n")));
        }
    }

    private static void wrong(Grader grader, String file, String wanted, String text, List<String> problems) {
        Grade grade = grader.grade("wrong/" + file + ".yaml", text);
        String said = GradeText.of(grade, Emphasis.NONE);
        if (grade.passed()) {
            problems.add("wrong/" + file + ".yaml passes");
        } else if (!said.contains(wanted)) {
            problems.add("wrong/" + file + ".yaml is refused without saying '" + wanted + "':\n" + said);
        }
    }
}
