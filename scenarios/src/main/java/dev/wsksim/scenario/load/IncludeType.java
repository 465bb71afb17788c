package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/** What is included, in the table of fields. It is put in its place by {@link Inclusion} before anything else is read. */
final class IncludeType implements ValueType<Node> {
    private static final String PATTERN = "^(?![/\\\\]|[A-Za-z]:)[^\\\\]*\\.part\\.ya?ml$";

    @Override
    public Optional<Node> read(Node node, Problems problems) {
        return Optional.of(node);
    }

    @Override
    public String label() {
        return "the path of a part such as shared/hosts.part.yaml or a list of such";
    }

    @Override
    public ImmutableMap<String, Object> schema(Definitions definitions) {
        ImmutableMap<String, Object> path = ImmutableMap.of("type", "string", "pattern", PATTERN);
        ImmutableMap<String, Object> list = ImmutableMap.of("type", "array", "items", path, "minItems", 1);
        return Json.object("anyOf", ImmutableList.of(path, list));
    }
}
