package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.wsksim.scenario.model.SourcePosition;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code repeet: 3} beside {@code steps} as the repetition that it was meant to be, and tells the slip once; likewise
 * {@code stpes} and {@code az} beside {@code repeat}.
 *
 * <p>Read as a group of steps, such a repetition would have wrong keys, and each use of its index would be a variable that
 * nobody has defined. Like {@link Repetition}, this works on the tree; it comes before all that asks for the names of indices.
 */
final class RepetitionSpelling {
    private static final ImmutableSet<String> KEYS =
            ImmutableSet.of(Repetition.KEY, Repetition.AS, Repetition.STEPS, "id", "at", "after");
    private static final String WHERE = "a repetition";

    private final Problems problems;
    private final Set<SourcePosition> told = new LinkedHashSet<>();

    private RepetitionSpelling(Problems problems) {
        this.problems = problems;
    }

    /** Returns a scenario in which all repetitions among its steps are spelt as they should be. */
    static Node.Mapping correct(Node.Mapping root, Problems problems) {
        RepetitionSpelling spelling = new RepetitionSpelling(problems);
        ImmutableList<Node.Entry> entries = root.entries().stream()
                .map(entry -> entry.key().text().equals(Repetition.STEPS) ? spelling.below(entry) : entry)
                .collect(ImmutableList.toImmutableList());
        return spelling.told.isEmpty() ? root : with(root, entries);
    }

    private Node corrected(Node node) {
        if (node instanceof Node.Sequence list) {
            ImmutableList<Node> items = list.items().stream()
                    .map(item -> corrected(item instanceof Node.Mapping step ? respelt(step) : item))
                    .collect(ImmutableList.toImmutableList());
            return new Node.Sequence(list.position(), list.width(), list.size(), items);
        }
        if (node instanceof Node.Mapping mapping) {
            return with(mapping, mapping.entries().stream().map(this::below).collect(ImmutableList.toImmutableList()));
        }
        return node;
    }

    private Node.Entry below(Node.Entry entry) {
        return entry.isNote() ? entry : new Node.Entry(entry.key(), corrected(entry.value()));
    }

    private Node.Mapping respelt(Node.Mapping step) {
        Optional<Node.Scalar> times = slip(step, Repetition.KEY);
        Optional<Node.Scalar> steps = slip(step, Repetition.STEPS);
        boolean isRepetition = (times.isPresent() || step.find(Repetition.KEY).isPresent())
                && (steps.isPresent() || step.find(Repetition.STEPS).isPresent());
        if (!isRepetition) {
            return step;
        }
        Node.Mapping right = respelt(step, times, Repetition.KEY, "a step");
        right = respelt(right, steps, Repetition.STEPS, WHERE);
        return respelt(right, slip(step, Repetition.AS), Repetition.AS, WHERE);
    }

    private Node.Mapping respelt(Node.Mapping step, Optional<Node.Scalar> slip, String meant, String where) {
        if (slip.isEmpty()) {
            return step;
        }
        Node.Scalar wrong = slip.get();
        if (told.add(wrong.position())) {
            String message = "unknown key '" + wrong.abridged() + "' in " + where;
            problems.report(wrong, message, "did you mean '" + meant + "'?");
        }
        Node.Scalar right = new Node.Scalar(wrong.position(), wrong.width(), meant, false);
        return with(
                step,
                step.entries().stream()
                        .map(entry -> entry.key().equals(wrong) ? new Node.Entry(right, entry.value()) : entry)
                        .collect(ImmutableList.toImmutableList()));
    }

    /** Finds the key that was meant to be this one, in a step that has no such key. */
    private static Optional<Node.Scalar> slip(Node.Mapping step, String meant) {
        if (step.find(meant).isPresent()) {
            return Optional.empty();
        }
        return step.entries().stream()
                .filter(entry -> !entry.isNote() && !KEYS.contains(entry.key().text()))
                .filter(entry -> Suggestion.closest(entry.key().text(), KEYS).equals(meant))
                .filter(entry -> !meant.equals(Repetition.AS) || isUsed(entry.value(), step))
                .map(Node.Entry::key)
                .findFirst();
    }

    private static boolean isUsed(Node index, Node.Mapping step) {
        return index instanceof Node.Scalar name && Matrix.mentions(step, "${" + name.text() + "}");
    }

    private static Node.Mapping with(Node.Mapping mapping, ImmutableList<Node.Entry> entries) {
        return new Node.Mapping(mapping.position(), mapping.width(), mapping.size(), entries);
    }
}
