package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One cell of a scenario's matrix, with the parameters that were set for it.
 *
 * @param cell the matrix variables and the value that each has here, in the order of the file; empty without a matrix
 * @param parameters the parameters that were set, with their values as text; those with their defaults are not among them
 */
public record Variant(ImmutableMap<String, String> cell, ImmutableMap<String, String> parameters) {
    /** The only variant of a scenario without a matrix. */
    public static final Variant NONE = new Variant(ImmutableMap.of());

    /** Makes a cell with all parameters as the scenario has them. */
    public Variant(ImmutableMap<String, String> cell) {
        this(cell, ImmutableMap.of());
    }

    /** Returns this cell with parameters set. */
    public Variant withParameters(ImmutableMap<String, String> newParameters) {
        return newParameters.isEmpty() ? this : new Variant(cell, newParameters);
    }

    /** Returns everything that tells this variant from others of the same file. */
    public ImmutableMap<String, String> values() {
        return parameters.isEmpty()
                ? cell
                : ImmutableMap.<String, String>builder()
                        .putAll(cell)
                        .putAll(parameters)
                        .buildKeepingLast();
    }

    /**
     * Returns the values as they follow the scenario's name, {@code [family=ipv6, loss=1%]}; empty without a matrix.
     */
    public String label() {
        return values().isEmpty()
                ? ""
                : values().entrySet().stream().map(Variant::pair).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String pair(Map.Entry<String, String> entry) {
        return entry.getKey() + "=" + entry.getValue();
    }
}
