package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/**
 * A value that is written as one word, number or text.
 *
 * @param <T> what it is in the model
 */
final class ScalarType<T> implements ValueType<T> {
    private final String label;
    private final ImmutableMap<String, Object> schema;
    private final Parser<T> parser;
    private final ImmutableList<String> words;

    private ScalarType(String label, ImmutableMap<String, Object> schema, Parser<T> parser) {
        this(label, schema, parser, ImmutableList.of());
    }

    private ScalarType(
            String label, ImmutableMap<String, Object> schema, Parser<T> parser, ImmutableList<String> words) {
        this.words = words;
        this.label = label;
        this.schema = schema;
        this.parser = parser;
    }

    /**
     * Makes a value out of a text.
     *
     * @param <T> the value
     */
    @FunctionalInterface
    interface Parser<T> {
        /** Returns the value of a scalar, or throws what is wrong with it. */
        T parse(Node.Scalar scalar) throws BadTextException;
    }

    /**
     * Returns a type whose texts, numbers included, match a regular expression that Java and JSON Schema read alike.
     */
    static <T> ScalarType<T> matching(String label, String pattern, Parser<T> parser) {
        ImmutableMap<String, Object> schema = ImmutableMap.of("type", "string", "pattern", orVariable(pattern));
        return new ScalarType<>(label, schema, parser);
    }

    /** Returns a type whose texts YAML may take for a number, a boolean or null; JSON Schema cannot judge those. */
    static <T> ScalarType<T> loose(String label, String pattern, Parser<T> parser) {
        ImmutableList<String> types = ImmutableList.of("string", "number", "boolean", "null");
        ImmutableMap<String, Object> schema = ImmutableMap.of("type", types, "pattern", orVariable(pattern));
        return new ScalarType<>(label, schema, parser);
    }

    /** Returns a type of whole numbers. */
    static <T> ScalarType<T> number(String label, long least, long most, Parser<T> parser) {
        ImmutableMap<String, Object> integer = ImmutableMap.of("type", "integer", "minimum", least, "maximum", most);
        ImmutableMap<String, Object> text =
                ImmutableMap.of("type", "string", "pattern", orVariable("[0-9]+|0x[0-9a-fA-F]+"));
        return new ScalarType<>(label, Json.object("anyOf", ImmutableList.of(integer, text)), parser);
    }

    /** Returns a type of fixed words. */
    static <T> ScalarType<T> words(String label, ImmutableList<?> words, Parser<T> parser) {
        ImmutableMap<String, Object> word = Json.object("enum", words);
        ImmutableList<Object> forms = ImmutableList.of(word, ScalarTypes.VARIABLE_SCHEMA);
        ImmutableList<String> texts =
                words.stream().map(String::valueOf).distinct().collect(ImmutableList.toImmutableList());
        return new ScalarType<>(label, Json.object("anyOf", forms), parser, texts);
    }

    /** Returns this type with the words that readers are told of, beside the numbers that it takes. */
    ScalarType<T> naming(Iterable<String> known) {
        return new ScalarType<>(label, schema, parser, ImmutableList.copyOf(known));
    }

    private static String orVariable(String pattern) {
        return "^(?:" + pattern + ")$|" + ScalarTypes.VARIABLE_PATTERN;
    }

    @Override
    public Optional<T> read(Node node, Problems problems) {
        if (!(node instanceof Node.Scalar scalar) || scalar.isNothing()) {
            reportMismatch(node, problems);
            return Optional.empty();
        }
        try {
            return Optional.of(parser.parse(scalar));
        } catch (BadTextException e) {
            report(scalar, e, problems);
            return Optional.empty();
        }
    }

    /**
     * Points into the text where that is possible: a text of several lines, or of a variable, is not where it is used.
     */
    private static void report(Node.Scalar scalar, BadTextException wrong, Problems problems) {
        int length = scalar.text().length() + (scalar.quoted() ? 2 : 0);
        boolean asWritten = wrong.offset() >= 0 && length == scalar.width();
        if (asWritten) {
            int offset = Math.min(wrong.offset(), scalar.text().length());
            problems.report(ScalarTypes.within(scalar, offset), 1, wrong.problem(), wrong.hint());
        } else {
            problems.report(scalar, wrong.problem(), wrong.hint());
        }
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public ImmutableList<String> words() {
        return words;
    }

    @Override
    public ImmutableMap<String, Object> schema(Definitions definitions) {
        return schema;
    }
}
