package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.wsksim.scenario.model.SourcePosition;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code repeet: 3} beside {@code steps} as the repetition that it was meant to be, and tells the slip once.
 *
 * <p>Read as a group of steps, such a repetition would have wrong keys, and each use of its index would be a variable that
 * nobody has defined. Like {@link Repetition}, this works on the tree; it comes before all that asks for the names of indices.
 */
final class RepetitionSpelling {
    private static final ImmutableSet<String> KEYS =
            ImmutableSet.of(Repetition.KEY, Repetition.AS, Repetition.STEPS, "id", "at", "after");

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
        Optional<Node.Scalar> slip = slip(step);
        if (slip.isEmpty()) {
            return step;
        }
        Node.Scalar wrong = slip.get();
        if (told.add(wrong.position())) {
            String message = "unknown key '" + wrong.abridged() + "' in a step";
            problems.report(wrong, message, "did you mean '" + Repetition.KEY + "'?");
        }
        Node.Scalar right = new Node.Scalar(wrong.position(), wrong.width(), Repetition.KEY, false);
        return with(
                step,
                step.entries().stream()
                        .map(entry -> entry.key().equals(wrong) ? new Node.Entry(right, entry.value()) : entry)
                        .collect(ImmutableList.toImmutableList()));
    }

    /** Finds the key that was meant to be {@link Repetition#KEY}; a step without steps is no repetition at all. */
    private static Optional<Node.Scalar> slip(Node.Mapping step) {
        if (step.find(Repetition.KEY).isPresent() || step.find(Repetition.STEPS).isEmpty()) {
            return Optional.empty();
        }
        return step.entries().stream()
                .filter(entry -> !entry.isNote() && !KEYS.contains(entry.key().text()))
                .map(Node.Entry::key)
                .filter(key -> Suggestion.closest(key.text(), KEYS).equals(Repetition.KEY))
                .findFirst();
    }

    private static Node.Mapping with(Node.Mapping mapping, ImmutableList<Node.Entry> entries) {
        return new Node.Mapping(mapping.position(), mapping.width(), mapping.size(), entries);
    }
}
