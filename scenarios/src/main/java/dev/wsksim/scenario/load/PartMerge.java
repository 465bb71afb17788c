package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Puts the definitions of several files together. Tables of names become one table, lists of decisions and faults one list,
 * everything else is given once; what two files give is a problem, which shows both places.
 */
final class PartMerge {
    /** How many levels of names are put together below a key; below them, and below other keys, a value is whole. */
    private static final ImmutableMap<String, Integer> LEVELS = ImmutableMap.<String, Integer>builder()
            .put(Parameters.KEY, 1)
            .put(Matrix.KEY, 1)
            .put("hosts", 1)
            .put("links", 1)
            .put("segments", 2)
            .put("peers", 2)
            .put("connections", 1)
            .put("dns", 2)
            .put("driver", 2)
            .put("verifier", 1)
            .put("limits", 1)
            .buildOrThrow();

    private static final ImmutableSet<String> LISTS = ImmutableSet.of("decisions", "faults");

    private final Problems problems;
    private final Map<String, Node.Entry> entries = new LinkedHashMap<>();

    PartMerge(Problems problems) {
        this.problems = problems;
    }

    /** Adds what the next file says at its top level. */
    void add(Node.Mapping file) {
        for (Node.Entry entry : file.entries()) {
            String key = entry.key().text();
            Node.Entry first = entries.get(key);
            entries.put(key, first == null ? entry : merged(first, entry, LEVELS.getOrDefault(key, 0)));
        }
    }

    /** Returns all that was added, at the place of a file. */
    Node.Mapping at(Node.Mapping file) {
        return new Node.Mapping(file.position(), file.width(), file.size(), ImmutableList.copyOf(entries.values()));
    }

    private Node.Entry merged(Node.Entry first, Node.Entry second, int levels) {
        if (levels > 0 && first.value() instanceof Node.Mapping one && second.value() instanceof Node.Mapping other) {
            return new Node.Entry(second.key(), merged(one, other, levels - 1));
        }
        if (LISTS.contains(second.key().text())
                && first.value() instanceof Node.Sequence one
                && second.value() instanceof Node.Sequence other) {
            ImmutableList<Node> items = ImmutableList.<Node>builder()
                    .addAll(one.items())
                    .addAll(other.items())
                    .build();
            return new Node.Entry(
                    second.key(), new Node.Sequence(other.position(), other.width(), one.size() + other.size(), items));
        }
        if (!second.isNote()) {
            String where = "it is first given at " + first.key().position();
            problems.report(second.key(), "'" + second.key().abridged() + "' is given in two files", where);
        }
        return first;
    }

    private Node.Mapping merged(Node.Mapping one, Node.Mapping other, int levels) {
        Map<String, Node.Entry> all = new LinkedHashMap<>();
        one.entries().forEach(entry -> all.put(entry.key().text(), entry));
        for (Node.Entry entry : other.entries()) {
            Node.Entry first = all.get(entry.key().text());
            all.put(entry.key().text(), first == null ? entry : merged(first, entry, levels));
        }
        return new Node.Mapping(
                other.position(), other.width(), one.size() + other.size(), ImmutableList.copyOf(all.values()));
    }
}
