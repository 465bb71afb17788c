package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableList;
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
