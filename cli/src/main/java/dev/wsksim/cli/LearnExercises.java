package dev.wsksim.cli;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import dev.wsksim.cli.exercise.Exercise;
import dev.wsksim.cli.exercise.ExerciseGrader;
import dev.wsksim.scenario.course.Grade.Item;
import dev.wsksim.scenario.load.CourseProgress;
import dev.wsksim.scenario.load.CourseProgress.State;
import dev.wsksim.scenario.load.KnownNames;
import dev.wsksim.scenario.report.Emphasis;
import dev.wsksim.scenario.report.Emphasis.Part;
import dev.wsksim.scenario.report.VisibleText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code wsksim learn java}: lists the exercises in Java, begins one, grades it, and shows its solution. */
final class LearnExercises {
    private static final long LIMIT_MILLIS = 20_000;

    private final PrintWriter out;
    private final LearnFiles files;
    private final Emphasis emphasis;
    private final String learn;

    LearnExercises(Surroundings surroundings, LearnFiles files, Emphasis emphasis) {
        this.out = surroundings.out();
        this.files = files;
        this.emphasis = emphasis;
        this.learn = surroundings.program() + " learn java ";
    }

    /** Does what the words behind {@code learn java} say. */
    int call(List<String> words) throws BadInputException {
        String action = words.isEmpty() ? "" : words.get(0);
        return switch (action) {
            case "" -> list();
            case "check" -> check(words.subList(1, words.size()));
            case "solution" -> solution(only(words.subList(1, words.size())));
            default -> begin(only(words));
        };
    }

    private int list() throws BadInputException {
        CourseProgress progress = files.read();
        for (Exercise exercise : Exercise.ALL) {
            boolean solved =
                    progress.of(exercise.folder()).filter(State::solved).isPresent();
            out.println(Strings.padStart(Integer.toString(exercise.number()), 4, ' ') + "  "
                    + (solved ? emphasis.mark(Part.PASSED, "solved") : "      ") + "  "
                    + Strings.padEnd(exercise.name(), 6, ' ') + "  " + exercise.title());
        }
        out.println();
        out.println(learn + Exercise.ALL.get(0).name() + "  begins the first; a JDK is needed, and nothing else");
        return ExitCode.OK;
    }

    private int begin(Exercise exercise) throws BadInputException {
        Path file = files.in(exercise.folder(), exercise.file());
        boolean written = LearnFiles.writeNew(file, exercise.start());
        LearnFiles.writeNew(files.in(exercise.folder(), "README.md"), exercise.task());
        keep(exercise, state(exercise));
        out.print(exercise.task());
        out.println();
        out.println((written ? "wrote " + file : file + " was there and is kept") + "; edit it, then:");
        out.println("  " + learn + "check " + exercise.name());
        return ExitCode.OK;
    }

    private int check(List<String> words) throws BadInputException {
        Exercise exercise = only(words);
        Path file = files.in(exercise.folder(), exercise.file());
        Optional<String> text = LearnFiles.textOf(file);
        if (text.isEmpty()) {
            throw new BadInputException(file + ": there is no such file\n  hint: '" + learn + exercise.name()
                    + "' puts the exercise there");
        }
        ImmutableList<Item> items = new ExerciseGrader(LIMIT_MILLIS).grade(exercise, file.toString(), text.get());
        items.forEach(this::print);
        boolean passed = items.stream().allMatch(Item::passed);
        keep(exercise, state(exercise).withCheck(passed));
        out.println();
        long well = items.stream().filter(Item::passed).count();
        out.println(
                passed
                        ? emphasis.mark(Part.PASSED, "solved")
                        : well + " of " + exercise.of() + " passed; not solved yet. '" + learn + "solution "
                                + exercise.name() + "' shows a solution.");
        return passed ? ExitCode.OK : ExitCode.FAILED;
    }

    private void print(Item item) {
        String mark = item.passed() ? emphasis.mark(Part.PASSED, "ok  ") : emphasis.mark(Part.FAILED, "FAIL");
        out.println(mark + "  " + Strings.padEnd(item.kind().label(), 8, ' ') + "  " + item.name());
        if (!item.why().isEmpty()) {
            out.println("                " + item.why());
        }
        if (!item.evidence().isEmpty()) {
            out.print(item.evidence().indent(16));
        }
    }

    private int solution(Exercise exercise) throws BadInputException {
        State state = state(exercise);
        if (state.checks() == 0) {
            throw new BadInputException("you have not tried yet\n  hint: '" + learn + "check " + exercise.name()
                    + "' grades what you have written");
        }
        keep(exercise, state.withSolutionSeen());
        out.print(exercise.solution());
        return ExitCode.OK;
    }

    private State state(Exercise exercise) throws BadInputException {
        return files.read().of(exercise.folder()).orElse(State.BEGUN);
    }

    private void keep(Exercise exercise, State state) throws BadInputException {
        files.write(files.read().with(exercise.folder(), state));
    }

    private Exercise only(List<String> words) throws BadInputException {
        ImmutableList<String> names =
                Exercise.ALL.stream().map(Exercise::name).collect(ImmutableList.toImmutableList());
        if (words.size() != 1) {
            throw new BadInputException("'" + learn.strip() + "' needs one exercise: " + String.join(", ", names));
        }
        Optional<Exercise> found = Exercise.find(words.get(0));
        if (found.isEmpty()) {
            throw new BadInputException(VisibleText.line(words.get(0)) + ": there is no such exercise\n  hint: "
                    + KnownNames.closest(words.get(0), names)
                            .map(known -> "did you mean '" + known + "'?")
                            .orElse("there are " + String.join(", ", names)));
        }
        return found.get();
    }
}
