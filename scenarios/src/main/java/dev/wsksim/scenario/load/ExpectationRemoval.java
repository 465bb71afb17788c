package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * Takes out of steps what they expect, so that they can be played in another world: statuses, times and data. Names stay
 * that a completion gives, and with them the demand that the call succeeds.
 */
final class ExpectationRemoval {
    private static final ImmutableSet<String> OF_A_CALL = ImmutableSet.of("returns", "returned", "outputs");

    private ExpectationRemoval() {}

    /** Returns the steps without their expectations. */
    static Node of(Node node) {
        if (node instanceof Node.Sequence list) {
            ImmutableList<Node> items =
                    list.items().stream().map(ExpectationRemoval::of).collect(ImmutableList.toImmutableList());
            return new Node.Sequence(list.position(), list.width(), list.size(), items);
        }
        return node instanceof Node.Mapping mapping ? of(mapping) : node;
    }

    private static Node.Mapping of(Node.Mapping mapping) {
        ImmutableList.Builder<Node.Entry> entries = ImmutableList.builder();
        for (Node.Entry entry : mapping.entries()) {
            String key = entry.key().text();
            if (key.equals("completes")) {
                nameOnly(entry).ifPresent(entries::add);
            } else if (key.equals("again")) {
                entries.add(new Node.Entry(entry.key(), countOnly(entry.value())));
            } else if (!isExpectation(mapping, key)) {
                entries.add(new Node.Entry(entry.key(), of(entry.value())));
            }
        }
        return new Node.Mapping(mapping.position(), mapping.width(), mapping.size(), entries.build());
    }

    private static boolean isExpectation(Node.Mapping mapping, String key) {
        if (mapping.find("call").isPresent()) {
            return OF_A_CALL.contains(key);
        }
        boolean ofACancel = mapping.find("cancel").isPresent() && key.equals("returns");
        boolean ofARead = mapping.find("read-memory").isPresent() && key.equals("data");
        boolean ofAnAwait = mapping.find("await").isPresent()
                && key.equals("within")
                && mapping.find("on-time-out").isEmpty();
        boolean ofAnIrp = key.equals("completion-irql");
        return ofACancel || ofARead || ofAnAwait || ofAnIrp;
    }

    /** A completion without its status and its time still gives a socket its name. */
    private static Optional<Node.Entry> nameOnly(Node.Entry completes) {
        if (!(completes.value() instanceof Node.Mapping mapping)) {
            return Optional.empty();
        }
        ImmutableList<Node.Entry> names = mapping.entries().stream()
                .filter(entry -> entry.key().text().equals("socket"))
                .collect(ImmutableList.toImmutableList());
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(new Node.Entry(
                        completes.key(), new Node.Mapping(mapping.position(), mapping.width(), mapping.size(), names)));
    }

    /** Of a list of calls that are made again, their number is what the driver does, and the rest is expected. */
    private static Node countOnly(Node again) {
        if (!(again instanceof Node.Sequence list)) {
            return again;
        }
        ImmutableList<Node> items = list.items().stream()
                .<Node>map(item -> new Node.Mapping(item.position(), item.width(), 1, ImmutableList.of()))
                .collect(ImmutableList.toImmutableList());
        return new Node.Sequence(list.position(), list.width(), list.size(), items);
    }
}
