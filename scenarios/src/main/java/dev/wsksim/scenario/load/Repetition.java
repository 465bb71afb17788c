package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * Writes out steps that are repeated: {@code { repeat: 3, as: n, steps: [...] }} becomes its steps three times, with 1, 2 and
 * 3 in the places of {@code ${n}}.
 *
 * <p>This happens in the tree, behind the parameters and the matrix, so that the rest of the loader knows nothing of it. A
 * problem in a repeated step is told with its line, once.
 */
final class Repetition {
    /** The key that says how often. */
    static final String KEY = "repeat";

    /** The key that names the index. */
    static final String AS = "as";

    /** The key of the steps. */
    static final String STEPS = "steps";

    /** What steps have and repetitions do not. */
    private static final ImmutableSet<String> OF_STEPS =
            StepFields.ALL.stream().map(Field::name).collect(ImmutableSet.toImmutableSet());

    /** How often steps may be repeated. */
    static final int MAX_TIMES = 10_000;

    /** How many nodes all steps together may have once they are written out. */
    static final long MAX_NODES = 2_000_000;

    private final Problems problems;
    private long nodes;

    private Repetition(Problems problems) {
        this.problems = problems;
    }

    /** Returns the names that stand for indices anywhere below a node. */
    static ImmutableSet<String> indices(Node node) {
        ImmutableSet.Builder<String> names = ImmutableSet.builder();
        collect(node, names);
        return names.build();
    }

    private static void collect(Node node, ImmutableSet.Builder<String> names) {
        if (node instanceof Node.Sequence list) {
            list.items().forEach(item -> collect(item, names));
        } else if (node instanceof Node.Mapping mapping) {
            if (mapping.find(KEY).isPresent() && mapping.find(AS).orElse(null) instanceof Node.Scalar name) {
                names.add(name.text());
            }
            mapping.entries().forEach(entry -> collect(entry.value(), names));
        }
    }

    /** Returns a scenario with all repetitions among its steps written out. */
    static Node.Mapping apply(Node.Mapping root, Problems problems) {
        Optional<Node> steps = root.find(STEPS);
        if (steps.isEmpty() || !isRepeated(steps.get())) {
            return root;
        }
        Repetition repetition = new Repetition(problems);
        ImmutableList<Node.Entry> entries = root.entries().stream()
                .map(entry -> entry.key().text().equals(STEPS)
                        ? new Node.Entry(entry.key(), repetition.writtenOut(entry.value()))
                        : entry)
                .collect(ImmutableList.toImmutableList());
        Node.Mapping whole = new Node.Mapping(root.position(), root.width(), root.size(), entries);
        // What still has a variable in it uses an index outside of its repetition.
        return new TreeSubstitution(ImmutableMap.of(), problems).apply(whole);
    }

    private static boolean isRepeated(Node node) {
        if (node instanceof Node.Sequence list) {
            return list.items().stream().anyMatch(Repetition::isRepeated);
        }
        return node instanceof Node.Mapping mapping
                && (mapping.find(KEY).isPresent()
                        || mapping.entries().stream().anyMatch(entry -> isRepeated(entry.value())));
    }

    private Node writtenOut(Node node) {
        if (node instanceof Node.Sequence list) {
            ImmutableList.Builder<Node> items = ImmutableList.builder();
            for (Node item : list.items()) {
                if (item instanceof Node.Mapping mapping && mapping.find(KEY).isPresent()) {
                    items.addAll(repeated(mapping));
                } else {
                    items.add(writtenOut(item));
                }
            }
            return new Node.Sequence(list.position(), list.width(), list.size(), items.build());
        }
        if (node instanceof Node.Mapping mapping) {
            ImmutableList<Node.Entry> entries = mapping.entries().stream()
                    .map(entry -> new Node.Entry(entry.key(), writtenOut(entry.value())))
                    .collect(ImmutableList.toImmutableList());
            return new Node.Mapping(mapping.position(), mapping.width(), mapping.size(), entries);
        }
        return node;
    }

    private ImmutableList<Node> repeated(Node.Mapping step) {
        int times = times(step);
        String index = index(step);
        Optional<Node> steps = step.find(STEPS);
        boolean good = requireKnownKeys(step) && requireUse(step, index);
        if (steps.isEmpty()) {
            problems.report(step, "key 'steps' is missing in a repetition", "for example: steps: [{ wait: 1s }]");
            return ImmutableList.of();
        }
        if (!(steps.get() instanceof Node.Sequence list)) {
            problems.report(
                    steps.get(),
                    "expected a list of steps, found " + steps.get().kind(),
                    "");
            return ImmutableList.of();
        }
        boolean unnamed = index.isEmpty() && step.find(AS).isPresent();
        if (unnamed || grewTooFar(step, list, times)) {
            return ImmutableList.of();
        }
        // The steps of a repetition that is wrong are judged once.
        int judged = good ? Math.max(1, times) : 1;
        ImmutableList.Builder<Node> all = ImmutableList.builder();
        for (int i = 1; i <= judged; i++) {
            Node one = index.isEmpty() ? list : withIndex(list, index, i);
            all.addAll(((Node.Sequence) writtenOut(one)).items());
        }
        return all.build();
    }

    private Node withIndex(Node.Sequence list, String index, int value) {
        Node number = new Node.Scalar(list.position(), 1, Integer.toString(value), false);
        return TreeSubstitution.ofSome(ImmutableMap.of(index, number), problems).apply((Node) list);
    }

    private int times(Node.Mapping step) {
        Node node = step.find(KEY).orElseThrow();
        if (node instanceof Node.Scalar scalar && scalar.text().matches("[0-9]{1,9}")) {
            int times = Integer.parseInt(scalar.text());
            if (times >= 1 && times <= MAX_TIMES) {
                return times;
            }
        }
        problems.report(node, "expected a number of times from 1 to " + MAX_TIMES + ", found " + node.kind(), "");
        return 0;
    }

    private String index(Node.Mapping step) {
        Optional<Node> node = step.find(AS);
        if (node.isEmpty()) {
            return "";
        }
        if (node.get() instanceof Node.Scalar scalar && scalar.text().matches(ScalarTypes.NAME_PATTERN)) {
            return scalar.text();
        }
        problems.report(node.get(), "expected a name, found " + node.get().kind(), "for example: as: n");
        return "";
    }

    private boolean requireUse(Node.Mapping step, String index) {
        if (index.isEmpty()) {
            return true;
        }
        Node name = step.find(AS).orElseThrow();
        Node steps = step.find(STEPS).orElse(step);
        if (indices(steps).contains(index)) {
            problems.report(
                    name, "a repetition inside this one has the index '" + index + "', too", "rename one of them");
        } else if (!Matrix.mentions(steps, "${" + index + "}")) {
            problems.report(
                    name,
                    "index '" + index + "' is used nowhere",
                    "write ${" + index + "} where it belongs, or remove 'as'");
        } else {
            return true;
        }
        return false;
    }

    private boolean requireKnownKeys(Node.Mapping step) {
        boolean good = true;
        for (Node.Entry entry : step.entries()) {
            String key = entry.key().text();
            if (!key.equals(KEY) && !key.equals(AS) && !key.equals(STEPS) && !entry.isNote()) {
                String hint = OF_STEPS.contains(key)
                        ? "a repetition has no '" + key + "' of its own; its steps have"
                        : Suggestion.hint(key, ImmutableSet.of(KEY, AS, STEPS), "keys of a repetition");
                problems.report(entry.key(), "unknown key '" + entry.key().abridged() + "' in a repetition", hint);
                good = false;
            }
        }
        return good;
    }

    private boolean grewTooFar(Node.Mapping step, Node.Sequence list, int times) {
        boolean already = nodes > MAX_NODES;
        nodes += list.size() * times;
        if (nodes > MAX_NODES && !already) {
            problems.report(step, "the repetitions make the file too large", "repeat fewer steps, or less often");
        }
        return nodes > MAX_NODES;
    }
}
