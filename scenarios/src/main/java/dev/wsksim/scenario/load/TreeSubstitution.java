package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the values of variables (parameters, variables of the matrix, indices of repetitions) in the place of {@code
 * ${name}}, in values but not in keys. Places stay as they were.
 */
final class TreeSubstitution {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^${}]{0,100})\\}");

    /** How many nodes and chars one variant may gain through its variables. */
    static final int MAX_GROWTH = 1_000_000;

    private final ImmutableMap<String, Node> values;
    private final Predicate<String> later;
    private final Problems problems;
    private long growth;

    private TreeSubstitution(ImmutableMap<String, Node> values, Predicate<String> later, Problems problems) {
        this.values = values;
        this.later = later;
        this.problems = problems;
    }

    /** Makes one that knows all variables. */
    TreeSubstitution(ImmutableMap<String, Node> values, Problems problems) {
        this(values, name -> false, problems);
    }

    /** Makes one that leaves the variables with some names to somebody else. */
    static TreeSubstitution before(ImmutableSet<String> later, ImmutableMap<String, Node> values, Problems problems) {
        return new TreeSubstitution(values, later::contains, problems);
    }

    /** Makes one that leaves all other variables to somebody else. */
    static TreeSubstitution ofSome(ImmutableMap<String, Node> values, Problems problems) {
        return new TreeSubstitution(values, name -> true, problems);
    }

    /** Counts what others have gained before, too. */
    TreeSubstitution withGrowth(long before) {
        growth = before;
        return this;
    }

    /** Returns how many nodes and chars were gained. */
    long growth() {
        return growth;
    }

    /**
     * Returns the node with all variables replaced. A value that is a variable and nothing else may become a list or
     * mapping.
     */
    Node apply(Node node) {
        if (node instanceof Node.Mapping mapping) {
            return apply(mapping);
        }
        if (node instanceof Node.Sequence list) {
            ImmutableList<Node> items = list.items().stream().map(this::apply).collect(ImmutableList.toImmutableList());
            return new Node.Sequence(list.position(), list.width(), list.size(), items);
        }
        return node instanceof Node.Scalar scalar && scalar.text().contains("${") ? replace(scalar) : node;
    }

    /** Returns the mapping with all variables in its values replaced. */
    Node.Mapping apply(Node.Mapping mapping) {
        ImmutableList<Node.Entry> entries = mapping.entries().stream()
                .map(entry -> entry.isNote() ? entry : new Node.Entry(entry.key(), apply(entry.value())))
                .collect(ImmutableList.toImmutableList());
        return new Node.Mapping(mapping.position(), mapping.width(), mapping.size(), entries);
    }

    private Node replace(Node.Scalar scalar) {
        Matcher variables = VARIABLE.matcher(scalar.text());
        StringBuilder text = new StringBuilder();
        boolean plain = !scalar.quoted();
        while (variables.find()) {
            Node value = values.get(variables.group(1));
            if (value == null && later.test(variables.group(1))) {
                variables.appendReplacement(text, Matcher.quoteReplacement(variables.group()));
                continue;
            }
            if (value == null) {
                String hint = Suggestion.hint(variables.group(1), values.keySet(), "variables here");
                problems.report(
                        scalar,
                        "variable '" + variables.group(1) + "' is not defined",
                        hint.isEmpty() ? "define it in 'parameters' or in 'matrix'" : hint);
                return scalar;
            }
            if (grewTooFar(value, scalar)) {
                return scalar;
            }
            if (variables.group().equals(scalar.text())) {
                return moved(value, scalar);
            }
            if (!(value instanceof Node.Scalar part)) {
                problems.report(
                        scalar,
                        "variable '" + variables.group(1) + "' is " + value.kind() + " and cannot be part of a text",
                        "");
                return scalar;
            }
            variables.appendReplacement(text, Matcher.quoteReplacement(part.text()));
        }
        variables.appendTail(text);
        return new Node.Scalar(scalar.position(), scalar.width(), text.toString(), !plain);
    }

    private boolean grewTooFar(Node value, Node.Scalar use) {
        boolean already = growth > MAX_GROWTH;
        growth += value instanceof Node.Scalar text ? text.text().length() : value.size();
        if (growth > MAX_GROWTH && !already) {
            problems.report(use, "the variables make the file too large", "write shorter values");
        }
        return growth > MAX_GROWTH;
    }

    /** A single value is judged where it is used; a list or mapping keeps the places of its parts. */
    private static Node moved(Node value, Node.Scalar use) {
        // Quotes around "${x}" are only there for YAML; whether the value is text is for the matrix to say.
        return value instanceof Node.Scalar scalar
                ? new Node.Scalar(use.position(), use.width(), scalar.text(), scalar.quoted())
                : value;
    }
}
