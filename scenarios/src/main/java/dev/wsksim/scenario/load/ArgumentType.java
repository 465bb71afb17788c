package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.scenario.model.ArgumentValue;
import java.util.Optional;

/** The value of a parameter: a word or number, a list of such, or NULL. The runner gives it its C type. */
final class ArgumentType implements ValueType<ArgumentValue> {
    /** The only one of its kind. */
    static final ArgumentType ARGUMENT = new ArgumentType();

    private static final ImmutableList<String> NULLS = ImmutableList.of("NULL", "null", "Null", "~");

    private ArgumentType() {}

    @Override
    public Optional<ArgumentValue> read(Node node, Problems problems) {
        if (node instanceof Node.Sequence list) {
            ImmutableList.Builder<ArgumentValue> items = ImmutableList.builder();
            list.items().forEach(item -> read(item, problems).ifPresent(items::add));
            return Optional.of(new ArgumentValue.Items(items.build(), list.position()));
        }
        if (!(node instanceof Node.Scalar scalar) || scalar.isNothing()) {
            problems.report(node, "expected " + label() + ", found " + node.kind(), "the NULL pointer is written NULL");
            return Optional.empty();
        }
        boolean pointer = !scalar.quoted() && NULLS.contains(scalar.text());
        return Optional.of(
                pointer
                        ? new ArgumentValue.Null(scalar.position())
                        : new ArgumentValue.Text(scalar.text(), scalar.quoted(), scalar.position()));
    }

    @Override
    public String label() {
        return "a word, a number, a list of such, or NULL";
    }

    @Override
    public ImmutableMap<String, Object> schema(Definitions definitions) {
        return definitions.reference("argument", () -> {
            ImmutableList<String> single = ImmutableList.of("string", "number", "boolean", "null");
            ImmutableMap<String, Object> list =
                    ImmutableMap.of("type", "array", "items", Json.object("$ref", "#/$defs/argument"));
            return Json.object("anyOf", ImmutableList.of(Json.object("type", single), list));
        });
    }
}
