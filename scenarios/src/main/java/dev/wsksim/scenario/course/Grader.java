package dev.wsksim.scenario.course;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.io.IrpCompleted;
import dev.wsksim.scenario.course.Grade.Item;
import dev.wsksim.scenario.course.Grade.Kind;
import dev.wsksim.scenario.load.Lesson;
import dev.wsksim.scenario.load.Lesson.Decided;
import dev.wsksim.scenario.load.Lesson.Mutant;
import dev.wsksim.scenario.load.Lesson.Trial;
import dev.wsksim.scenario.load.LoadResult;
import dev.wsksim.scenario.load.ProtectedKeys;
import dev.wsksim.scenario.load.ScenarioLoader;
import dev.wsksim.scenario.load.ScenarioProblem;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.report.Detail;
import dev.wsksim.scenario.report.Emphasis;
import dev.wsksim.scenario.report.ReplayLine;
import dev.wsksim.scenario.report.TextReport;
import dev.wsksim.scenario.run.RunOptions;
import dev.wsksim.scenario.run.RunOptions.DecisionMode;
import dev.wsksim.scenario.run.ScenarioResult;
import dev.wsksim.scenario.run.Verdict;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.WskCallEntered;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Grades a driver in a lesson.
 *
 * <p>The file must still be the exercise, and pass in the world that it was given. Then its steps are played in other
 * worlds, where not what they expect counts but what the lesson does; and what they expect is put to the test by changes
 * that it has to notice.
 */
public final class Grader {
    private static final Splitter LINES = Splitter.onPattern("\r\n|\r|\n");

    private final Course.LessonFiles files;
    private final BiFunction<Scenario, RunOptions, ScenarioResult> player;
    private final ScenarioLoader loader = new ScenarioLoader();

    /** Makes a grader for a lesson, with something that plays scenarios. */
    public Grader(Course.LessonFiles files, BiFunction<Scenario, RunOptions, ScenarioResult> player) {
        this.files = files;
        this.player = player;
    }

    /** Grades a driver. */
    public Grade grade(String name, String text) {
        List<Item> items = new ArrayList<>();
        Lesson lesson = files.lesson();
        Optional<Item> other = exercise(name, text);
        items.add(other.orElseGet(() -> Item.passed(Kind.EXERCISE, "the file is the exercise")));
        if (other.isEmpty()) {
            Item own = own(name, text);
            items.add(own);
            if (own.passed()) {
                lesson.trials().forEach(trial -> items.add(trial(trial, name, text)));
                lesson.mutants().forEach(mutant -> items.add(mutant(mutant, name, text)));
            }
        }
        int of = 2 + lesson.trials().size() + lesson.mutants().size();
        return new Grade(files.name(), name, ImmutableList.copyOf(items), of);
    }

    private Optional<Item> exercise(String name, String text) {
        LoadResult loaded = loader.loadText(name, text);
        if (!loaded.isUsable()) {
            return Optional.of(Item.failed(
                    Kind.EXERCISE, "the file is a scenario", "It cannot be played.", loaded.renderProblems()));
        }
        ImmutableList<ScenarioProblem> changes =
                new ProtectedKeys(files.lesson().free()).changes(name, text, files.start());
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(Item.failed(
                        Kind.EXERCISE,
                        "the file is the exercise",
                        "Something was changed that is not the driver's. What you may change: "
                                + String.join(", ", files.lesson().free()) + ".",
                        changes.stream().map(ScenarioProblem::render).collect(Collectors.joining("\n\n"))));
    }

    private Item own(String name, String text) {
        String title = "the driver passes as it stands";
        for (Scenario scenario : loader.loadText(name, text).variants()) {
            ScenarioResult result = player.apply(scenario, RunOptions.DEFAULT);
            Optional<String> fault = fault(result, text, name);
            if (fault.isPresent()) {
                return Item.failed(
                        Kind.OWN,
                        title,
                        "'wsksim run " + name + "' shows the same. Other worlds are tried once this one is passed.",
                        fault.get());
            }
        }
        return Item.passed(Kind.OWN, title);
    }

    /** Returns what is wrong with a run: its findings, or a function that had to be called. */
    private Optional<String> fault(ScenarioResult result, String text, String name) {
        if (result.verdict() != Verdict.PASSED) {
            return Optional.of(report(result, name, text));
        }
        ImmutableList<String> missing = files.lesson().requires().stream()
                .filter(function -> !calls(result, function))
                .collect(ImmutableList.toImmutableList());
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("The driver does not call " + String.join(", ", missing)
                        + ". The task is not solved by leaving it undone.");
    }

    private static Optional<String> shortage(ScenarioResult result, OptionalLong wanted) {
        long received = result.trace().stream()
                .filter(entry -> entry.record() instanceof IrpCompleted completed
                        && completed.by().equals(WskFunction.WskReceive.name())
                        && completed.status().isSuccess())
                .mapToLong(entry -> ((IrpCompleted) entry.record()).information())
                .sum();
        return wanted.isEmpty() || received == wanted.getAsLong()
                ? Optional.empty()
                : Optional.of("The driver's calls of WskReceive have received " + received + " bytes in all here, not "
                        + wanted.getAsLong() + ".");
    }

    private static boolean calls(ScenarioResult result, String function) {
        return result.trace().stream()
                .anyMatch(entry -> entry.record() instanceof WskCallEntered call
                        && call.function().name().equals(function));
    }

    private Item trial(Trial trial, String name, String text) {
        LoadResult loaded = loader.loadPatched(name, text, trial.patch());
        if (!loaded.isUsable()) {
            return unusable(Kind.TRIAL, trial.name(), loaded);
        }
        for (Scenario scenario : loaded.variants()) {
            for (RunOptions options : runs(trial)) {
                ScenarioResult result = player.apply(scenario, options);
                Optional<String> fault = fault(result, text, name).or(() -> shortage(result, trial.received()));
                if (fault.isPresent()) {
                    return Item.failed(Kind.TRIAL, trial.name() + how(options), trial.why(), fault.get());
                }
            }
        }
        return Item.passed(Kind.TRIAL, trial.name());
    }

    private static Item unusable(Kind kind, String name, LoadResult loaded) {
        return Item.failed(
                kind,
                name,
                "Your steps cannot be played there; keep the names of calls and sockets that the exercise had.",
                loaded.renderProblems());
    }

    private static ImmutableList<RunOptions> runs(Trial trial) {
        ImmutableList.Builder<RunOptions> runs = ImmutableList.builder();
        for (Decided decided : trial.decisions()) {
            RunOptions options = RunOptions.DEFAULT.withDecisions(mode(decided));
            int seeds = decided == Decided.SEEDED ? trial.seeds() : 1;
            for (int seed = 1; seed <= seeds; seed++) {
                runs.add(seeds == 1 ? options : options.withSeed(seed));
            }
        }
        return runs.build();
    }

    private static DecisionMode mode(Decided decided) {
        return switch (decided) {
            case TYPICAL -> DecisionMode.TYPICAL;
            case INLINE -> DecisionMode.INLINE;
            case PENDED -> DecisionMode.PENDED;
            case DISPATCH -> DecisionMode.DISPATCH;
            case SEEDED -> DecisionMode.SEEDED;
        };
    }

    private static String how(RunOptions options) {
        if (options.decisions() == DecisionMode.TYPICAL) {
            return "";
        }
        String seed = options.seed().isPresent() ? ", seed " + options.seed().getAsLong() : "";
        return " (decisions " + options.decisions().label() + seed + ")";
    }

    private Item mutant(Mutant mutant, String name, String text) {
        if (!mutant.patch().fits(name, text)) {
            return Item.passed(Kind.MUTANT, mutant.name() + " (your steps have nothing to change so)");
        }
        LoadResult loaded = loader.loadPatched(name, text, mutant.patch());
        if (!loaded.isUsable()) {
            return unusable(Kind.MUTANT, mutant.name(), loaded);
        }
        boolean noticed = loaded.variants().stream()
                .anyMatch(scenario -> player.apply(scenario, RunOptions.DEFAULT).verdict() == Verdict.FAILED);
        return noticed
                ? Item.passed(Kind.MUTANT, mutant.name())
                : Item.failed(
                        Kind.MUTANT,
                        mutant.name(),
                        mutant.why(),
                        "Played with this change, your scenario still passes: nothing that it expects notices it.");
    }

    private String report(ScenarioResult result, String name, String text) {
        return new TextReport(Detail.NORMAL, Emphasis.NONE, position -> line(position, name, text), ReplayLine.TYPICAL)
                .withoutReplay(result);
    }

    private String line(SourcePosition position, String name, String text) {
        boolean ofTheLesson = position.file().equals(files.file());
        String source = ofTheLesson ? files.text() : position.file().equals(name) ? text : "";
        ImmutableList<String> lines = ImmutableList.copyOf(LINES.split(source));
        boolean known = position.isKnown() && position.line() <= lines.size();
        return known ? lines.get(position.line() - 1) : "";
    }
}
