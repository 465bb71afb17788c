package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How one kind of value is written in YAML: reads it, names it for people, and describes it in JSON Schema.
 *
 * @param <T> what it is in the model
 */
interface ValueType<T> {
    /** Reads a node, or reports what is wrong with it. */
    Optional<T> read(Node node, Problems problems);

    /** Returns what is expected, with an article: {@code a duration such as 5ms}. */
    String label();

    /**
     * Returns the words that a value, or an element of a list, is one of; or that it knows beside numbers; empty for
     * all others.
     */
    default ImmutableList<String> words() {
        return ImmutableList.of();
    }

    /** Returns the JSON Schema of all nodes that {@link #read} may take. */
    ImmutableMap<String, Object> schema(Definitions definitions);

    /** Shows the elements inside this type to a visitor of the language. */
    default void visitElements(Consumer<ElementType<?>> visitor) {}

    /** Reports that a node is something else than expected. */
    default void reportMismatch(Node node, Problems problems) {
        problems.report(node, "expected " + label() + ", found " + node.kind(), "");
    }
}
