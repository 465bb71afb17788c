package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/** The parameters in the table of fields. They are judged and put in their places by {@link Parameters} before anything else is read. */
final class ParametersType implements ValueType<Node> {
    @Override
    public Optional<Node> read(Node node, Problems problems) {
        return Optional.of(node);
    }

    @Override
    public String label() {
        return "a mapping from parameters to their defaults";
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
