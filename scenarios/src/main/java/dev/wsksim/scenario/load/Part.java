package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * A part of scenarios, in a file of its own: either definitions, or steps.
 *
 * @param definitions what stands beside a scenario's own keys
 * @param steps what stands among its steps; empty when the part has definitions
 */
record Part(Node.Mapping definitions, Optional<Node.Sequence> steps) {
    /** The key that a part begins with. */
    static final String VERSION = "wsksim-part";

    /** The version of the form. */
    static final int FORM = 1;

    private static final String ABOUT = "about";

    /** Returns how many nodes it adds. */
    long size() {
        return steps.map(Node::size).orElse(definitions.size());
    }

    /** Reports a part that somebody took for a scenario, or a scenario that is called like a part. */
    static void reportAsScenario(Node.Mapping root, Problems problems) {
        if (root.find(VERSION).isPresent()) {
            problems.reportFile(
                    "this is a part of scenarios, not a scenario of its own", "name a scenario that includes it");
        } else {
            problems.reportFile(
                    "this is named like a part of scenarios, which are left out of folders",
                    "a part begins with '" + VERSION + ": " + FORM + "'; give a scenario another name");
        }
    }

    /** Reads the keys of a part, and reports those that it cannot have. */
    static Part of(Node.Mapping root, Problems problems) {
        requireVersion(root, problems);
        ImmutableSet<String> known = PartElement.keys();
        ImmutableList.Builder<Node.Entry> definitions = ImmutableList.builder();
        for (Node.Entry entry : root.entries()) {
            String key = entry.key().text();
            if (entry.isNote() || key.equals(VERSION)) {
                continue;
            }
            if (key.equals(ABOUT)) {
                ScalarTypes.TEXT.read(entry.value(), problems);
            } else if (!known.contains(key)) {
                reportUnknown(entry.key(), known, problems);
            } else if (!key.equals(Repetition.STEPS)) {
                definitions.add(entry);
            }
        }
        Node.Mapping rest = new Node.Mapping(root.position(), root.width(), root.size(), definitions.build());
        return new Part(rest, steps(root, rest, problems));
    }

    private static void requireVersion(Node.Mapping root, Problems problems) {
        Optional<Node> version = root.find(VERSION);
        String hint = "a part begins with '" + VERSION + ": " + FORM + "'";
        if (version.isEmpty()) {
            problems.report(root, "key '" + VERSION + "' is missing in a part", hint);
        } else if (!(version.get() instanceof Node.Scalar number)
                || ScalarTypes.parseNumber(number.text()).filter(n -> n == FORM).isEmpty()) {
            String found = version.get().kind();
            problems.report(
                    version.get(), "this program reads version " + FORM + " of parts, the file says " + found, hint);
        }
    }

    private static void reportUnknown(Node.Scalar key, ImmutableSet<String> known, Problems problems) {
        if (PartElement.OF_SCENARIOS.contains(key.text())) {
            problems.report(key, "key '" + key.text() + "' belongs to a scenario, not to a part", "move it there");
        } else {
            String message = "unknown key '" + key.abridged() + "' in a part";
            problems.report(key, message, Suggestion.hint(key.text(), known, "known keys"));
        }
    }

    private static Optional<Node.Sequence> steps(Node.Mapping root, Node.Mapping rest, Problems problems) {
        Optional<Node> steps = root.find(Repetition.STEPS);
        if (steps.isEmpty()) {
            if (rest.entries().isEmpty()) {
                problems.report(root, "this part says nothing", "give it hosts and links, for example, or steps");
            }
            return Optional.empty();
        }
        if (!rest.entries().isEmpty()) {
            problems.report(
                    rest.entries().get(0).key(),
                    "a part has steps or definitions, and this one has both",
                    "make two parts of it");
        }
        if (steps.get() instanceof Node.Sequence list && !list.items().isEmpty()) {
            return Optional.of(list);
        }
        String found = steps.get() instanceof Node.Sequence
                ? "an empty list"
                : steps.get().kind();
        problems.report(steps.get(), "expected a list of steps, found " + found, "");
        return Optional.of(new Node.Sequence(steps.get().position(), steps.get().width(), 1, ImmutableList.of()));
    }
}
