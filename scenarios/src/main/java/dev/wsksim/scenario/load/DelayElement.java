package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.net.link.DelayDistribution;
import dev.wsksim.net.link.DeliveryOpportunities;
import dev.wsksim.net.link.Jitter;
import dev.wsksim.net.link.Latency;
import dev.wsksim.net.link.LinkCondition;
import dev.wsksim.net.link.QueueLimit;
import java.util.Optional;

/** How the conditions are written that take time: latency, jitter, and opportunities of delivery. */
final class DelayElement {
    private static final Field<Boolean> REORDERING = Field.optional(
            "reordering",
            ScalarTypes.TRUE_OR_FALSE,
            "FALSE",
            "Whether a quick packet may overtake a slow one, which otherwise holds back those behind it.",
            "TRUE");

    private static final Field<ImmutableList<SimDuration>> UNIFORM = Field.optional(
            "uniform",
            Durations.PAIR,
            "not",
            "Each time between these two, both included, is equally likely.",
            "[5ms, 15ms]");
    private static final Field<SimDuration> MEAN =
            Field.required("mean", Durations.DURATION, "The mean of the delays.", "20ms");
    private static final Field<SimDuration> DEVIATION =
            Field.required("deviation", Durations.DURATION, "The standard deviation of the delays.", "4ms");
    private static final ElementType<Bound> SPREAD = ElementType.values(
            "delay distribution", "How delays spread around their mean.", ImmutableList.of(MEAN, DEVIATION));
    private static final Field<Bound> NORMAL = Field.optional(
            "normal",
            SPREAD,
            "not",
            "Normally distributed; what would be negative is 0.",
            "{ mean: 20ms, deviation: 4ms }");
    private static final Field<Bound> LOG_NORMAL = Field.optional(
            "log-normal",
            SPREAD,
            "not",
            "Log-normally distributed, with a long tail of late packets.",
            "{ mean: 20ms, deviation: 20ms }");
    private static final ElementType<LinkCondition> LATENCY_ELEMENT = ElementType.checked(
            "latency",
            "The time that packets take; exactly one distribution is given.",
            ImmutableList.of(UNIFORM, NORMAL, LOG_NORMAL, REORDERING),
            DelayElement::latency);

    /** A latency by a distribution, or in short the same for all packets. */
    static final EitherType<LinkCondition> LATENCY =
            new EitherType<>(new MappedScalar(duration -> Latency.of(duration)).type(), LATENCY_ELEMENT);

    private static final Field<SimDuration> MOST = Field.required(
            "most", Durations.DURATION, "The most that a packet may take longer, drawn evenly from zero on.", "1ms");
    private static final ElementType<LinkCondition> JITTER_ELEMENT = ElementType.checked(
            "jitter",
            "A time that differs from packet to packet.",
            ImmutableList.of(MOST, REORDERING),
            DelayElement::jitter);

    /** A jitter, or in short one that keeps the order. */
    static final EitherType<LinkCondition> JITTER =
            new EitherType<>(new MappedScalar(duration -> new Jitter(duration, false)).type(), JITTER_ELEMENT);

    private static final Field<ImmutableList<SimDuration>> AT = Field.required(
            "at",
            ListType.ofSome(Durations.DURATION),
            "When packets can go on, in order, counted from the beginning of each period; each instant carries as many"
                    + " bytes as the MTU, and may be there more than once.",
            "[1ms, 1ms, 7ms]");
    private static final Field<SimDuration> PERIOD = Field.optional(
            "period", Durations.DURATION, "the last instant", "After how long the list begins again.", "10ms");
    private static final ElementType<LinkCondition> OPPORTUNITIES_ELEMENT = ElementType.checked(
            "delivery opportunities",
            "Recorded instants at which packets can go on, as in the traces of Mahimahi.",
            ImmutableList.of(AT, PERIOD, BandwidthElement.QUEUE),
            DelayElement::opportunities);

    /** Opportunities of delivery. */
    static final ElementType<LinkCondition> OPPORTUNITIES = OPPORTUNITIES_ELEMENT;

    private DelayElement() {}

    /** A condition that is written as a duration. */
    private record MappedScalar(java.util.function.Function<SimDuration, LinkCondition> condition) {
        ValueType<LinkCondition> type() {
            return new MappedType<>(Durations.DURATION, (duration, node) -> condition.apply(duration));
        }
    }

    private static Optional<LinkCondition> jitter(Bound bound) {
        if (bound.get(MOST).nanos() == 0) {
            bound.report(MOST, "nothing differs by at most 0ms", "leave the jitter out, or write 0ms in its place");
            return Optional.empty();
        }
        return Optional.of(new Jitter(bound.get(MOST), bound.get(REORDERING, false)));
    }

    private static Optional<LinkCondition> latency(Bound bound) {
        bound.atMostOneOf(UNIFORM, NORMAL, LOG_NORMAL);
        if (!bound.isWritten(UNIFORM) && !bound.isWritten(NORMAL) && !bound.isWritten(LOG_NORMAL)) {
            bound.report(
                    "this latency does not say how long it is", "one of: uniform, normal, log-normal; or a duration");
            return Optional.empty();
        }
        Optional<DelayDistribution> distribution = bound.find(UNIFORM)
                .flatMap(pair -> uniform(bound, pair))
                .or(() -> bound.find(NORMAL).flatMap(DelayElement::normal))
                .or(() -> bound.find(LOG_NORMAL).flatMap(DelayElement::logNormal));
        return distribution.map(found -> new Latency(found, bound.get(REORDERING, false)));
    }

    private static Optional<DelayDistribution> uniform(Bound bound, ImmutableList<SimDuration> pair) {
        if (pair.size() != 2 || pair.get(1).compareTo(pair.get(0)) < 0) {
            bound.report(UNIFORM, "two durations are needed, the shorter one first", "for example: [5ms, 15ms]");
            return Optional.empty();
        }
        if (pair.get(0).equals(pair.get(1))) {
            bound.report(
                    UNIFORM,
                    "all packets take " + pair.get(0) + ", none another time",
                    "write latency: " + pair.get(0));
            return Optional.empty();
        }
        return Optional.of(new DelayDistribution.Uniform(pair.get(0), pair.get(1)));
    }

    private static Optional<DelayDistribution> normal(Bound spread) {
        if (!spreads(spread)) {
            return Optional.empty();
        }
        return spread.find(MEAN)
                .flatMap(
                        mean -> spread.find(DEVIATION).map(deviation -> new DelayDistribution.Normal(mean, deviation)));
    }

    private static boolean spreads(Bound spread) {
        boolean constant = spread.find(DEVIATION)
                .filter(deviation -> deviation.nanos() == 0)
                .isPresent();
        if (constant) {
            spread.report(
                    DEVIATION,
                    "without a deviation all packets take the same time",
                    "write latency: "
                            + spread.find(MEAN).map(SimDuration::toString).orElse("20ms"));
        }
        return !constant;
    }

    private static Optional<DelayDistribution> logNormal(Bound spread) {
        if (!spreads(spread)) {
            return Optional.empty();
        }
        if (spread.find(MEAN).filter(mean -> mean.nanos() == 0).isPresent()) {
            spread.report(MEAN, "the mean of a log-normal delay is more than 0", "");
            return Optional.empty();
        }
        return spread.find(MEAN)
                .flatMap(mean ->
                        spread.find(DEVIATION).map(deviation -> new DelayDistribution.LogNormal(mean, deviation)));
    }

    private static Optional<LinkCondition> opportunities(Bound bound) {
        ImmutableList<SimDuration> instants = bound.get(AT);
        SimDuration last = instants.get(instants.size() - 1);
        SimDuration period = bound.get(PERIOD, last);
        for (int i = 1; i < instants.size(); i++) {
            if (instants.get(i).compareTo(instants.get(i - 1)) < 0) {
                bound.report(AT, instants.get(i) + " comes behind " + instants.get(i - 1), "instants are in order");
                return Optional.empty();
            }
        }
        if (period.nanos() == 0 || period.compareTo(last) < 0) {
            bound.report("the period of " + period + " is 0, or ends before the last instant", "");
            return Optional.empty();
        }
        return Optional.of(
                new DeliveryOpportunities(instants, period, bound.get(BandwidthElement.QUEUE, QueueLimit.USUAL)));
    }
}
