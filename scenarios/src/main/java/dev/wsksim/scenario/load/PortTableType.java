package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A mapping whose keys are a protocol and a port, such as {@code tcp 445}, and whose values are written as the protocol
 * asks for.
 *
 * @param <T> what a key with its value is in the model
 */
final class PortTableType<T> implements ValueType<ImmutableList<T>> {
    private static final int MAX_PORT = 0xFFFF;

    private final ImmutableMap<String, Service<?, T>> services;

    /**
     * How the behaviour on a port of one protocol is written.
     *
     * @param <V> what the value is
     * @param <T> what port and value are in the model
     * @param type how the value is written
     * @param row makes the model object
     */
    record Service<V, T>(ValueType<V> type, Row<V, T> row) {
        Optional<T> read(int port, Node.Entry entry, Problems problems) {
            return type.read(entry.value(), problems).map(value -> row.make(port, value, entry.key()));
        }
    }

    /**
     * Makes a model object out of a port and its value.
     *
     * @param <V> what the value is
     * @param <T> the model object
     */
    @FunctionalInterface
    interface Row<V, T> {
        /** Returns the model object. */
        T make(int port, V value, Node.Scalar key);
    }

    /** Makes the type with what there is for each protocol, by the word for it. */
    PortTableType(ImmutableMap<String, Service<?, T>> services) {
        this.services = services;
    }

    @Override
    public Optional<ImmutableList<T>> read(Node node, Problems problems) {
        if (!(node instanceof Node.Mapping mapping)) {
            reportMismatch(node, problems);
            return Optional.empty();
        }
        ImmutableList.Builder<T> rows = ImmutableList.builder();
        Set<String> taken = new LinkedHashSet<>();
        for (Node.Entry entry : mapping.entries()) {
            if (!entry.isNote()) {
                readEntry(entry, taken, problems).ifPresent(rows::add);
            }
        }
        return Optional.of(rows.build());
    }

    private Optional<T> readEntry(Node.Entry entry, Set<String> taken, Problems problems) {
        String key = entry.key().text();
        int space = Math.max(0, key.indexOf(' '));
        Service<?, T> service = services.get(key.substring(0, space));
        long port = ScalarTypes.parseNumber(key.substring(Math.min(space + 1, key.length())))
                .orElse(-1L);
        if (service == null || port < 1 || port > MAX_PORT) {
            String known = String.join(", ", services.keySet());
            problems.report(
                    entry.key(),
                    "expected " + keyLabel() + ", found " + entry.key().kind(),
                    "protocols: " + known + "; ports go from 1 to 65535");
            return Optional.empty();
        }
        // "tcp 0445" is "tcp 445".
        if (!taken.add(key.substring(0, space + 1) + port)) {
            problems.report(entry.key(), "this port is given twice", "write everything about a port once");
            return Optional.empty();
        }
        return service.read((int) port, entry, problems);
    }

    private String keyLabel() {
        return "a protocol and a port, written as "
                + services.keySet().stream().map(word -> word + " 445").collect(Collectors.joining(" or "));
    }

    @Override
    public String label() {
        return "a mapping from " + keyLabel() + " to "
                + services.values().stream()
                        .map(service -> service.type().label())
                        .collect(Collectors.joining(" or "));
    }

    @Override
    public ImmutableList<String> words() {
        return services.values().stream()
                .flatMap(service -> service.type().words().stream())
                .collect(ImmutableList.toImmutableList());
    }

    @Override
    public ImmutableMap<String, Object> schema(Definitions definitions) {
        ImmutableMap.Builder<String, Object> patterns = ImmutableMap.builder();
        patterns.put("^x-", true);
        services.forEach((word, service) -> patterns.put(
                "^" + word + " (?:[0-9]{1,5}$|" + ScalarTypes.VARIABLE_PATTERN + ")",
                service.type().schema(definitions)));
        return ImmutableMap.of(
                "type",
                ImmutableList.of("object", "string"),
                "pattern",
                ScalarTypes.VARIABLE_PATTERN,
                "patternProperties",
                patterns.buildOrThrow(),
                "additionalProperties",
                false);
    }

    @Override
    public void visitElements(Consumer<ElementType<?>> visitor) {
        services.values().forEach(service -> service.type().visitElements(visitor));
    }
}
