package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What an inclusion of steps says besides the part: {@code with: { name: a }} puts {@code a} in the places of {@code ${name}} in
 * the steps of the part, so that they can be included several times.
 */
final class InclusionValues {
    /** The key of the values. */
    static final String KEY = "with";

    private static final ImmutableSet<String> KEYS = ImmutableSet.of(Inclusion.KEY, KEY);

    private final Problems problems;
    private long growth;
    private final Map<String, Node.Entry> values = new LinkedHashMap<>();
    private final Set<String> used = new LinkedHashSet<>();

    private InclusionValues(Problems problems, long growth) {
        this.problems = problems;
        this.growth = growth;
    }

    /**
     * Reads an inclusion but for its parts, and reports what it cannot have.
     *
     * @param growth how much the values of the inclusions before it have made of the scenario
     */
    static InclusionValues of(Node.Mapping step, long growth, Problems problems) {
        InclusionValues values = new InclusionValues(problems, growth);
        for (Node.Entry entry : step.entries()) {
            if (!entry.isNote() && !KEYS.contains(entry.key().text())) {
                String message = "unknown key '" + entry.key().abridged() + "' in an inclusion";
                problems.report(
                        entry.key(), message, Suggestion.hint(entry.key().text(), KEYS, "keys of an inclusion"));
            }
        }
        step.find(KEY).ifPresent(values::read);
        return values;
    }

    private void read(Node node) {
        if (!(node instanceof Node.Mapping mapping) || mapping.entries().isEmpty()) {
            problems.report(
                    node,
                    "expected a mapping from variables of the part to values, found " + node.kind(),
                    "for example: with: { socket: a }");
            return;
        }
        for (Node.Entry entry : mapping.entries()) {
            Node.Scalar key = entry.key();
            if (entry.isNote()) {
                continue;
            }
            if (key.text().matches(ScalarTypes.NAME_PATTERN)) {
                values.put(key.text(), entry);
            } else {
                problems.report(key, "expected the name of a variable, found " + key.kind(), "");
            }
        }
    }

    /** Returns the steps of a part with the values in their places; other variables are left to others. */
    Node.Sequence in(Node.Sequence steps) {
        if (values.isEmpty()) {
            return steps;
        }
        ImmutableMap.Builder<String, Node> known = ImmutableMap.builder();
        values.forEach((name, entry) -> {
            known.put(name, entry.value());
            if (Matrix.mentions(steps, "${" + name + "}")) {
                used.add(name);
            }
        });
        TreeSubstitution substitution =
                TreeSubstitution.ofSome(known.buildOrThrow(), problems).withGrowth(growth);
        Node.Sequence replaced = (Node.Sequence) substitution.apply((Node) steps);
        growth = substitution.growth();
        return replaced;
    }

    /** Returns how much the values have made of the scenario by now. */
    long growth() {
        return growth;
    }

    /** Reports the values that no part has used. */
    void requireUse() {
        values.forEach((name, entry) -> {
            if (!used.contains(name)) {
                problems.report(
                        entry.key(),
                        "'" + name + "' is used nowhere in the part",
                        "write ${" + name + "} where its value belongs, or remove it");
            }
        });
    }
}
