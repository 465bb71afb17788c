package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a scenario: values with a name, each with a default, that whoever runs the scenario may set.
 *
 * <p>They are put in their places first of all, so that a matrix, the number of repetitions and every value may use them, and
 * are judged where they are used, like any other value.
 */
final class Parameters {
    /** The key of the parameters. */
    static final String KEY = "parameters";

    private final Problems problems;
    private final ImmutableMap<String, String> settings;
    private final Map<String, Node> values = new LinkedHashMap<>();

    private Parameters(ImmutableMap<String, String> settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    /**
     * Returns the tree without its parameters, each in the places that use it.
     *
     * @param settings what is set, by the names of parameters, as text
     */
    static Node.Mapping apply(Node.Mapping root, ImmutableMap<String, String> settings, Problems problems) {
        return new Parameters(settings, problems).applied(root);
    }

    private Node.Mapping applied(Node.Mapping root) {
        Optional<Node> node = root.find(KEY);
        node.ifPresent(written -> read(written, root));
        settings.keySet().stream().filter(name -> !values.containsKey(name)).forEach(name -> reportUnknown(name, root));
        if (node.isEmpty()) {
            return root;
        }
        ImmutableList<Node.Entry> rest = root.entries().stream()
                .filter(entry -> !entry.key().text().equals(KEY))
                .collect(ImmutableList.toImmutableList());
        Node.Mapping without = new Node.Mapping(root.position(), root.width(), root.size(), rest);
        return TreeSubstitution.ofSome(ImmutableMap.copyOf(values), problems).apply(without);
    }

    private void read(Node node, Node.Mapping root) {
        if (!(node instanceof Node.Mapping mapping)) {
            problems.report(
                    node,
                    "expected a mapping from parameters to their defaults, found " + node.kind(),
                    "for example: parameters: { latency: 5ms }");
            return;
        }
        ImmutableSet<String> ofMatrix = root.find(Matrix.KEY)
                .filter(Node.Mapping.class::isInstance)
                .map(matrix -> ((Node.Mapping) matrix)
                        .entries().stream().map(entry -> entry.key().text()).collect(ImmutableSet.toImmutableSet()))
                .orElse(ImmutableSet.of());
        for (Node.Entry entry : mapping.entries()) {
            if (!entry.isNote()) {
                readParameter(entry, root, ofMatrix);
            }
        }
    }

    private void readParameter(Node.Entry entry, Node.Mapping root, ImmutableSet<String> ofMatrix) {
        Node.Scalar key = entry.key();
        String name = key.text();
        if (!name.matches(ScalarTypes.NAME_PATTERN)) {
            problems.report(key, "expected the name of a parameter, found " + key.kind(), "");
            return;
        }
        if (ofMatrix.contains(name)) {
            problems.report(key, "'" + name + "' is a parameter and a variable of the matrix", "rename one of them");
        } else if (Repetition.indices(root).contains(name)) {
            problems.report(key, "'" + name + "' is a parameter and the index of a repetition", "rename one of them");
        } else if (entry.value().isNothing()) {
            problems.report(key, "parameter '" + name + "' has no default", "for example: " + name + ": 5ms");
        } else if (!Matrix.mentions(root, "${" + name + "}")) {
            problems.report(
                    key, "parameter '" + name + "' is used nowhere", "write ${" + name + "} where its value belongs");
        }
        values.put(name, valueOf(entry));
    }

    private Node valueOf(Node.Entry entry) {
        String set = settings.get(entry.key().text());
        if (set == null) {
            return entry.value();
        }
        if (!(entry.value() instanceof Node.Scalar standard)) {
            problems.report(
                    entry.key(),
                    "parameter '" + entry.key().text() + "' is " + entry.value().kind()
                            + ", and a single value is set: '" + set + "'",
                    "");
            return entry.value();
        }
        return new Node.Scalar(standard.position(), standard.width(), set, standard.quoted());
    }

    private void reportUnknown(String name, Node.Mapping root) {
        String closest = Suggestion.hint(name, values.keySet(), "parameters of this scenario");
        problems.report(
                root,
                "parameter '" + name + "' is set, and the scenario has no such parameter",
                closest.isEmpty() ? "the scenario has no parameters" : closest);
    }
}
