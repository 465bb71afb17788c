package dev.wsksim.scenario.course;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.load.Lesson.Played;
import dev.wsksim.scenario.load.Lesson.Question;
import dev.wsksim.scenario.load.LoadResult;
import dev.wsksim.scenario.load.ScenarioLoader;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.report.Detail;
import dev.wsksim.scenario.report.Emphasis;
import dev.wsksim.scenario.report.ReplayLine;
import dev.wsksim.scenario.report.TextReport;
import dev.wsksim.scenario.report.TraceText;
import dev.wsksim.scenario.run.RunOptions;
import dev.wsksim.scenario.run.ScenarioResult;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Plays what a lesson shows: the failure that it begins with, and the run that answers its question. */
public final class Demonstration {
    /** The name of the learner's file. */
    public static final String DRIVER = "driver.yaml";

    private final Course.LessonFiles files;
    private final BiFunction<Scenario, RunOptions, ScenarioResult> player;

    /** Makes one for a lesson, with something that plays scenarios. */
    public Demonstration(Course.LessonFiles files, BiFunction<Scenario, RunOptions, ScenarioResult> player) {
        this.files = files;
        this.player = player;
    }

    /** Returns the report of the driver that the learner is given, under this file name. */
    public String failure(String name, Emphasis emphasis) throws CourseProblemException {
        ImmutableList<String> lines = files.start().lines().collect(ImmutableList.toImmutableList());
        TextReport report =
                new TextReport(Detail.NORMAL, emphasis, position -> line(position, lines), ReplayLine.TYPICAL);
        return results(name, files.start()).stream().map(report::of).collect(Collectors.joining());
    }

    private static String line(SourcePosition position, ImmutableList<String> lines) {
        return position.isKnown() && position.line() <= lines.size() ? lines.get(position.line() - 1) : "";
    }

    /** Returns the lines of a trace that show the answer to the question. */
    public String answer() throws CourseProblemException {
        Question question = files.lesson().question();
        String text = question.played() == Played.START ? files.start() : files.solution();
        return results(DRIVER, text).stream()
                .flatMap(result -> result.trace().stream())
                .map(TraceText::line)
                .filter(line -> line.contains(question.shows()))
                .distinct()
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    /** Returns what came of playing a scenario of the lesson, each variant on its own. */
    public ImmutableList<ScenarioResult> results(String name, String text) throws CourseProblemException {
        LoadResult loaded = new ScenarioLoader().loadText(name, text);
        if (!loaded.isUsable()) {
            throw new CourseProblemException(loaded.renderProblems());
        }
        return loaded.variants().stream()
                .map(scenario -> player.apply(scenario, RunOptions.DEFAULT))
                .collect(ImmutableList.toImmutableList());
    }

    /** Returns the judge of answers to the question. */
    public Answers answers() {
        return new Answers(files.lesson().question());
    }
}
