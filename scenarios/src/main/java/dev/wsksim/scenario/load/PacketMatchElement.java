package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.link.DataPresence;
import dev.wsksim.net.link.PacketMatch;
import dev.wsksim.net.link.SequenceRange;
import dev.wsksim.net.packet.TcpFlags;
import dev.wsksim.net.packet.TcpSegment;
import dev.wsksim.net.packet.UdpDatagram;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How it is written which packets match: exact TCP flags in short, or a mapping of header fields. */
final class PacketMatchElement {
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,10})(?: ?- ?([0-9]{1,10}))?");
    private static final long MOST_SEQUENCE = 0xFFFF_FFFFL;
    private static final String SEQUENCE_LABEL = "a sequence number such as 1, or a range such as 1-1448";

    /** Protocol numbers by name (IANA, Assigned Internet Protocol Numbers). */
    private static final ImmutableMap<String, Integer> PROTOCOLS =
            ImmutableMap.of("icmp", 1, "igmp", 2, "tcp", 6, "udp", 17, "icmpv6", 58);

    private static final Field<Integer> PROTOCOL = Field.optional(
            "protocol",
            ScalarType.words("a protocol", PROTOCOLS.keySet().asList(), PacketMatchElement::protocol),
            "any",
            "What the packet carries.",
            "udp");
    private static final Field<PacketMatch> FLAGS = Field.optional(
            "flags",
            flags("a kind of TCP segment such as SYN or RST+ACK"),
            "any",
            "Exactly the control bits that a TCP segment has.",
            "SYN+ACK");
    private static final Field<IpAddress> FROM =
            Field.optional("from", address(), "any", "The source address.", "192.0.2.10");
    private static final Field<IpAddress> TO =
            Field.optional("to", address(), "any", "The destination address.", "192.0.2.20");
    private static final Field<Integer> FROM_PORT =
            Field.optional("from-port", NetworkTypes.PORT, "any", "The source port.", "49152");
    private static final Field<Integer> TO_PORT =
            Field.optional("to-port", NetworkTypes.PORT, "any", "The destination port.", "445");
    private static final Field<Boolean> DATA = Field.optional(
            "data",
            ScalarTypes.TRUE_OR_FALSE,
            "either",
            "Whether there is data behind the header of the transport.",
            "TRUE");
    private static final Field<SequenceRange> SEQUENCE = Field.optional(
            "sequence",
            ScalarType.loose(SEQUENCE_LABEL, "[0-9]+( ?- ?[0-9]+)?", PacketMatchElement::sequence),
            "any",
            "Sequence numbers of which a TCP segment occupies at least one, counted from the SYN of its connection, which"
                    + " has 0; the first byte of data has 1.",
            "1449-2896");

    private static final ElementType<PacketMatch> FULL = ElementType.checked(
            "packet match",
            "What packets look like that a condition of a link, or a hold, is for; what is left out is not looked at.",
            ImmutableList.of(PROTOCOL, FLAGS, FROM, TO, FROM_PORT, TO_PORT, DATA, SEQUENCE),
            PacketMatchElement::match);

    /** A match. */
    static final EitherType<PacketMatch> MATCH =
            new EitherType<>(flags("a kind of TCP segment such as SYN or RST+ACK, or any"), FULL);

    private PacketMatchElement() {}

    private static ScalarType<PacketMatch> flags(String label) {
        return ScalarType.matching(label, "any|[A-Z]+(\\+[A-Z]+)*", scalar -> {
            if (scalar.text().equals("any") && label.endsWith("any")) {
                return PacketMatch.ANY;
            }
            return PacketMatch.parse(scalar.text())
                    .orElseThrow(() -> ScalarTypes.mismatch(
                            scalar, label, "flags are FIN, SYN, RST, PSH, URG, ECE, CWR and ACK, joined by '+'"));
        });
    }

    private static ScalarType<IpAddress> address() {
        return ScalarType.matching(
                "an IPv4 or IPv6 address such as 192.0.2.10",
                "[0-9A-Fa-f:.]+",
                scalar -> IpAddress.parse(scalar.text())
                        .orElseThrow(() -> ScalarTypes.mismatch(scalar, "an IPv4 or IPv6 address", "")));
    }

    private static int protocol(Node.Scalar scalar) throws BadTextException {
        Integer number = PROTOCOLS.get(scalar.text());
        if (number == null) {
            throw ScalarTypes.mismatch(
                    scalar,
                    "a protocol",
                    Suggestion.hint(scalar.text(), PROTOCOLS.keySet().asList(), "one of"));
        }
        return number;
    }

    private static SequenceRange sequence(Node.Scalar scalar) throws BadTextException {
        Matcher range = RANGE.matcher(scalar.text());
        if (!range.matches()) {
            throw ScalarTypes.mismatch(scalar, SEQUENCE_LABEL, "");
        }
        long first = Long.parseLong(range.group(1));
        long last = range.group(2) == null ? first : Long.parseLong(range.group(2));
        if (last < first || last > MOST_SEQUENCE) {
            throw ScalarTypes.mismatch(
                    scalar, SEQUENCE_LABEL, "a range does not go backwards, and numbers go up to " + MOST_SEQUENCE);
        }
        return new SequenceRange(first, last);
    }

    /** Reports what contradicts something else, so that no packet could match. */
    private static boolean canMatch(Bound bound) {
        return protocolFits(bound) && familiesFit(bound) && sequenceFits(bound);
    }

    private static boolean protocolFits(Bound bound) {
        Optional<Integer> protocol = bound.find(PROTOCOL);
        if (protocol.isEmpty() || protocol.get() == TcpSegment.PROTOCOL) {
            return true;
        }
        ImmutableList<Field<?>> foreign = protocol.get() == UdpDatagram.PROTOCOL
                ? ImmutableList.of(FLAGS, SEQUENCE)
                : ImmutableList.of(FLAGS, SEQUENCE, FROM_PORT, TO_PORT);
        Optional<Field<?>> first = foreign.stream().filter(bound::isWritten).findFirst();
        first.ifPresent(field -> bound.report(
                field,
                "nothing matches this: no packet of " + word(protocol.get()) + " has '" + field.name() + "'",
                "leave it out, or the protocol"));
        return first.isEmpty();
    }

    private static String word(int protocol) {
        return PROTOCOLS.entrySet().stream()
                .filter(entry -> entry.getValue() == protocol)
                .map(java.util.Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static boolean familiesFit(Bound bound) {
        Optional<IpFamily> family = bound.find(FROM).map(IpAddress::family);
        Optional<IpFamily> other = bound.find(TO).map(IpAddress::family);
        if (family.isPresent() && other.isPresent() && !family.equals(other)) {
            bound.report(TO, "nothing matches this: 'from' and 'to' are of two families", "both IPv4, or both IPv6");
            return false;
        }
        Optional<IpFamily> own = bound.find(PROTOCOL).flatMap(PacketMatchElement::familyOf);
        Optional<IpFamily> given = family.or(() -> other);
        if (own.isPresent() && given.isPresent() && !own.equals(given)) {
            String what = word(bound.get(PROTOCOL, 0)) + " belongs to " + own.get();
            bound.report(PROTOCOL, "nothing matches this: " + what + ", the address does not", "");
            return false;
        }
        return true;
    }

    private static Optional<IpFamily> familyOf(int protocol) {
        return switch (protocol) {
            case 1, 2 -> Optional.of(IpFamily.IPV4);
            case 58 -> Optional.of(IpFamily.IPV6);
            default -> Optional.empty();
        };
    }

    /** Only data, a SYN and a FIN occupy sequence numbers. */
    private static boolean sequenceFits(Bound bound) {
        boolean occupiesNone = bound.find(DATA).equals(Optional.of(false))
                && bound.find(FLAGS)
                        .filter(match -> (match.tcpFlags() & (TcpFlags.SYN | TcpFlags.FIN)) == 0)
                        .isPresent();
        if (occupiesNone && bound.isWritten(SEQUENCE)) {
            bound.report(
                    SEQUENCE,
                    "nothing matches this: without data, SYN and FIN a segment occupies no sequence number",
                    "leave out 'data', or 'sequence'");
        }
        return !(occupiesNone && bound.isWritten(SEQUENCE));
    }

    private static Optional<PacketMatch> match(Bound bound) {
        if (FULL.fields().stream().noneMatch(bound::isWritten)) {
            bound.report("this packet match says nothing", "write any for all packets");
            return Optional.empty();
        }
        if (!canMatch(bound)) {
            return Optional.empty();
        }
        PacketMatch match = bound.get(FLAGS, PacketMatch.ANY)
                .withPorts(bound.get(FROM_PORT, PacketMatch.ANYTHING), bound.get(TO_PORT, PacketMatch.ANYTHING))
                .withProtocol(bound.get(PROTOCOL, PacketMatch.ANYTHING));
        Optional<Boolean> data = bound.find(DATA);
        if (data.isPresent()) {
            match = match.withData(data.get() ? DataPresence.SOME : DataPresence.NONE);
        }
        match = bound.find(FROM).map(match::withSource).orElse(match);
        match = bound.find(TO).map(match::withDestination).orElse(match);
        return Optional.of(bound.find(SEQUENCE).map(match::withSequence).orElse(match));
    }
}
