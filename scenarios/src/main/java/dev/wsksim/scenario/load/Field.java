package dev.wsksim.scenario.load;

import java.util.Optional;

/**
 * One key of an element: the row of the field table from which the binder, the JSON Schema and the reference are made.
 *
 * @param <T> the value's type in the model
 * @param name the key
 * @param type how the value is written
 * @param required whether the key must be there
 * @param byDefault what holds when the key is left out, as a value or in words; empty when required
 * @param description one sentence for the reference
 * @param example a value, as YAML
 */
record Field<T>(
        String name, ValueType<T> type, boolean required, String byDefault, String description, String example) {
    /** Returns a key that must be there. */
    static <T> Field<T> required(String name, ValueType<T> type, String description, String example) {
        return new Field<>(name, type, true, "", description, example);
    }

    /** Returns a key that may be left out. */
    static <T> Field<T> optional(String name, ValueType<T> type, String byDefault, String description, String example) {
        return new Field<>(name, type, false, byDefault, description, example);
    }

    /** Reads the value of this key from a mapping and keeps it; tells whether the mapping is still usable. */
    boolean readInto(Bound bound, Node.Mapping mapping, Problems problems) {
        Optional<Node> node = mapping.find(name);
        if (node.isEmpty()) {
            return !required;
        }
        Optional<T> value = type.read(node.get(), problems);
        value.ifPresent(read -> bound.put(this, read));
        return value.isPresent() || !required;
    }
}
