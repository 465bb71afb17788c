package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.Collectors;

/** The value of a parameter as the scenario writes it. The runner gives it its type. */
public sealed interface ArgumentValue {
    /** Returns where the value is written. */
    SourcePosition position();

    /**
     * One word or number.
     *
     * @param text the text, without quotes
     * @param quoted whether it was written in quotes, so that "5" and 5 can be told apart
     * @param position where it is written
     */
    record Text(String text, boolean quoted, SourcePosition position) implements ArgumentValue {
        /** Returns the text. */
        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * Several values, such as flags.
     *
     * @param values the values in the order of the file
     * @param position where the list begins
     */
    record Items(ImmutableList<ArgumentValue> values, SourcePosition position) implements ArgumentValue {
        /** Returns the values in brackets. */
        @Override
        public String toString() {
            return values.stream().map(Object::toString).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    /**
     * A structure, such as WSK_EVENT_CALLBACK_CONTROL.
     *
     * @param members its members in the order of the file; no name occurs twice
     * @param position where it begins
     */
    record Fields(ImmutableList<Member> members, SourcePosition position) implements ArgumentValue {
        /** Returns the value of a member, if it is given. */
        public Optional<ArgumentValue> find(String name) {
            return members.stream()
                    .filter(member -> member.name().name().equals(name))
                    .map(Member::value)
                    .findFirst();
        }

        /** Returns the members in braces. */
        @Override
        public String toString() {
            return members.stream()
                    .map(member -> member.name() + ": " + member.value())
                    .collect(Collectors.joining(", ", "{ ", " }"));
        }
    }

    /**
     * A member of a structure.
     *
     * @param name its name, and where it is written
     * @param value its value
     */
    record Member(Reference name, ArgumentValue value) {}

    /**
     * The NULL pointer.
     *
     * @param position where it is written
     */
    record Null(SourcePosition position) implements ArgumentValue {
        /** Returns {@code NULL}. */
        @Override
        public String toString() {
            return "NULL";
        }
    }
}
