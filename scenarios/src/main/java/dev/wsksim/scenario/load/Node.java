package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.model.SourcePosition;
import java.util.Optional;

/** A piece of YAML with its place. Nodes are immutable; an alias is the node that it stands for. */
sealed interface Node {
    /** Returns where the node begins. */
    SourcePosition position();

    /** Returns how many code points of the first line to underline when something is wrong with the node. */
    int width();

    /** Returns how many nodes this one is when all aliases are written out. */
    long size();

    /** Returns what the node is, with an article, for messages. */
    String kind();

    /** Tells whether nothing was written at all, as behind a key without a value. */
    default boolean isNothing() {
        return false;
    }

    /**
     * A word, a number or a text.
     *
     * @param text the text without quotes
     * @param quoted whether it was written in quotes or as a block
     */
    record Scalar(SourcePosition position, int width, String text, boolean quoted) implements Node {
        @Override
        public long size() {
            return 1;
        }

        @Override
        public boolean isNothing() {
            return !quoted && text.isEmpty();
        }

        @Override
        public String kind() {
            return isNothing() ? "nothing" : "'" + abridged() + "'";
        }

        /** Returns the text, shortened for messages. */
        String abridged() {
            String line = text.lines().findFirst().orElse("");
            boolean whole = line.length() == text.length() && line.length() <= 60;
            return whole ? line : line.substring(0, Math.min(57, line.length())) + "...";
        }
    }

    /**
     * A list.
     *
     * @param items the elements
     */
    record Sequence(SourcePosition position, int width, long size, ImmutableList<Node> items) implements Node {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /**
     * A mapping.
     *
     * @param entries keys and values in the order of the file; no key occurs twice
     */
    record Mapping(SourcePosition position, int width, long size, ImmutableList<Entry> entries) implements Node {
        @Override
        public String kind() {
            return "a mapping";
        }

        /** Returns the value of a key. */
        Optional<Node> find(String key) {
            for (Entry entry : entries) {
                if (entry.key().text().equals(key)) {
                    return Optional.of(entry.value());
                }
            }
            return Optional.empty();
        }
    }

    /**
     * A key with its value.
     *
     * @param key the key
     * @param value the value
     */
    record Entry(Scalar key, Node value) {
        /** Tells whether the key is free for notes and anchors and means nothing. */
        boolean isNote() {
            return key.text().startsWith("x-");
        }
    }
}
