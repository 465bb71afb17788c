package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

/**
 * Reads {@code inclued: hosts.part.yaml} as the inclusion that it was meant to be, and tells the slip once. Else all that the part
 * defines would be missing, and be told, too.
 */
final class InclusionSpelling {
    private static final ImmutableSet<String> KEYS = ImmutableSet.of(Inclusion.KEY);

    private final Problems problems;

    private InclusionSpelling(Problems problems) {
        this.problems = problems;
    }

    /** Returns a scenario or part in which all inclusions are spelt as they should be. */
    static Node.Mapping correct(Node.Mapping root, String where, Problems problems) {
        InclusionSpelling spelling = new InclusionSpelling(problems);
        Node.Mapping right = spelling.respelt(root, where);
        return with(
                right,
                right.entries().stream()
                        .map(entry -> entry.key().text().equals(Repetition.STEPS) ? spelling.below(entry) : entry)
                        .collect(ImmutableList.toImmutableList()));
    }

    private Node.Entry below(Node.Entry entry) {
        return entry.isNote() ? entry : new Node.Entry(entry.key(), corrected(entry.value()));
    }

    private Node corrected(Node node) {
        if (node instanceof Node.Sequence list) {
            ImmutableList<Node> items = list.items().stream()
                    .map(item -> corrected(item instanceof Node.Mapping step ? respelt(step, "a step") : item))
                    .collect(ImmutableList.toImmutableList());
            return new Node.Sequence(list.position(), list.width(), list.size(), items);
        }
        if (node instanceof Node.Mapping mapping) {
            return with(mapping, mapping.entries().stream().map(this::below).collect(ImmutableList.toImmutableList()));
        }
        return node;
    }

    private Node.Mapping respelt(Node.Mapping mapping, String where) {
        if (mapping.find(Inclusion.KEY).isPresent()
                || mapping.entries().stream().noneMatch(InclusionSpelling::isSlip)) {
            return mapping;
        }
        ImmutableList.Builder<Node.Entry> entries = ImmutableList.builder();
        for (Node.Entry entry : mapping.entries()) {
            if (isSlip(entry)) {
                Node.Scalar wrong = entry.key();
                String message = "unknown key '" + wrong.abridged() + "' in " + where;
                problems.report(wrong, message, "did you mean '" + Inclusion.KEY + "'?");
                Node.Scalar right = new Node.Scalar(wrong.position(), wrong.width(), Inclusion.KEY, false);
                entries.add(new Node.Entry(right, entry.value()));
            } else {
                entries.add(entry);
            }
        }
        return with(mapping, entries.build());
    }

    private static boolean isSlip(Node.Entry entry) {
        return !entry.isNote()
                && namesPart(entry.value())
                && Suggestion.closest(entry.key().text(), KEYS).equals(Inclusion.KEY);
    }

    private static boolean namesPart(Node value) {
        return value instanceof Node.Sequence list
                ? list.items().stream().anyMatch(InclusionSpelling::namesPart)
                : value instanceof Node.Scalar name && PartName.isPart(name.text());
    }

    private static Node.Mapping with(Node.Mapping mapping, ImmutableList<Node.Entry> entries) {
        return new Node.Mapping(mapping.position(), mapping.width(), mapping.size(), entries);
    }
}
