package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/**
 * Parameters, or values of an inclusion, in the table of fields. They are judged and put in their places by {@link Parameters} and
 * {@link InclusionValues} before anything else is read.
 */
final class ParametersType implements ValueType<Node> {
    private final String label;

    ParametersType(String label) {
        this.label = label;
    }

    @Override
    public Optional<Node> read(Node node, Problems problems) {
        return Optional.of(node);
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public ImmutableMap<String, Object> schema(Definitions definitions) {
        return ImmutableMap.of(
                "type",
                "object",
                "propertyNames",
                ImmutableMap.of("pattern", "^(?:x-.*|" + ScalarTypes.NAME_PATTERN + ")$"));
    }
}
