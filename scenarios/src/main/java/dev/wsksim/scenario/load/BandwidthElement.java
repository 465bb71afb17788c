package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.engine.Ratio;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.net.link.Bandwidth;
import dev.wsksim.net.link.LinkCondition;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.net.link.QueueLimit;
import dev.wsksim.net.link.QueuePolicy;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the bandwidth of a link and its queue are written. */
final class BandwidthElement {
    private static final ImmutableMap<String, Long> UNITS =
            ImmutableMap.of("bit/s", 1L, "kbit/s", 1_000L, "Mbit/s", 1_000_000L, "Gbit/s", 1_000_000_000L);
    private static final Pattern RATE_FORM = Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,9})?) ?([A-Za-z/]*)");
    private static final String RATE_LABEL = "a rate such as 10Mbit/s";
    private static final String RATE_HINT = "units: " + String.join(", ", UNITS.keySet());
    private static final Pattern PACKETS = Pattern.compile("([0-9]{1,9}) ?packets");
    private static final String QUEUE_LABEL = "a queue such as 64KiB or 100 packets";

    private static final ScalarType<Long> RATE =
            ScalarType.matching(RATE_LABEL, "[0-9]+(\\.[0-9]+)? ?[kMG]?bit/s", BandwidthElement::bitsPerSecond);

    /** How much a queue holds. */
    static final ScalarType<QueueLimit> QUEUE_TYPE =
            ScalarType.loose(QUEUE_LABEL, "[0-9]+ ?(packets|B|KiB|MiB|GiB)?", BandwidthElement::limit);

    /** How much the queue holds, beside a bandwidth. */
    static final Field<QueueLimit> QUEUE = Field.optional(
            "queue",
            QUEUE_TYPE,
            QueueLimit.USUAL.toString(),
            "How much waits for the link, the packet that is being sent included: bytes, or packets.",
            "64KiB");

    private static final Field<Long> LEAST = Field.required(
            "from",
            ScalarTypes.longInteger("a number of bytes or packets", 0),
            "The average queue below which nothing is dropped, in bytes or packets as the queue is given.",
            "5");
    private static final Field<Long> MOST = Field.required(
            "to",
            ScalarTypes.longInteger("a number of bytes or packets", 1),
            "The average queue from which on everything is dropped.",
            "15");
    private static final Field<Ratio> AT_MOST = Field.optional(
            "at-most",
            ScalarTypes.RATIO,
            "2%",
            "The probability of a drop just below that average, max_p of the paper.",
            "2%");
    private static final Field<Ratio> WEIGHT = Field.optional(
            "weight",
            ScalarTypes.RATIO,
            "0.2%",
            "The weight of each arrival in the average, w_q of the paper.",
            "0.2%");
    private static final ElementType<QueuePolicy> RED_ELEMENT = ElementType.checked(
            "RED policy",
            "Random Early Detection (Floyd and Jacobson, 1993).",
            ImmutableList.of(LEAST, MOST, AT_MOST, WEIGHT),
            BandwidthElement::red);
    private static final Field<SimDuration> TARGET =
            Field.optional("target", Durations.DURATION, "5ms", "The wait that is acceptable.", "5ms");
    private static final Field<SimDuration> INTERVAL = Field.optional(
            "interval", Durations.DURATION, "100ms", "How long the wait may be longer than that.", "100ms");
    private static final ElementType<QueuePolicy> CODEL_ELEMENT = ElementType.checked(
            "CoDel policy",
            "Controlled Delay (RFC 8289).",
            ImmutableList.of(TARGET, INTERVAL),
            BandwidthElement::codel);
    private static final Field<QueuePolicy> RED =
            Field.optional("red", RED_ELEMENT, "not", "Drops by Random Early Detection.", "{ from: 5, to: 15 }");
    private static final Field<QueuePolicy> CODEL =
            Field.optional("codel", CODEL_ELEMENT, "not", "Drops by Controlled Delay.", "{ target: 5ms }");
    private static final ElementType<QueuePolicy> POLICY_ELEMENT = ElementType.checked(
            "queue policy",
            "Which packets a queue drops; exactly one of the keys is given.",
            ImmutableList.of(RED, CODEL),
            BandwidthElement::policy);
    private static final ScalarType<QueuePolicy> POLICY_WORD =
            ScalarType.words("tail or codel", ImmutableList.of("tail", "codel"), BandwidthElement::policyWord);

    private static final Field<Long> RATE_KEY =
            Field.required("rate", RATE, "How many bits are sent in a second, from the IP header on.", "10Mbit/s");
    private static final Field<QueuePolicy> POLICY = Field.optional(
            "policy",
            new EitherType<>(POLICY_WORD, POLICY_ELEMENT),
            "tail",
            "Which packets are dropped: those that find the queue full, or by RED or CoDel.",
            "codel");
    private static final ElementType<LinkCondition> FULL = ElementType.checked(
            "bandwidth",
            "How quickly a link sends, and what waits.",
            ImmutableList.of(RATE_KEY, QUEUE, POLICY),
            BandwidthElement::bandwidth);

    /** A bandwidth with its queue, or in short the rate alone. */
    static final EitherType<LinkCondition> BANDWIDTH = new EitherType<>(
            ScalarType.matching(
                    RATE_LABEL, "[0-9]+(\\.[0-9]+)? ?[kMG]?bit/s", scalar -> Bandwidth.of(bitsPerSecond(scalar))),
            FULL);

    private BandwidthElement() {}

    private static long bitsPerSecond(Node.Scalar scalar) throws BadTextException {
        Matcher form = RATE_FORM.matcher(scalar.text());
        Long factor = form.matches() ? UNITS.get(form.group(2)) : null;
        if (factor == null) {
            throw ScalarTypes.mismatch(scalar, RATE_LABEL, RATE_HINT);
        }
        BigDecimal rate = new BigDecimal(form.group(1)).multiply(BigDecimal.valueOf(factor));
        if (rate.stripTrailingZeros().scale() > 0
                || rate.signum() == 0
                || rate.compareTo(BigDecimal.valueOf(Bandwidth.MOST_BITS_PER_SECOND)) > 0) {
            throw ScalarTypes.mismatch(
                    scalar,
                    RATE_LABEL,
                    "whole bits per second, from 1bit/s to 1000Gbit/s; take a link down to send none");
        }
        return rate.longValueExact();
    }

    private static QueueLimit limit(Node.Scalar scalar) throws BadTextException {
        Matcher packets = PACKETS.matcher(scalar.text());
        if (!packets.matches()) {
            return QueueLimit.ofBytes(bytes(scalar));
        }
        long count = Long.parseLong(packets.group(1));
        if (count < 1 || count > QueueLimit.MOST_PACKETS) {
            throw ScalarTypes.mismatch(
                    scalar, QUEUE_LABEL, "a queue holds from 1 to " + QueueLimit.MOST_PACKETS + " packets");
        }
        return QueueLimit.ofPackets(count);
    }

    private static long bytes(Node.Scalar scalar) throws BadTextException {
        if (!scalar.text().matches("[0-9]{1,12} ?(B|KiB|MiB|GiB)?")) {
            throw ScalarTypes.mismatch(scalar, QUEUE_LABEL, "units: packets, B, KiB, MiB, GiB");
        }
        long bytes = ByteCounts.bytes(scalar, QUEUE_LABEL, 1, Integer.MAX_VALUE);
        if (bytes < LinkConfiguration.LEAST_MTU) {
            throw ScalarTypes.mismatch(
                    scalar,
                    QUEUE_LABEL,
                    "no link has an MTU of less than " + LinkConfiguration.LEAST_MTU
                            + " bytes, and a queue holds a packet at least");
        }
        return bytes;
    }

    private static Optional<LinkCondition> bandwidth(Bound bound) {
        QueueLimit queue = bound.get(QUEUE, QueueLimit.USUAL);
        QueuePolicy policy = bound.get(POLICY, new QueuePolicy.Tail());
        if (policy instanceof QueuePolicy.Red red && red.least() >= queue.amount()) {
            bound.report(
                    POLICY,
                    "RED drops nothing: its average stays below " + red.least() + " in a queue of " + queue,
                    "a larger queue, or a smaller 'from', in the unit of the queue");
            return Optional.empty();
        }
        return Optional.of(Bandwidth.of(bound.get(RATE_KEY)).withQueue(queue, policy));
    }

    private static QueuePolicy policyWord(Node.Scalar scalar) throws BadTextException {
        return switch (scalar.text()) {
            case "tail" -> new QueuePolicy.Tail();
            case "codel" -> QueuePolicy.CoDel.USUAL;
            default -> {
                String hint = scalar.text().equals("red")
                        ? "RED needs its thresholds: { red: { from: 5, to: 15 } }"
                        : Suggestion.hint(scalar.text(), ImmutableList.of("tail", "codel", "red"), "one of");
                throw ScalarTypes.mismatch(scalar, "tail or codel", hint);
            }
        };
    }

    private static Optional<QueuePolicy> policy(Bound bound) {
        bound.atMostOneOf(RED, CODEL);
        if (!bound.isWritten(RED) && !bound.isWritten(CODEL)) {
            bound.report("this policy says nothing", "one of: red, codel; or the word tail");
        }
        return bound.find(RED).or(() -> bound.find(CODEL));
    }

    private static Optional<QueuePolicy> red(Bound bound) {
        long least = bound.get(LEAST);
        long most = bound.get(MOST);
        if (most <= least || most > Integer.MAX_VALUE) {
            bound.report(MOST, "'to' is not more than 'from', or too large", "for example: { from: 5, to: 15 }");
            return Optional.empty();
        }
        Ratio atMost = bound.get(AT_MOST, QueuePolicy.Red.USUAL_AT_MOST);
        Ratio weight = bound.get(WEIGHT, QueuePolicy.Red.USUAL_WEIGHT);
        boolean atMostIsUsable = isUsable(bound, AT_MOST, atMost);
        return isUsable(bound, WEIGHT, weight) && atMostIsUsable
                ? Optional.of(new QueuePolicy.Red(least, most, atMost, weight))
                : Optional.empty();
    }

    private static boolean isUsable(Bound bound, Field<Ratio> field, Ratio ratio) {
        boolean usable = !ratio.isZero() && ratio.denominator() <= QueuePolicy.Red.MOST_DENOMINATOR;
        if (!usable) {
            bound.report(
                    field,
                    "'" + field.name() + "' is 0, or too fine",
                    "a ratio of more than 0 with a denominator up to " + QueuePolicy.Red.MOST_DENOMINATOR);
        }
        return usable;
    }

    private static Optional<QueuePolicy> codel(Bound bound) {
        SimDuration target = bound.get(TARGET, QueuePolicy.CoDel.USUAL.target());
        SimDuration interval = bound.get(INTERVAL, QueuePolicy.CoDel.USUAL.interval());
        if (target.nanos() == 0 || interval.compareTo(target) < 0) {
            bound.report("the target is 0, or longer than the interval of " + interval, "RFC 8289 has 5ms and 100ms");
            return Optional.empty();
        }
        return Optional.of(new QueuePolicy.CoDel(target, interval));
    }
}
