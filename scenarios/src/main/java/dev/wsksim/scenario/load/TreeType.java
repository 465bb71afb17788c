package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/**
 * A piece of YAML that is kept as it is written and judged where it is put to use.
 *
 * @param <N> whether it is a mapping or a list
 */
final class TreeType<N extends Node> implements ValueType<N> {
    /** Keys of a scenario with their values. */
    static final TreeType<Node.Mapping> MAPPING =
            new TreeType<>(Node.Mapping.class, "keys of a scenario with their values", "object");

    /** Steps of a scenario. */
    static final TreeType<Node.Sequence> STEPS = new TreeType<>(Node.Sequence.class, "a list of steps", "array");

    private final Class<N> form;
    private final String label;
    private final String schemaType;

    private TreeType(Class<N> form, String label, String schemaType) {
        this.form = form;
        this.label = label;
        this.schemaType = schemaType;
    }

    @Override
    public Optional<N> read(Node node, Problems problems) {
        if (!form.isInstance(node)) {
            reportMismatch(node, problems);
            return Optional.empty();
        }
        return Optional.of(form.cast(node));
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public ImmutableMap<String, Object> schema(Definitions definitions) {
        return ImmutableMap.of("type", schemaType);
    }
}
