package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A mapping whose keys are chosen by the author, such as host names, and whose values are all of one type.
 *
 * @param <K> what a key is
 * @param <V> what a value is
 * @param <T> what a key with its value is in the model
 */
final class TableType<K, V, T> implements ValueType<ImmutableList<T>> {
    private final ScalarType<K> keyType;
    private final ValueType<V> valueType;
    private final Row<K, V, T> row;

    /**
     * Makes a model object out of a key and its value.
     *
     * @param <K> what a key is
     * @param <V> what a value is
     * @param <T> the model object
     */
    @FunctionalInterface
    interface Row<K, V, T> {
        /** Returns the model object, or nothing when the value has been reported as wrong. */
        Optional<T> make(K key, V value, Node.Scalar keyNode);
    }

    TableType(ScalarType<K> keyType, ValueType<V> valueType, Row<K, V, T> row) {
        this.keyType = keyType;
        this.valueType = valueType;
        this.row = row;
    }

    @Override
    public Optional<ImmutableList<T>> read(Node node, Problems problems) {
        if (!(node instanceof Node.Mapping mapping)) {
            reportMismatch(node, problems);
            return Optional.empty();
        }
        ImmutableList.Builder<T> rows = ImmutableList.builder();
        for (Node.Entry entry : mapping.entries()) {
            if (!entry.isNote()) {
                Optional<K> key = keyType.read(entry.key(), problems);
                Optional<V> value = valueType.read(entry.value(), problems);
                if (key.isPresent() && value.isPresent()) {
                    row.make(key.get(), value.get(), entry.key()).ifPresent(rows::add);
                }
            }
        }
        return Optional.of(rows.build());
    }

    @Override
    public String label() {
        return "a mapping from " + keyType.label() + " to " + valueType.label();
    }

    @Override
    public ImmutableList<String> words() {
        return valueType.words();
    }

    @Override
    public ImmutableMap<String, Object> schema(Definitions definitions) {
        ImmutableMap<String, Object> key =
                Json.object("anyOf", ImmutableList.of(keyType.schema(definitions), Json.object("pattern", "^x-")));
        return ImmutableMap.of(
                "type", ImmutableList.of("object", "string"),
                "pattern", ScalarTypes.VARIABLE_PATTERN,
                "propertyNames", key,
                "patternProperties", Json.object("^x-", true),
                "additionalProperties", valueType.schema(definitions));
    }

    @Override
    public void visitElements(Consumer<ElementType<?>> visitor) {
        valueType.visitElements(visitor);
    }
}
