package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.IcmpErrorKind;
import dev.wsksim.net.packet.SackBlocks;
import dev.wsksim.net.packet.TcpFlags;
import dev.wsksim.net.packet.TcpOptions;
import dev.wsksim.net.peer.Act;
import dev.wsksim.net.peer.Content;
import dev.wsksim.net.peer.ForgedSegment;
import dev.wsksim.net.peer.SequenceReference;
import dev.wsksim.scenario.model.PacketPattern;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How segments and ICMP errors that no TCP would send now are written. */
final class ForgeryElement {
    private static final long MAX_NUMBER = 0xFFFF_FFFFL;
    private static final int MAX_DATA = 65_495;
    private static final ImmutableList<SequenceReference.Base> VARIABLES = Arrays.stream(
                    SequenceReference.Base.values())
            .filter(base -> base != SequenceReference.Base.ZERO)
            .collect(ImmutableList.toImmutableList());
    private static final ImmutableList<String> BASES =
            VARIABLES.stream().map(SequenceReference.Base::toString).collect(ImmutableList.toImmutableList());
    private static final Pattern SEQUENCE = Pattern.compile("([A-Za-z]+)(?:([+-])([0-9]{1,10}))?");
    private static final ScalarType<SequenceReference> NUMBER = ScalarType.loose(
            "a sequence number such as sndNxt, rcvNxt+10 or 12345",
            "(" + String.join("|", BASES) + ")([+-][0-9]{1,10})?|[0-9]{1,10}",
            ForgeryElement::sequence);

    private static final Field<PacketPattern> FLAGS =
            Field.required("flags", NetworkTypes.SEGMENT_PATTERN, "The control bits of the segment.", "RST");
    private static final Field<SequenceReference> SEQ = Field.optional(
            "seq",
            NUMBER,
            "sndNxt",
            "Its sequence number, counted from a variable of the end that it seems to come from.",
            "sndNxt+10");
    private static final Field<SequenceReference> ACK =
            Field.optional("ack", NUMBER, "rcvNxt", "Its acknowledgment number; only with the flag ACK.", "rcvNxt-1");
    private static final Field<Integer> WINDOW = Field.optional(
            "window",
            ScalarTypes.integer("a window from 0 to 65535", 0, 0xFFFF),
            "65535",
            "Its window, as in the header.",
            "0");
    private static final Field<ContentElement.Bytes> DATA =
            Field.optional("data", ContentElement.SENT, "none", "Its data, at most 65495 bytes.", "hello");
    private static final Field<Integer> MSS = Field.optional(
            "mss",
            ScalarTypes.integer("a segment size", 0, 0xFFFF),
            "none",
            "Its maximum segment size option.",
            "1460");
    private static final Field<Integer> WSCALE = Field.optional(
            "wscale",
            ScalarTypes.integer("a shift count from 0 to 255", 0, 0xFF),
            "none",
            "Its window scale option.",
            "8");
    private static final Field<Long> TSVAL = Field.optional(
            "TSval", ScalarTypes.longInteger("a timestamp", 0), "none", "The value of its timestamps option.", "1000");
    private static final Field<Long> TSECR = Field.optional(
            "TSecr",
            ScalarTypes.longInteger("a timestamp", 0),
            "0",
            "The echo of its timestamps option; only with TSval.",
            "0");

    /** A forged segment. */
    static final ElementType<Act> INJECT = ElementType.checked(
            "forged segment",
            "A segment with the connection's endpoints that no TCP sends now; the state of both ends is left alone.",
            ImmutableList.of(FLAGS, SEQ, ACK, WINDOW, DATA, MSS, WSCALE, TSVAL, TSECR),
            ForgeryElement::inject);

    private static final ImmutableList<IcmpErrorKind> ERRORS = Arrays.stream(IcmpErrorKind.values())
            .filter(kind -> kind.isKnownTo(IpFamily.IPV4) && kind.isKnownTo(IpFamily.IPV6))
            .filter(kind -> !kind.hasPointer(IpFamily.IPV4))
            .collect(ImmutableList.toImmutableList());
    private static final ImmutableList<String> ERROR_WORDS =
            ERRORS.stream().map(IcmpErrorKind::toString).collect(ImmutableList.toImmutableList());
    private static final String ERROR_LABEL = "an ICMP error such as host unreachable";
    private static final Field<IcmpErrorKind> ERROR = Field.required(
            "error",
            ScalarType.words(ERROR_LABEL, ERROR_WORDS, ForgeryElement::error),
            "What the error says.",
            "host unreachable");
    private static final Field<Integer> MTU = Field.optional(
            "mtu",
            ScalarTypes.integer("an MTU in bytes", 1, 0xFFFF),
            "none",
            "The MTU that 'packet too big' tells.",
            "1280");
    private static final Field<SequenceReference> QUOTED = Field.optional(
            "seq",
            NUMBER,
            "rcvNxt",
            "The sequence number of the other end's segment that the error quotes, counted from a variable of this end.",
            "rcvNxt");
    private static final ElementType<Act> FULL_ERROR = ElementType.checked(
            "error report",
            "An ICMP or ICMPv6 error about a segment of the other end, sent by the host of this end.",
            ImmutableList.of(ERROR, MTU, QUOTED),
            ForgeryElement::report);
    private static final ScalarType<Act> SHORT_ERROR =
            ScalarType.words(ERROR_LABEL, ERROR_WORDS, ForgeryElement::shortError);

    /** An ICMP error about a segment of the other end. */
    static final ValueType<Act> ICMP = new EitherType<>(SHORT_ERROR, FULL_ERROR);

    private ForgeryElement() {}

    private static Optional<Act> inject(Bound segment) {
        int flags = TcpFlags.parse(segment.get(FLAGS).toString()).orElse(0);
        if (segment.isWritten(ACK) && (flags & TcpFlags.ACK) == 0) {
            segment.report(ACK, "this segment has no acknowledgment number", "add the flag ACK, or remove 'ack'");
        }
        if (segment.isWritten(TSECR) && !segment.isWritten(TSVAL)) {
            segment.report(TSECR, "a timestamps option has both values", "add 'TSval'");
        }
        Optional<ContentElement.Bytes> data = segment.find(DATA);
        if (data.filter(bytes -> bytes.exact().isEmpty()).isPresent()) {
            segment.report(DATA, "'any' says nothing about what is sent", "write another pattern, or leave it out");
            return Optional.empty();
        }
        if (data.filter(bytes -> bytes.count() > MAX_DATA).isPresent()) {
            segment.report(DATA, "no segment takes so much data", "at most " + MAX_DATA + " bytes");
            return Optional.empty();
        }
        return Optional.of(new Act.Inject(new ForgedSegment(
                flags,
                segment.get(SEQ, SequenceReference.of(SequenceReference.Base.SND_NXT)),
                segment.get(ACK, SequenceReference.of(SequenceReference.Base.RCV_NXT)),
                segment.get(WINDOW, 0xFFFF),
                options(segment),
                data.flatMap(ContentElement.Bytes::exact)
                        .map(ForgeryElement::slice)
                        .orElse(ByteSlice.EMPTY))));
    }

    private static TcpOptions options(Bound segment) {
        return new TcpOptions(
                segment.get(MSS, TcpOptions.ABSENT),
                segment.get(WSCALE, TcpOptions.ABSENT),
                false,
                segment.isWritten(TSVAL),
                segment.get(TSVAL, 0L).intValue(),
                segment.get(TSECR, 0L).intValue(),
                SackBlocks.NONE);
    }

    private static ByteSlice slice(Content content) {
        byte[] bytes = new byte[(int) content.length()];
        content.copyTo(0, bytes, bytes.length);
        return ByteSlice.of(bytes, 0, bytes.length);
    }

    private static SequenceReference sequence(Node.Scalar scalar) throws BadTextException {
        Optional<Long> plain = ScalarTypes.parseNumber(scalar.text()).filter(number -> number <= MAX_NUMBER);
        if (plain.isPresent()) {
            return new SequenceReference(SequenceReference.Base.ZERO, plain.get());
        }
        Matcher form = SEQUENCE.matcher(scalar.text());
        if (!form.matches()) {
            throw ScalarTypes.mismatch(
                    scalar,
                    "a sequence number",
                    "for example: rcvNxt+10; counted from one of: " + String.join(", ", BASES));
        }
        int base = BASES.indexOf(form.group(1));
        if (base < 0) {
            throw ScalarTypes.mismatch(
                    scalar, "a sequence number", Suggestion.hint(form.group(1), BASES, "counted from one of"));
        }
        long offset = form.group(3) == null ? 0 : Long.parseLong(form.group(3));
        return new SequenceReference(VARIABLES.get(base), "-".equals(form.group(2)) ? -offset : offset);
    }

    private static IcmpErrorKind error(Node.Scalar scalar) throws BadTextException {
        int index = ERROR_WORDS.indexOf(scalar.text());
        if (index < 0) {
            throw ScalarTypes.mismatch(scalar, "an ICMP error", Suggestion.hint(scalar.text(), ERROR_WORDS, "one of"));
        }
        return ERRORS.get(index);
    }

    private static Act shortError(Node.Scalar scalar) throws BadTextException {
        IcmpErrorKind error = error(scalar);
        if (error.hasMtu()) {
            throw new BadTextException("this error tells an MTU", "write { error: packet too big, mtu: 1280 }");
        }
        return new Act.ReportError(error, 0, SequenceReference.of(SequenceReference.Base.RCV_NXT));
    }

    private static Optional<Act> report(Bound report) {
        IcmpErrorKind error = report.get(ERROR);
        if (error.hasMtu() != report.isWritten(MTU)) {
            if (error.hasMtu()) {
                report.report("this error tells an MTU", "add 'mtu'");
            } else {
                report.report(MTU, "this error tells no MTU", "only 'packet too big' does");
            }
            return Optional.empty();
        }
        if (error.hasMtu() && report.find(MTU).isEmpty()) {
            // What is written there has been reported.
            return Optional.empty();
        }
        return Optional.of(new Act.ReportError(
                error, report.get(MTU, 0), report.get(QUOTED, SequenceReference.of(SequenceReference.Base.RCV_NXT))));
    }
}
