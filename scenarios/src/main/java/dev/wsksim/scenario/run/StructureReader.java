package dev.wsksim.scenario.run;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.model.ArgumentValue;
import java.util.Optional;

/**
 * Reads a structure that a step writes out, such as {@code { NpiId: NPI_WSK_INTERFACE_ID, EventMask: WSK_EVENT_RECEIVE
 * }}, member by member.
 */
final class StructureReader {

    private final String structure;
    private final ArgumentValue.Fields fields;
    private final ArgumentReader arguments;

    StructureReader(String structure, ArgumentValue.Fields fields, ArgumentReader arguments) {
        this.structure = structure;
        this.fields = fields;
        this.arguments = arguments;
    }

    /** Refuses members that the structure does not have: what nobody reads would be accepted and ignored. */
    StructureReader allow(String... names) throws ArgumentProblemException {
        ImmutableList<String> known = ImmutableList.copyOf(names);
        for (ArgumentValue.Member member : fields.members()) {
            if (!known.contains(member.name().name())) {
                throw new ArgumentProblemException(
                        member.name().position(),
                        structure + " has no member '" + member.name() + "'",
                        "its members are " + Joiner.on(", ").join(known));
            }
        }
        return this;
    }

    /** Returns what the structure gives for a member, in whatever form. */
    Optional<ArgumentValue> value(String member) {
        return fields.find(member);
    }

    /** Returns a number, a constant, or constants that are combined with OR. */
    long number(String member, long otherwise) throws ArgumentProblemException {
        Optional<ArgumentValue> value = fields.find(member);
        return value.isEmpty() ? otherwise : arguments.number(structure + "." + member, value.get());
    }

    /** Returns a word; a member that is not given or NULL is the other one. */
    String word(String member, String otherwise) throws ArgumentProblemException {
        Optional<ArgumentValue> value = fields.find(member);
        if (value.isEmpty() || value.get() instanceof ArgumentValue.Null) {
            return otherwise;
        }
        if (value.get() instanceof ArgumentValue.Text text) {
            return text.text();
        }
        throw new ArgumentProblemException(
                value.get().position(), structure + "." + member + " is one word", "not " + value.get());
    }

    ArgumentValue.Fields fields() {
        return fields;
    }
}
