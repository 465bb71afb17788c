package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.wsksim.scenario.model.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The variants of a scenario: every combination of the values of its matrix variables.
 *
 * <p>A variable that is called like one of the settings {@code family}, {@code profile} and {@code seed} sets it. Any
 * other variable must be used somewhere, because variants that do not differ would be counted as tests that they are
 * not.
 */
final class Matrix {
    /** The key of the matrix. */
    static final String KEY = "matrix";

    /** How many variables a matrix may have. */
    static final int MAX_VARIABLES = 16;

    /** How many variants a scenario may have. */
    static final int MAX_VARIANTS = 256;

    /** How many nodes all variants together may have. */
    static final long MAX_NODES = 2_000_000;

    private static final ImmutableSet<String> SETTINGS = ImmutableSet.of("family", "profile", "seed");

    private final Node.Mapping root;
    private final Problems problems;
    private final Map<String, ImmutableList<Node>> variables = new LinkedHashMap<>();
    private final Map<String, Node.Scalar> keys = new LinkedHashMap<>();

    private Matrix(Node.Mapping root, Problems problems) {
        this.root = root;
        this.problems = problems;
    }

    /**
     * One variant.
     *
     * @param variant the names and values for people
     * @param values the values
     */
    record Cell(Variant variant, ImmutableMap<String, Node> values) {
        /** Returns the scenario's tree for this variant. */
        Node.Mapping apply(Node.Mapping root, Problems problems) {
            Node.Mapping tree = Repetition.apply(
                    TreeSubstitution.before(Repetition.indices(root), values, problems)
                            .apply(withoutMatrix(root)),
                    problems);
            ImmutableList.Builder<Node.Entry> entries = ImmutableList.builder();
            entries.addAll(tree.entries());
            for (String setting : SETTINGS) {
                Optional<Node> value = Optional.ofNullable(values.get(setting));
                if (value.isPresent() && root.find(setting).isEmpty()) {
                    entries.add(
                            new Node.Entry(new Node.Scalar(value.get().position(), 1, setting, false), value.get()));
                }
            }
            return new Node.Mapping(tree.position(), tree.width(), tree.size(), entries.build());
        }

        private static Node.Mapping withoutMatrix(Node.Mapping root) {
            ImmutableList<Node.Entry> entries = root.entries().stream()
                    .filter(entry -> !entry.key().text().equals(KEY))
                    .collect(ImmutableList.toImmutableList());
            return new Node.Mapping(root.position(), root.width(), root.size(), entries);
        }
    }

    /**
     * Returns the variants of a scenario, one without values when it has no matrix; none when the matrix is of no use.
     */
    static ImmutableList<Cell> cells(Node.Mapping root, Problems problems) {
        Optional<Node> node = root.find(KEY);
        if (node.isEmpty()) {
            return ImmutableList.of(new Cell(Variant.NONE, ImmutableMap.of()));
        }
        if (!(node.get() instanceof Node.Mapping mapping)) {
            String found = "expected a mapping from variables to lists of values, found "
                    + node.get().kind();
            problems.report(node.get(), found, "for example: matrix: { family: [ipv4, ipv6] }");
            return ImmutableList.of();
        }
        return new Matrix(root, problems).read(mapping);
    }

    private ImmutableList<Cell> read(Node.Mapping matrix) {
        int before = problems.count();
        if (matrix.entries().size() > MAX_VARIABLES) {
            problems.report(matrix, "the matrix has too many variables", "at most " + MAX_VARIABLES);
            return ImmutableList.of();
        }
        matrix.entries().stream().filter(entry -> !entry.isNote()).forEach(this::readVariable);
        long cells = 1;
        for (ImmutableList<Node> values : variables.values()) {
            cells = Math.min(cells * values.size(), Integer.MAX_VALUE);
        }
        if (cells > MAX_VARIANTS || cells * root.size() > MAX_NODES) {
            problems.report(
                    matrix,
                    "the matrix makes too many variants",
                    "at most " + MAX_VARIANTS + ", fewer of a large file");
        }
        keys.values().forEach(this::requireUse);
        return problems.count() > before ? ImmutableList.of() : combinations();
    }

    private void readVariable(Node.Entry entry) {
        String name = entry.key().text();
        if (!name.matches(ScalarTypes.NAME_PATTERN)) {
            problems.report(
                    entry.key(),
                    "expected the name of a variable, found " + entry.key().kind(),
                    "");
        } else if (!(entry.value() instanceof Node.Sequence list)
                || list.items().isEmpty()) {
            String hint = "for example: " + name + ": [one, two]";
            String found = entry.value() instanceof Node.Sequence
                    ? "an empty list"
                    : entry.value().kind();
            problems.report(entry.value(), "expected a list of values, found " + found, hint);
        } else {
            refuseTwins(list);
            if (Repetition.indices(root).contains(name)) {
                problems.report(
                        entry.key(),
                        "'" + name + "' is a variable of the matrix and the index of a repetition",
                        "rename one of them");
            }
            variables.put(name, list.items());
            keys.put(name, entry.key());
        }
    }

    private void refuseTwins(Node.Sequence list) {
        Set<String> seen = new LinkedHashSet<>();
        for (Node item : list.items()) {
            if (item instanceof Node.Scalar scalar && !seen.add(scalar.text())) {
                problems.report(item, "value '" + scalar.abridged() + "' is given twice", "");
            }
        }
    }

    private void requireUse(Node.Scalar key) {
        String name = key.text();
        boolean setting = SETTINGS.contains(name);
        boolean used = mentions(root, "${" + name + "}");
        if (setting && root.find(name).isPresent() && !used) {
            problems.report(key, "'" + name + "' is given in the matrix and outside it", "keep one of them");
        } else if (!setting && !used) {
            problems.report(
                    key, "variable '" + name + "' is used nowhere", "write ${" + name + "} where its value belongs");
        }
    }

    /** Tells whether a text occurs in a value below a node. */
    static boolean mentions(Node node, String use) {
        if (node instanceof Node.Scalar scalar) {
            return scalar.text().contains(use);
        }
        if (node instanceof Node.Sequence list) {
            return list.items().stream().anyMatch(item -> mentions(item, use));
        }
        return node instanceof Node.Mapping mapping
                && mapping.entries().stream().anyMatch(entry -> !entry.isNote() && mentions(entry.value(), use));
    }

    private ImmutableList<Cell> combinations() {
        List<ImmutableMap<String, Integer>> chosen = List.of(ImmutableMap.of());
        for (Map.Entry<String, ImmutableList<Node>> variable : variables.entrySet()) {
            List<ImmutableMap<String, Integer>> longer = new ArrayList<>();
            for (ImmutableMap<String, Integer> choice : chosen) {
                for (int index = 0; index < variable.getValue().size(); index++) {
                    longer.add(ImmutableMap.<String, Integer>builder()
                            .putAll(choice)
                            .put(variable.getKey(), index)
                            .buildOrThrow());
                }
            }
            chosen = longer;
        }
        return chosen.stream().map(this::cell).collect(ImmutableList.toImmutableList());
    }

    private Cell cell(ImmutableMap<String, Integer> choice) {
        ImmutableMap.Builder<String, Node> values = ImmutableMap.builder();
        ImmutableMap.Builder<String, String> labels = ImmutableMap.builder();
        variables.forEach((name, options) -> {
            int index = choice.getOrDefault(name, 0);
            values.put(name, options.get(index));
            labels.put(name, label(options.get(index)));
        });
        return new Cell(new Variant(labels.buildOrThrow()), values.buildOrThrow());
    }

    private static String label(Node node) {
        if (node instanceof Node.Scalar scalar) {
            return scalar.abridged();
        }
        String text = node instanceof Node.Sequence list
                ? list.items().stream().map(Matrix::label).collect(Collectors.joining(", ", "[", "]"))
                : ((Node.Mapping) node)
                        .entries().stream()
                                .map(entry -> entry.key().abridged() + ": " + label(entry.value()))
                                .collect(Collectors.joining(", ", "{ ", " }"));
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}
