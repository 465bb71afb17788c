package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One cell of a scenario's matrix.
 *
 * @param values the matrix variables and the value that each has here, in the order of the file; empty without a matrix
 */
public record Variant(ImmutableMap<String, String> values) {
    /** The only variant of a scenario without a matrix. */
    public static final Variant NONE = new Variant(ImmutableMap.of());

    /**
     * Returns the values as they follow the scenario's name, {@code [family=ipv6, loss=1%]}; empty without a matrix.
     */
    public String label() {
        return values.isEmpty()
                ? ""
                : values.entrySet().stream().map(Variant::pair).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String pair(Map.Entry<String, String> entry) {
        return entry.getKey() + "=" + entry.getValue();
    }
}
