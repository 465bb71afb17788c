package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableLongArray;
import dev.wsksim.engine.Ratio;
import dev.wsksim.net.link.PacketMatch;
import dev.wsksim.net.link.PacketOrdinals;
import dev.wsksim.net.link.PacketSelection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How it is written which packets a condition of a link picks. */
final class PacketSelectionElement {
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,18})(?: ?- ?([0-9]{1,18}))?");
    private static final String ORDINAL_LABEL = "a packet number such as 3, or a range such as 3-5";

    /** A range of numbers of packets. */
    private record Span(long first, long last) {
        boolean overlaps(Span other) {
            return first <= other.last && other.first <= last;
        }

        @Override
        public String toString() {
            return first == last ? Long.toString(first) : first + "-" + last;
        }
    }

    private static final ScalarType<Span> SPAN =
            ScalarType.loose(ORDINAL_LABEL, "[0-9]+( ?- ?[0-9]+)?", PacketSelectionElement::span);

    private static final Field<Ratio> RATIO = Field.optional(
            "ratio",
            ScalarTypes.RATIO,
            "100%",
            "How likely each of the packets is picked, independently of the others.",
            "1%");
    private static final Field<ImmutableList<Span>> NTH = Field.optional(
            "nth",
            ListType.oneOrMore(SPAN),
            "all",
            "Which of the packets that match are picked, counted from 1; numbers and ranges.",
            "[2, 5-7]");
    private static final Field<Long> EVERY = Field.optional(
            "every",
            ScalarTypes.longInteger("a number of packets", 1),
            "1",
            "Of these, only those whose number is a multiple of this: 5 picks every fifth.",
            "5");
    private static final Field<PacketMatch> MATCHING = Field.optional(
            "matching",
            PacketMatchElement.MATCH,
            "all",
            "The packets that count; TCP flags, or a mapping.",
            "{ flags: SYN, to-port: 445 }");

    private PacketSelectionElement() {}

    /** Returns the fields of a selection and further ones. */
    static ImmutableList<Field<?>> fieldsAnd(Field<?>... others) {
        return ImmutableList.<Field<?>>builder()
                .add(RATIO, NTH, EVERY, MATCHING)
                .add(others)
                .build();
    }

    /** Returns the selection, or reports that nothing is selected. */
    static Optional<PacketSelection> read(Bound bound) {
        if (ImmutableList.of(RATIO, NTH, EVERY, MATCHING).stream().noneMatch(bound::isWritten)) {
            bound.report("this does not say which packets it is for", "give ratio, nth, every or matching");
            return Optional.empty();
        }
        if (!picksSome(bound)) {
            return Optional.empty();
        }
        ImmutableLongArray.Builder bounds = ImmutableLongArray.builder();
        bound.get(NTH, ImmutableList.of())
                .forEach(span -> bounds.add(span.first()).add(span.last()));
        ImmutableLongArray ordinals = bounds.build();
        return Optional.of(new PacketSelection(
                bound.get(MATCHING, PacketMatch.ANY),
                (ordinals.isEmpty() ? PacketOrdinals.ALL : new PacketOrdinals(ordinals, 1)).every(bound.get(EVERY, 1L)),
                bound.get(RATIO, Ratio.ONE)));
    }

    /** Reports what picks no packet, and what is said twice. */
    private static boolean picksSome(Bound bound) {
        if (bound.find(RATIO).filter(Ratio::isZero).isPresent()) {
            bound.report(RATIO, "a ratio of 0% picks no packet", "leave the condition out, or write 0% in its place");
            return false;
        }
        ImmutableList<Span> spans = bound.get(NTH, ImmutableList.of());
        long every = bound.get(EVERY, 1L);
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            if (span.last() / every == (span.first() - 1) / every) {
                bound.report(NTH, "no number in " + span + " is a multiple of " + every, "'nth' and 'every' both hold");
                return false;
            }
            if (spans.subList(0, i).stream().anyMatch(span::overlaps)) {
                bound.report(NTH, span + " picks packets that are picked already", "each number once");
                return false;
            }
        }
        return true;
    }

    private static Span span(Node.Scalar scalar) throws BadTextException {
        Matcher range = RANGE.matcher(scalar.text());
        if (!range.matches()) {
            throw ScalarTypes.mismatch(scalar, ORDINAL_LABEL, "");
        }
        long first = Long.parseLong(range.group(1));
        long last = range.group(2) == null ? first : Long.parseLong(range.group(2));
        if (first < 1 || last < first) {
            throw ScalarTypes.mismatch(
                    scalar, ORDINAL_LABEL, "packets are counted from 1, and a range does not go backwards");
        }
        return new Span(first, last);
    }
}
