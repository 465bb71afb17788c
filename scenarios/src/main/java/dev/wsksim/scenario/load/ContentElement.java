package dev.wsksim.scenario.load;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.io.BaseEncoding;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.peer.Content;
import dev.wsksim.scenario.model.ArgumentMistakeException;
import dev.wsksim.scenario.model.ArgumentValue;
import dev.wsksim.scenario.model.ContentSpec;
import dev.wsksim.scenario.model.WordEnum;
import java.util.Optional;

/** How bytes that are sent or expected are written: a text, hexadecimal digits, or a number of bytes with a pattern. */
final class ContentElement {
    /** The most bytes of one act: 64 GiB. */
    private static final long MOST = 1L << 36;

    /** What bytes of which only the number is said look like. */
    enum PatternWord implements WordEnum {
        ANY("any"),
        COUNTING("counting"),
        RANDOM("random"),
        ZERO("zero");

        private final String word;

        PatternWord(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /** Text as it is, white space included. */
    private static final ScalarType<String> EXACT_TEXT = ScalarType.loose("a text", "[\\s\\S]+", scalar -> {
        requireText(scalar);
        return scalar.text();
    });

    /** The short form: what it says, or a number of bytes. */
    private static final ScalarType<Word> SHORT =
            ScalarType.loose("a text, or a number of bytes such as 64KiB", "[\\s\\S]+", ContentElement::shortForm);

    /** Bytes as hexadecimal digits. */
    static final ScalarType<ByteSlice> HEXADECIMAL = ScalarType.loose(
            "pairs of hexadecimal digits", "[0-9A-Fa-f]{2}( ?[0-9A-Fa-f]{2})*", ContentElement::hexadecimal);

    private static final Field<String> TEXT =
            Field.optional("text", EXACT_TEXT, "not", "The bytes of a text in UTF-8.", "hello");
    private static final Field<ByteSlice> HEX = Field.optional(
            "hex",
            HEXADECIMAL,
            "not",
            "Bytes as pairs of hexadecimal digits, with or without blanks between the pairs.",
            "\"00 ff 10\"");
    private static final Field<Long> BYTES =
            Field.optional("bytes", ByteCounts.from(1, MOST), "not", "So many bytes of a pattern.", "1MiB");
    private static final Field<PatternWord> PATTERN = Field.optional(
            "pattern",
            ScalarTypes.word("a pattern", PatternWord.values()),
            "counting when sent, any when received",
            "What the bytes look like: counting is 00 01 … ff over and over, random follows from a seed, any is only"
                    + " received.",
            "random");
    private static final Field<Long> SEED = Field.optional(
            "seed", ScalarTypes.longInteger("a seed", 0), "1", "The seed of a random pattern; both ends say it.", "7");

    private static final ElementType<Bound> CONTENT = ElementType.checked(
            "content",
            "Bytes that are sent or expected; text, hex and bytes exclude each other.",
            ImmutableList.of(TEXT, HEX, BYTES, PATTERN, SEED),
            ContentElement::checked);

    /**
     * Bytes with the pattern that they look like; nothing but a number where any bytes will do.
     *
     * @param exact the bytes; absent where any will do
     * @param count how many
     */
    record Bytes(Optional<Content> exact, long count) {}

    /**
     * The short form of bytes.
     *
     * @param text the text; absent for a number
     * @param count how many bytes
     */
    private record Word(Optional<Content> text, long count) {}

    /** Bytes to be sent. */
    static final ValueType<Bytes> SENT = new EitherType<>(
            new MappedType<>(
                    SHORT, (form, node) -> exactly(form.text().orElseGet(() -> new Content.Counting(form.count())))),
            new MappedType<>(CONTENT, (bound, node) -> bytes(bound, PatternWord.COUNTING)));

    /** Bytes to be received. */
    static final ValueType<Bytes> RECEIVED = new EitherType<>(
            new MappedType<>(SHORT, (form, node) -> new Bytes(form.text(), form.count())),
            new MappedType<>(CONTENT, (bound, node) -> bytes(bound, PatternWord.ANY)));

    private ContentElement() {}

    /** Reads a word as Buffer of a call does: a number of bytes without quotes, or a text that does not look like one. */
    private static Word shortForm(Node.Scalar scalar) throws BadTextException {
        requireText(scalar);
        ArgumentValue.Text text = new ArgumentValue.Text(scalar.text(), scalar.quoted(), scalar.position());
        try {
            ContentSpec spec = ContentSpec.of(text);
            if (spec.count() == 0) {
                throw new BadTextException("these are no bytes", "at least 1; leave the act out for none");
            }
            return new Word(spec.exact(), spec.count());
        } catch (ArgumentMistakeException mistake) {
            throw new BadTextException(String.valueOf(mistake.getMessage()), mistake.hint());
        }
    }

    private static void requireText(Node.Scalar scalar) throws BadTextException {
        if (scalar.text().isEmpty()) {
            throw new BadTextException("expected a text, found an empty one", "a text has at least one character");
        }
    }

    private static Optional<Bound> checked(Bound content) {
        content.atMostOneOf(TEXT, HEX, BYTES);
        boolean given = content.find(TEXT).isPresent()
                || content.find(HEX).isPresent()
                || content.find(BYTES).isPresent();
        boolean written = content.isWritten(TEXT) || content.isWritten(HEX) || content.isWritten(BYTES);
        if (!written) {
            content.report("this says no bytes", "one of: text, hex, bytes");
        }
        if (written && !content.isWritten(BYTES) && content.isWritten(PATTERN)) {
            content.report(PATTERN, "only 'bytes' has a pattern", "remove 'pattern'");
        }
        if (content.isWritten(SEED)
                && content.find(PATTERN).filter(PatternWord.RANDOM::equals).isEmpty()) {
            content.report(SEED, "only the pattern 'random' has a seed", "write pattern: random, or remove 'seed'");
        }
        return given ? Optional.of(content) : Optional.empty();
    }

    private static Bytes exactly(Content content) {
        return new Bytes(Optional.of(content), content.length());
    }

    private static Bytes bytes(Bound content, PatternWord byDefault) {
        Optional<Content> literal =
                content.find(TEXT).map(Content::text).or(() -> content.find(HEX).map(Content.Literal::new));
        if (literal.isPresent()) {
            return exactly(literal.get());
        }
        long count = content.get(BYTES, 1L);
        return switch (content.get(PATTERN, byDefault)) {
            case ANY -> new Bytes(Optional.empty(), count);
            case COUNTING -> exactly(new Content.Counting(count));
            case RANDOM -> exactly(new Content.Seeded(count, content.get(SEED, 1L)));
            case ZERO -> exactly(new Content.Filled(count, (byte) 0));
        };
    }

    private static ByteSlice hexadecimal(Node.Scalar scalar) throws BadTextException {
        String digits = CharMatcher.is(' ').removeFrom(scalar.text());
        if (!scalar.text().matches("[0-9A-Fa-f]{2}( ?[0-9A-Fa-f]{2})*")) {
            throw ScalarTypes.mismatch(scalar, "pairs of hexadecimal digits", "for example: \"00 ff 10\"");
        }
        return ByteSlice.copyOf(BaseEncoding.base16().ignoreCase().decode(digits));
    }
}
