package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.scenario.model.ArgumentValue;
import dev.wsksim.scenario.model.Reference;
import java.util.Optional;

/** The value of a parameter: a word or number, a list of such, a structure of such, or NULL. The runner gives it its C type. */
final class ArgumentType implements ValueType<ArgumentValue> {
    /** The only one of its kind. */
    static final ArgumentType ARGUMENT = new ArgumentType();

    private static final ImmutableList<String> NULLS = ImmutableList.of("NULL", "null", "Null", "~");

    private static final ScalarType<Reference> MEMBER = ScalarTypes.name("a member of a structure");

    private ArgumentType() {}

    @Override
    public Optional<ArgumentValue> read(Node node, Problems problems) {
        if (node instanceof Node.Sequence list) {
            ImmutableList.Builder<ArgumentValue> items = ImmutableList.builder();
            list.items().forEach(item -> read(item, problems).ifPresent(items::add));
            return Optional.of(new ArgumentValue.Items(items.build(), list.position()));
        }
        if (node instanceof Node.Mapping structure) {
            return Optional.of(readStructure(structure, problems));
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

    /** A member that is wrong has been reported and is left out, so that the others are judged too. */
    private ArgumentValue readStructure(Node.Mapping structure, Problems problems) {
        ImmutableList.Builder<ArgumentValue.Member> members = ImmutableList.builder();
        for (Node.Entry entry : structure.entries()) {
            if (!entry.isNote()) {
                Optional<Reference> name = MEMBER.read(entry.key(), problems);
                Optional<ArgumentValue> value = read(entry.value(), problems);
                if (name.isPresent() && value.isPresent()) {
                    members.add(new ArgumentValue.Member(name.get(), value.get()));
                }
            }
        }
        return new ArgumentValue.Fields(members.build(), structure.position());
    }

    @Override
    public String label() {
        return "a word, a number, a list or a structure of such, or NULL";
    }

    @Override
    public ImmutableMap<String, Object> schema(Definitions definitions) {
        return definitions.reference("argument", () -> {
            ImmutableList<String> single = ImmutableList.of("string", "number", "boolean", "null");
            ImmutableMap<String, Object> list =
                    ImmutableMap.of("type", "array", "items", Json.object("$ref", "#/$defs/argument"));
            ImmutableMap<String, Object> structure =
                    ImmutableMap.of("type", "object", "additionalProperties", Json.object("$ref", "#/$defs/argument"));
            return Json.object("anyOf", ImmutableList.of(Json.object("type", single), list, structure));
        });
    }
}
