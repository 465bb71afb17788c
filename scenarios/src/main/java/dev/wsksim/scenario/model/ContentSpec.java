package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableList;
import com.google.common.io.BaseEncoding;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.peer.Content;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as a parameter has them: a text, hexadecimal digits, or a number of bytes, with or without a pattern.
 *
 * @param exact the bytes; absent where only their number is said
 * @param count how many
 */
public record ContentSpec(Optional<Content> exact, long count) {
    /** The keys of the full form. */
    static final ImmutableList<String> KEYS = ImmutableList.of("text", "hex", "bytes", "pattern", "seed");

    /** No more than an array can have. */
    private static final long MOST = 1L << 30;

    private static final Pattern COUNT = Pattern.compile("([0-9]+) ?(B|KiB|MiB|GiB)?");
    /** What begins like a number, so that nobody knows whether it was meant as one. */
    private static final Pattern LIKE_A_NUMBER = Pattern.compile("[-+]?\\.?[0-9][\\s\\S]*");
    /** No number of so many digits is small enough. */
    private static final int MOST_DIGITS = 12;

    private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{2}( ?[0-9A-Fa-f]{2})*");
    private static final ImmutableList<String> UNITS = ImmutableList.of("B", "KiB", "MiB", "GiB");
    private static final String FORMS = "for example \"hello\", 64KiB, or { bytes: 100, pattern: random, seed: 7 }";

    /**
     * Reads bytes in the short or the full form: a word without quotes that is a number of bytes means that many, one
     * that only begins like a number is a mistake, and any other word means itself.
     */
    public static ContentSpec of(ArgumentValue value) throws ArgumentMistakeException {
        if (value instanceof ArgumentValue.Text text) {
            return ofText(text);
        }
        if (value instanceof ArgumentValue.Fields fields) {
            requireKeys(fields, KEYS, "bytes");
            return ofFields(fields);
        }
        throw new ArgumentMistakeException(value, "these are no bytes: " + value, FORMS);
    }

    private static ContentSpec ofText(ArgumentValue.Text text) throws ArgumentMistakeException {
        if (!text.quoted() && COUNT.matcher(text.text()).matches()) {
            return new ContentSpec(Optional.empty(), count(text));
        }
        if (!text.quoted() && LIKE_A_NUMBER.matcher(text.text()).matches()) {
            throw new ArgumentMistakeException(
                    text,
                    "'" + text.text() + "' begins like a number, and is no number of bytes",
                    "decimal digits with B, KiB, MiB or GiB are a number, such as 64KiB; a text goes in quotes, or as"
                            + " { text: ... }");
        }
        if (text.text().isEmpty()) {
            throw new ArgumentMistakeException(text, "an empty text is no bytes", "write 0 for no bytes");
        }
        return exactly(Content.text(text.text()));
    }

    /** Reads the keys of the full form out of a mapping that may have others. */
    static ContentSpec ofFields(ArgumentValue.Fields fields) throws ArgumentMistakeException {
        ArgumentValue text = member(fields, "text");
        ArgumentValue hex = member(fields, "hex");
        ArgumentValue bytes = member(fields, "bytes");
        ArgumentValue pattern = member(fields, "pattern");
        ArgumentValue seed = member(fields, "seed");
        int forms = (text == null ? 0 : 1) + (hex == null ? 0 : 1) + (bytes == null ? 0 : 1);
        if (forms != 1) {
            throw new ArgumentMistakeException(
                    fields,
                    forms == 0 ? "this says no bytes" : "these bytes are said twice",
                    "one of: text, hex, bytes");
        }
        if (bytes == null && (pattern != null || seed != null)) {
            throw new ArgumentMistakeException(
                    pattern == null ? fields : pattern, "only 'bytes' has a pattern", "remove 'pattern' and 'seed'");
        }
        if (text != null) {
            return exactly(Content.text(word(text, "a text")));
        }
        if (hex != null) {
            return exactly(new Content.Literal(hexadecimal(hex)));
        }
        return patterned(count(bytes == null ? fields : bytes), pattern, seed);
    }

    private static ContentSpec patterned(long count, @Nullable ArgumentValue pattern, @Nullable ArgumentValue seed)
            throws ArgumentMistakeException {
        String name = pattern == null ? "" : word(pattern, "a pattern");
        if (seed != null && !name.equals("random")) {
            throw new ArgumentMistakeException(
                    seed, "only the pattern 'random' has a seed", "write pattern: random, or remove 'seed'");
        }
        if (pattern == null) {
            return new ContentSpec(Optional.empty(), count);
        }
        if (count == 0) {
            throw new ArgumentMistakeException(pattern, "no bytes have no pattern", "remove 'pattern'");
        }
        return switch (name) {
            case "counting" -> exactly(new Content.Counting(count));
            case "zero" -> exactly(new Content.Filled(count, (byte) 0));
            case "random" -> exactly(new Content.Seeded(count, seed == null ? 1 : number(seed)));
            default ->
                throw new ArgumentMistakeException(
                        pattern, "expected a pattern, found '" + name + "'", "one of: counting, random, zero");
        };
    }

    /** Returns the bytes, of which those that are only counted have the counting pattern. */
    public Content sent() {
        return exact.orElseGet(() -> new Content.Counting(count));
    }

    /** Returns the bytes as they are to be compared. */
    public ExpectedBytes expected(SourcePosition position) {
        return new ExpectedBytes(exact, count, position);
    }

    private static ContentSpec exactly(Content content) {
        return new ContentSpec(Optional.of(content), content.length());
    }

    /** Reads a word. */
    static String word(ArgumentValue value, String what) throws ArgumentMistakeException {
        if (value instanceof ArgumentValue.Text text && !text.text().isEmpty()) {
            return text.text();
        }
        throw new ArgumentMistakeException(value, "expected " + what + ", found " + value, "");
    }

    /** Reads a number of bytes, with or without a unit. */
    static long count(ArgumentValue value) throws ArgumentMistakeException {
        Matcher form = COUNT.matcher(value instanceof ArgumentValue.Text text ? text.text() : "");
        if (!form.matches()) {
            throw new ArgumentMistakeException(
                    value, "expected a number of bytes, found '" + value + "'", "such as 100 or 64KiB");
        }
        String unit = form.group(2);
        int shift = unit == null ? 0 : 10 * UNITS.indexOf(unit);
        boolean tooLong = form.group(1).length() > MOST_DIGITS;
        long count = tooLong ? Long.MAX_VALUE : Long.parseLong(form.group(1)) << shift;
        if (count > MOST) {
            throw new ArgumentMistakeException(value, "'" + value + "' is more than " + MOST + " bytes", "");
        }
        return count;
    }

    private static long number(ArgumentValue value) throws ArgumentMistakeException {
        String text = word(value, "a number");
        if (!text.matches("[0-9]{1,18}")) {
            throw new ArgumentMistakeException(value, "expected a number, found '" + text + "'", "such as 7");
        }
        return Long.parseLong(text);
    }

    private static ByteSlice hexadecimal(ArgumentValue value) throws ArgumentMistakeException {
        String text = word(value, "pairs of hexadecimal digits");
        if (!HEX.matcher(text).matches()) {
            throw new ArgumentMistakeException(
                    value,
                    "expected pairs of hexadecimal digits, found '" + text + "'",
                    "for example: \"00 ff 10\", in quotes");
        }
        return ByteSlice.copyOf(BaseEncoding.base16().ignoreCase().decode(text.replace(" ", "")));
    }

    /** Returns the value of a member, or null. */
    static @Nullable ArgumentValue member(ArgumentValue.Fields fields, String name) {
        return fields.find(name).orElse(null);
    }

    /** Refuses members that are none of these. */
    static void requireKeys(ArgumentValue.Fields fields, ImmutableList<String> known, String what)
            throws ArgumentMistakeException {
        for (ArgumentValue.Member field : fields.members()) {
            if (!known.contains(field.name().name())) {
                throw new ArgumentMistakeException(
                        field.name(),
                        "unknown key '" + field.name() + "' in " + what,
                        "known keys: " + String.join(", ", known));
            }
        }
    }
}
