package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableSet;

/**
 * All words in a file that may define a name. When a part of a file is wrong, what it defines is missing from the
 * model; this keeps the mention of it elsewhere from being reported as a second problem.
 *
 * @param names the words
 */
record NameScan(ImmutableSet<String> names) {
    /** No words: everything that the file defines is in the model. */
    static final NameScan NOTHING = new NameScan(ImmutableSet.of());

    private static final ImmutableSet<String> DEFINING_KEYS = ImmutableSet.of(
            "id",
            "socket",
            "name",
            "OutputBuffer",
            "Result",
            "AcceptSocket",
            "DataIndication",
            "InspectID",
            "KeInitializeEvent");

    /** Returns the keys of all mappings and the values of the keys that define names. */
    static NameScan of(Node root) {
        ImmutableSet.Builder<String> names = ImmutableSet.builder();
        collect(root, names);
        return new NameScan(names.build());
    }

    private static void collect(Node node, ImmutableSet.Builder<String> names) {
        if (node instanceof Node.Sequence list) {
            list.items().forEach(item -> collect(item, names));
        } else if (node instanceof Node.Mapping mapping) {
            for (Node.Entry entry : mapping.entries()) {
                names.add(entry.key().text());
                if (entry.value() instanceof Node.Scalar scalar
                        && DEFINING_KEYS.contains(entry.key().text())) {
                    names.add(scalar.text());
                }
                collect(entry.value(), names);
            }
        }
    }
}
