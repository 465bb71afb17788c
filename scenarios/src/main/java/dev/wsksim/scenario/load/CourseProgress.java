package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How far a learner has come, as it is kept in a file. Nothing in it depends on the clock or the machine.
 *
 * @param lessons what is known of each lesson that was begun, by its name
 */
public record CourseProgress(ImmutableMap<String, State> lessons) {
    /** Nothing was begun. */
    public static final CourseProgress NOTHING = new CourseProgress(ImmutableMap.of());

    private static final int MOST = 1_000_000;

    private static final Field<Integer> VERSION = Field.required(
            "wsksim-progress", ScalarTypes.integer("version 1 of progress", 1, 1), "The version of the form.", "1");
    private static final Field<String> PREDICTED = Field.optional(
            "predicted", ScalarTypes.TEXT, "not yet", "The first answer to the question of the lesson.", "b");
    private static final Field<Boolean> RIGHT =
            Field.optional("right", ScalarTypes.TRUE_OR_FALSE, "FALSE", "Whether that answer was right.", "TRUE");
    private static final Field<Integer> CHECKS = Field.optional(
            "checks", ScalarTypes.integer("a number of times", 0, MOST), "0", "How often the driver was graded.", "2");
    private static final Field<Integer> HINTS = Field.optional(
            "hints", ScalarTypes.integer("a number of hints", 0, MOST), "0", "How many hints were shown.", "1");
    private static final Field<Boolean> SOLUTION = Field.optional(
            "solution-seen",
            ScalarTypes.TRUE_OR_FALSE,
            "FALSE",
            "Whether the solution was shown before it was solved.",
            "TRUE");
    private static final Field<Boolean> SOLVED =
            Field.optional("solved", ScalarTypes.TRUE_OR_FALSE, "FALSE", "Whether a grade was without fault.", "TRUE");
    private static final ElementType<State> STATE = ElementType.of(
            "lesson's progress",
            "What is known of a lesson that was begun.",
            ImmutableList.of(PREDICTED, RIGHT, CHECKS, HINTS, SOLUTION, SOLVED),
            bound -> new State(
                    bound.get(PREDICTED, ""),
                    bound.get(RIGHT, false),
                    bound.get(CHECKS, 0),
                    bound.get(HINTS, 0),
                    bound.get(SOLUTION, false),
                    bound.get(SOLVED, false)));
    private static final Field<ImmutableList<Map.Entry<String, State>>> LESSONS = Field.required(
            "lessons",
            new TableType<>(ScalarTypes.NAME, STATE, (name, state, key) -> Optional.of(Map.entry(name.name(), state))),
            "The lessons that were begun.",
            "{ first-irp: { checks: 1 } }");
    private static final ElementType<CourseProgress> PROGRESS =
            ElementType.of("progress", "How far a learner has come.", ImmutableList.of(VERSION, LESSONS), bound -> {
                Map<String, State> lessons = new LinkedHashMap<>();
                bound.get(LESSONS).forEach(entry -> lessons.put(entry.getKey(), entry.getValue()));
                return new CourseProgress(ImmutableMap.copyOf(lessons));
            });

    /**
     * What is known of a lesson.
     *
     * @param predicted the first answer to its question; empty before there is one
     * @param right whether that was right
     * @param checks how often the driver was graded
     * @param hints how many hints were shown
     * @param solutionSeen whether the solution was shown before it was solved
     * @param solved whether a grade was without fault
     */
    public record State(String predicted, boolean right, int checks, int hints, boolean solutionSeen, boolean solved) {
        /** A lesson that was only just begun. */
        public static final State BEGUN = new State("", false, 0, 0, false, false);

        /** Returns this with an answer, unless there was one before. */
        public State withPrediction(String answer, boolean isRight) {
            return predicted.isEmpty() ? new State(answer, isRight, checks, hints, solutionSeen, solved) : this;
        }

        /** Returns this with one more grade. */
        public State withCheck(boolean passed) {
            return new State(predicted, right, checks + 1, hints, solutionSeen, solved || passed);
        }

        /** Returns this with so many hints shown. */
        public State withHints(int shown) {
            return new State(predicted, right, checks, shown, solutionSeen, solved);
        }

        /** Returns this with the solution shown. */
        public State withSolutionSeen() {
            return new State(predicted, right, checks, hints, solutionSeen || !solved, solved);
        }
    }

    /**
     * What a file gave.
     *
     * @param progress what it tells; nothing when there is a problem
     * @param problems what is wrong with the file
     */
    public record Loaded(CourseProgress progress, ImmutableList<ScenarioProblem> problems) {}

    /** Reads a text that is in memory; the name stands for a file's name in problems. */
    public static Loaded read(String name, String text) {
        Problems problems = SourceReader.ofText(name, text);
        Optional<CourseProgress> progress = Optional.empty();
        if (problems.count() == 0) {
            progress = YamlTree.parse(problems, "progress", "it begins with 'wsksim-progress: 1'")
                    .flatMap(root -> PROGRESS.read(root, problems));
        }
        return new Loaded(problems.count() == 0 ? progress.orElse(NOTHING) : NOTHING, problems.all());
    }

    /** Returns what is known of a lesson, if it was begun. */
    public Optional<State> of(String lesson) {
        return Optional.ofNullable(lessons.get(lesson));
    }

    /** Returns this with something else known of a lesson. */
    public CourseProgress with(String lesson, State state) {
        Map<String, State> all = new LinkedHashMap<>(lessons);
        all.put(lesson, state);
        return new CourseProgress(ImmutableMap.copyOf(all));
    }

    /** Returns the text of the file. */
    public String text() {
        StringBuilder text =
                new StringBuilder("# How far you have come in a course of wsksim; 'wsksim learn' shows it.\n");
        text.append(VERSION.name()).append(": 1\n").append(LESSONS.name()).append(lessons.isEmpty() ? ": {}\n" : ":\n");
        lessons.forEach((name, state) -> append(name, state, text));
        return text.toString();
    }

    private static void append(String name, State state, StringBuilder text) {
        text.append("  ").append(name).append(": {");
        if (!state.predicted().isEmpty()) {
            text.append(' ').append(PREDICTED.name()).append(": ");
            text.append(Json.write(state.predicted()).stripTrailing()).append(',');
            text.append(' ')
                    .append(RIGHT.name())
                    .append(": ")
                    .append(state.right())
                    .append(',');
        }
        text.append(' ')
                .append(CHECKS.name())
                .append(": ")
                .append(state.checks())
                .append(',');
        text.append(' ').append(HINTS.name()).append(": ").append(state.hints()).append(',');
        text.append(' ')
                .append(SOLUTION.name())
                .append(": ")
                .append(state.solutionSeen())
                .append(',');
        text.append(' ')
                .append(SOLVED.name())
                .append(": ")
                .append(state.solved())
                .append(" }\n");
    }
}
