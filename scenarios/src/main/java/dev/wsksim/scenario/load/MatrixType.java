package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/** The matrix in the table of fields. It is judged and taken apart by {@link Matrix} before anything else is read. */
final class MatrixType implements ValueType<Node> {
    @Override
    public Optional<Node> read(Node node, Problems problems) {
        return Optional.of(node);
    }

    @Override
    public String label() {
        return "a mapping from variables to lists of values";
    }

    @Override
    public ImmutableMap<String, Object> schema(Definitions definitions) {
        return ImmutableMap.of(
                "type", "object",
                "propertyNames", ImmutableMap.of("pattern", "^(?:x-.*|" + ScalarTypes.NAME_PATTERN + ")$"),
                "patternProperties", Json.object("^x-", true),
                "additionalProperties", ImmutableMap.of("type", "array", "minItems", 1));
    }
}
