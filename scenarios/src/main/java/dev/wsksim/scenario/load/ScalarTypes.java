package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.engine.Ratio;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.model.WordEnum;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The types of single values that are not tied to one part of the language. */
final class ScalarTypes {
    /** What JSON Schema sees of a value that a matrix variable stands for. */
    static final String VARIABLE_PATTERN = "\\$\\{";

    /** The schema of a value that a matrix variable stands for. */
    static final ImmutableMap<String, Object> VARIABLE_SCHEMA =
            ImmutableMap.of("type", "string", "pattern", VARIABLE_PATTERN);

    /** How authors may name their hosts, calls, sockets and the like. */
    static final String NAME_PATTERN = "[A-Za-z][A-Za-z0-9_.-]*";

    private static final Pattern NAME_FORM = Pattern.compile(NAME_PATTERN);

    /** Any text that is not empty. */
    static final ScalarType<String> TEXT = ScalarType.loose("a text", "[\\s\\S]+", ScalarTypes::text);

    /** A text with its place. */
    static final ScalarType<Reference> PLACED_TEXT =
            ScalarType.loose("a text", "[\\s\\S]+", scalar -> new Reference(text(scalar), scalar.position()));

    /** The name of something that the scenario defines. */
    static final ScalarType<Reference> NAME = name("a name");

    /** A probability. */
    static final ScalarType<Ratio> RATIO = ScalarType.matching(
            "a probability such as 1% or 1/100", "[0-9]+(\\.[0-9]+)?%|[0-9]+/[0-9]+", ScalarTypes::ratio);

    /** True or false. */
    static final ScalarType<Boolean> TRUE_OR_FALSE =
            ScalarType.words("TRUE or FALSE", ImmutableList.of(true, false, "TRUE", "FALSE"), ScalarTypes::trueOrFalse);

    private ScalarTypes() {}

    /** Returns the type of whole numbers within bounds. */
    static ScalarType<Integer> integer(String label, int least, int most) {
        return ScalarType.number(label, least, most, scalar -> (int) number(scalar, label, least, most));
    }

    /** Returns the type of large whole numbers from a bound on. */
    static ScalarType<Long> longInteger(String label, long least) {
        return ScalarType.number(label, least, Long.MAX_VALUE, scalar -> number(scalar, label, least, Long.MAX_VALUE));
    }

    /** Returns the type of names with another label. */
    static ScalarType<Reference> name(String label) {
        return ScalarType.matching(label, NAME_PATTERN, scalar -> {
            if (!NAME_FORM.matcher(scalar.text()).matches()) {
                throw mismatch(scalar, label, "a name begins with a letter; letters, digits, '_', '.' and '-' follow");
            }
            return new Reference(scalar.text(), scalar.position());
        });
    }

    /** Returns the type of the words of an enumeration. */
    static <E extends WordEnum> ScalarType<E> word(String label, E[] values) {
        ImmutableList<String> words =
                Arrays.stream(values).map(WordEnum::word).collect(ImmutableList.toImmutableList());
        return ScalarType.words(label, words, scalar -> {
            int index = words.indexOf(scalar.text());
            if (index < 0) {
                throw mismatch(scalar, label, Suggestion.hint(scalar.text(), words, "one of"));
            }
            return values[index];
        });
    }

    /** Returns the exception for a text that is not what its key expects. */
    static BadTextException mismatch(Node.Scalar scalar, String label, String hint) {
        return new BadTextException("expected " + label + ", found " + scalar.kind(), hint);
    }

    /** Returns the place of a part of a scalar that is written in one line. */
    static SourcePosition within(Node.Scalar scalar, int index) {
        SourcePosition start = scalar.position();
        int skipped = scalar.text().codePointCount(0, index) + (scalar.quoted() ? 1 : 0);
        return new SourcePosition(start.file(), start.line(), start.column() + skipped);
    }

    /** Reads a whole number, decimal or hexadecimal. */
    static Optional<Long> parseNumber(String text) {
        boolean hexadecimal = text.startsWith("0x");
        String digits = hexadecimal ? text.substring(2) : text;
        String allowed = hexadecimal ? "[0-9a-fA-F]{1,15}" : "[0-9]{1,18}";
        return digits.matches(allowed) ? Optional.of(Long.parseLong(digits, hexadecimal ? 16 : 10)) : Optional.empty();
    }

    private static long number(Node.Scalar scalar, String label, long least, long most) throws BadTextException {
        Optional<Long> number = parseNumber(scalar.text()).filter(value -> value >= least && value <= most);
        String range = most == Long.MAX_VALUE ? "at least " + least : "from " + least + " to " + most;
        return number.orElseThrow(() -> mismatch(scalar, label, "write a whole number, " + range));
    }

    private static String text(Node.Scalar scalar) throws BadTextException {
        if (scalar.text().isBlank()) {
            throw new BadTextException("expected a text, found an empty one", "");
        }
        return scalar.text().strip();
    }

    private static Ratio ratio(Node.Scalar scalar) throws BadTextException {
        return Ratio.parse(scalar.text())
                .orElseThrow(() -> mismatch(
                        scalar,
                        "a probability",
                        "write 1%, 0.5% or 1/100, from 0% to 100%; fractions without a sign are not taken"));
    }

    private static boolean trueOrFalse(Node.Scalar scalar) throws BadTextException {
        return switch (scalar.text()) {
            case "true", "TRUE" -> true;
            case "false", "FALSE" -> false;
            default -> throw mismatch(scalar, "TRUE or FALSE", "");
        };
    }
}
