package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One change of the steps of a scenario: steps that are put before or behind all others, or the calls of a function (or
 * steps of a kind, or the answers of a callback) that are removed or get other values.
 *
 * <p>What awaits a call that is removed does not wait for it any more.
 */
final class StepEdit {
    private final Kind kind;
    private final String target;
    private final int nth;
    private final Node value;
    private int seen;

    /** What is done. */
    enum Kind {
        /** Steps are put before all others. */
        PREPEND,
        /** Steps are put behind all others. */
        APPEND,
        /** What matches is removed. */
        REMOVE,
        /** What matches gets these keys in place of its own. */
        CHANGE
    }

    /**
     * Makes an edit.
     *
     * @param nth which of those that match is meant, counted from 1; 0 for all of them
     * @param value the steps that are added, or the keys that are set; anything for a removal
     */
    StepEdit(Kind kind, String target, int nth, Node value) {
        this.kind = kind;
        this.target = target;
        this.nth = nth;
        this.value = value;
    }

    /** Returns the steps with the change. */
    Node apply(Node steps) {
        StepEdit once = new StepEdit(kind, target, nth, value);
        return switch (kind) {
            case PREPEND -> joined(value, steps);
            case APPEND -> joined(steps, value);
            case REMOVE -> {
                List<String> removed = new ArrayList<>();
                Node rest = once.remove(steps, removed);
                yield withoutAwaits(rest, removed);
            }
            case CHANGE -> once.change(steps);
        };
    }

    private static Node joined(Node first, Node second) {
        ImmutableList.Builder<Node> items = ImmutableList.builder();
        items.addAll(((Node.Sequence) first).items());
        items.addAll(((Node.Sequence) second).items());
        return new Node.Sequence(first.position(), first.width(), first.size() + second.size(), items.build());
    }

    private boolean matches(Node node) {
        boolean named = ScenarioPatch.find(node, "call")
                        .filter(call ->
                                call instanceof Node.Scalar name && name.text().equals(target))
                        .isPresent()
                || ScenarioPatch.find(node, target).isPresent();
        if (named) {
            seen++;
        }
        return named && (nth == 0 || nth == seen);
    }

    private Node remove(Node node, List<String> removed) {
        if (node instanceof Node.Sequence list) {
            ImmutableList.Builder<Node> items = ImmutableList.builder();
            for (Node item : list.items()) {
                if (matches(item)) {
                    idOf(item).ifPresent(removed::add);
                } else {
                    items.add(remove(item, removed));
                }
            }
            return new Node.Sequence(list.position(), list.width(), list.size(), items.build());
        }
        if (node instanceof Node.Mapping mapping) {
            ImmutableList<Node.Entry> entries = mapping.entries().stream()
                    .map(entry -> new Node.Entry(entry.key(), remove(entry.value(), removed)))
                    .collect(ImmutableList.toImmutableList());
            return new Node.Mapping(mapping.position(), mapping.width(), mapping.size(), entries);
        }
        return node;
    }

    private static Optional<String> idOf(Node step) {
        return ScenarioPatch.find(step, "id").map(id -> id instanceof Node.Scalar name ? name.text() : "");
    }

    private static Node withoutAwaits(Node node, List<String> removed) {
        if (node instanceof Node.Sequence list) {
            ImmutableList<Node> items = list.items().stream()
                    .filter(item -> !awaitsOnly(item, removed))
                    .map(item -> withoutAwaits(item, removed))
                    .collect(ImmutableList.toImmutableList());
            return new Node.Sequence(list.position(), list.width(), list.size(), items);
        }
        if (node instanceof Node.Mapping mapping) {
            ImmutableList<Node.Entry> entries = mapping.entries().stream()
                    .map(entry -> entry.key().text().equals("await")
                            ? new Node.Entry(entry.key(), withoutNames(entry.value(), removed))
                            : new Node.Entry(entry.key(), withoutAwaits(entry.value(), removed)))
                    .collect(ImmutableList.toImmutableList());
            return new Node.Mapping(mapping.position(), mapping.width(), mapping.size(), entries);
        }
        return node;
    }

    private static boolean awaitsOnly(Node step, List<String> removed) {
        return ScenarioPatch.find(step, "await")
                .filter(ids -> ids instanceof Node.Sequence list
                        ? list.items().stream().allMatch(id -> isOneOf(id, removed))
                        : isOneOf(ids, removed))
                .isPresent();
    }

    private static Node withoutNames(Node ids, List<String> removed) {
        if (!(ids instanceof Node.Sequence list)) {
            return ids;
        }
        ImmutableList<Node> items =
                list.items().stream().filter(id -> !isOneOf(id, removed)).collect(ImmutableList.toImmutableList());
        return new Node.Sequence(list.position(), list.width(), list.size(), items);
    }

    private static boolean isOneOf(Node id, List<String> removed) {
        return id instanceof Node.Scalar name && removed.contains(name.text());
    }

    private Node change(Node node) {
        if (node instanceof Node.Sequence list) {
            ImmutableList<Node> items =
                    list.items().stream().map(this::change).collect(ImmutableList.toImmutableList());
            return new Node.Sequence(list.position(), list.width(), list.size(), items);
        }
        if (!(node instanceof Node.Mapping mapping)) {
            return node;
        }
        Node.Mapping merged = matches(mapping) ? merged(mapping, (Node.Mapping) value) : mapping;
        ImmutableList<Node.Entry> entries = merged.entries().stream()
                .map(entry -> new Node.Entry(entry.key(), change(entry.value())))
                .collect(ImmutableList.toImmutableList());
        return new Node.Mapping(mapping.position(), mapping.width(), mapping.size(), entries);
    }

    /** Mappings are merged key by key; of anything else the new value stands. A key without a value goes. */
    private static Node.Mapping merged(Node.Mapping old, Node.Mapping changes) {
        ImmutableList.Builder<Node.Entry> entries = ImmutableList.builder();
        for (Node.Entry entry : old.entries()) {
            Optional<Node> changed = changes.find(entry.key().text());
            if (changed.isEmpty()) {
                entries.add(entry);
            } else if (!changed.get().isNothing()) {
                boolean both = entry.value() instanceof Node.Mapping && changed.get() instanceof Node.Mapping;
                entries.add(new Node.Entry(
                        entry.key(),
                        both ? merged((Node.Mapping) entry.value(), (Node.Mapping) changed.get()) : changed.get()));
            }
        }
        changes.entries().stream()
                .filter(entry ->
                        old.find(entry.key().text()).isEmpty() && !entry.value().isNothing())
                .forEach(entries::add);
        return new Node.Mapping(old.position(), old.width(), old.size(), entries.build());
    }
}
