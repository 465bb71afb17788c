package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.model.SourcePosition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The values of one element's fields, as read from a mapping. */
final class Bound {
    private final Node.Mapping mapping;
    private final Problems problems;
    private final Map<String, Object> values = new LinkedHashMap<>();

    Bound(Node.Mapping mapping, Problems problems) {
        this.mapping = mapping;
        this.problems = problems;
    }

    <T> void put(Field<T> field, T value) {
        values.put(field.name(), value);
    }

    /** Returns the value of a field; empty when it is not there or is wrong. */
    @SuppressWarnings("unchecked") // put() keeps fields and values of one type together
    <T> Optional<T> find(Field<T> field) {
        return Optional.ofNullable((T) values.get(field.name()));
    }

    /** Returns the value of a field, or the value that holds without it. */
    <T> T get(Field<T> field, T byDefault) {
        return find(field).orElse(byDefault);
    }

    /** Returns the value of a required field. */
    <T> T get(Field<T> field) {
        return find(field).orElseThrow(() -> new NoSuchElementException(field.name()));
    }

    /** Tells whether the key is there, be its value right or wrong. */
    boolean isWritten(Field<?> field) {
        return mapping.find(field.name()).isPresent();
    }

    /** Tells whether there are keys that none of these fields has, which have been reported. */
    boolean hasOtherKeysThan(ImmutableList<Field<?>> fields) {
        return mapping.entries().stream()
                .filter(entry -> !entry.isNote())
                .anyMatch(entry -> fields.stream()
                        .noneMatch(field -> field.name().equals(entry.key().text())));
    }

    /** Returns where the element begins. */
    SourcePosition position() {
        return mapping.position();
    }

    /** Returns where the value of a field begins; the element's place when the key is not there. */
    SourcePosition position(Field<?> field) {
        return mapping.find(field.name()).map(Node::position).orElse(mapping.position());
    }

    /** Returns where problems of this element are reported. */
    Problems problems() {
        return problems;
    }

    /** Returns the node behind a key. */
    Optional<Node> node(Field<?> field) {
        return mapping.find(field.name());
    }

    /** Reports a problem with the whole element. */
    void report(String message, String hint) {
        problems.report(mapping, message, hint);
    }

    /** Reports a problem with a key. */
    void report(Field<?> field, String message, String hint) {
        Node where = mapping.entries().stream()
                .filter(entry -> entry.key().text().equals(field.name()))
                .<Node>map(Node.Entry::key)
                .findFirst()
                .orElse(mapping);
        problems.report(where, message, hint);
    }

    /** Reports every one of these keys that is there besides an earlier one of them. */
    void atMostOneOf(Field<?>... alternatives) {
        Optional<Field<?>> first = Optional.empty();
        for (Field<?> field : alternatives) {
            if (isWritten(field) && first.isPresent()) {
                String names = "'" + first.get().name() + "' and '" + field.name() + "'";
                report(field, names + " exclude each other", "keep one of them");
            } else if (isWritten(field)) {
                first = Optional.of(field);
            }
        }
    }
}
