package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.Ratio;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.net.link.BurstLoss;
import dev.wsksim.net.link.Corruption;
import dev.wsksim.net.link.DataPresence;
import dev.wsksim.net.link.DelayDistribution;
import dev.wsksim.net.link.Duplication;
import dev.wsksim.net.link.Jitter;
import dev.wsksim.net.link.Latency;
import dev.wsksim.net.link.LinkCondition;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.net.link.PacketLoss;
import dev.wsksim.net.link.PacketSelection;
import dev.wsksim.net.link.Reordering;
import java.util.Optional;
import java.util.function.Function;

/** How the single conditions of links are written. */
final class LinkConditionElement {
    private static final ElementType<LinkCondition> LOSS_ELEMENT = ElementType.checked(
            "packet selection",
            "Which packets a condition is for: of those that match, those with some numbers, and of these a share.",
            PacketSelectionElement.fieldsAnd(),
            bound -> PacketSelectionElement.read(bound).map(PacketLoss::of));
    private static final Field<LinkCondition> LOSS = Field.optional(
            "loss",
            new EitherType<>(byRatio(PacketLoss::of), LOSS_ELEMENT),
            "0%",
            "Which packets are lost: a probability, or a mapping that picks them.",
            "1%");

    private static final Field<Ratio> GOOD_TO_BAD =
            Field.required("good-to-bad", ScalarTypes.RATIO, "How likely the good state ends after a packet.", "1%");
    private static final Field<Ratio> BAD_TO_GOOD =
            Field.required("bad-to-good", ScalarTypes.RATIO, "How likely the bad state ends after a packet.", "25%");
    private static final Field<Ratio> IN_GOOD = Field.optional(
            "in-good", ScalarTypes.RATIO, "0%", "How likely a packet is lost in the good state.", "0.1%");
    private static final Field<Ratio> IN_BAD =
            Field.optional("in-bad", ScalarTypes.RATIO, "100%", "How likely a packet is lost in the bad state.", "50%");
    private static final Field<LinkCondition> BURST_LOSS = Field.optional(
            "burst-loss",
            ElementType.checked(
                    "burst loss",
                    "Loss in bursts, by the model of Gilbert and Elliott: a good and a bad state, each with its loss.",
                    ImmutableList.of(GOOD_TO_BAD, BAD_TO_GOOD, IN_GOOD, IN_BAD),
                    LinkConditionElement::burstLoss),
            "none",
            "Packets are lost in bursts.",
            "{ good-to-bad: 1%, bad-to-good: 25% }");

    private static final Field<Integer> COPIES = Field.optional(
            "copies",
            ScalarTypes.integer("a number of copies", 1, Duplication.MOST_COPIES),
            "1",
            "How many copies there are besides the packet.",
            "2");
    private static final Field<LinkCondition> DUPLICATE = Field.optional(
            "duplicate",
            new EitherType<>(
                    byRatio(selection -> new Duplication(selection, 1)),
                    ElementType.checked(
                            "duplication",
                            "Packets that arrive more than once.",
                            PacketSelectionElement.fieldsAnd(COPIES),
                            bound -> PacketSelectionElement.read(bound)
                                    .map(selection -> new Duplication(selection, bound.get(COPIES, 1))))),
            "0%",
            "Which packets arrive more than once: a probability, or a mapping that picks them.",
            "1%");

    private static final Field<SimDuration> DELAY =
            Field.required("delay", Durations.DURATION, "How much later they go on than they would.", "10ms");
    private static final Field<LinkCondition> REORDER = Field.optional(
            "reorder",
            ElementType.checked(
                    "reordering",
                    "Packets that fall behind, so that later ones overtake them.",
                    PacketSelectionElement.fieldsAnd(DELAY),
                    LinkConditionElement::reordering),
            "none",
            "Which packets fall behind, and by how much.",
            "{ nth: 3, delay: 10ms }");

    private static final ScalarType<Corruption.Kind> KIND_WORD =
            ScalarType.words("caught or uncaught", ImmutableList.of("caught", "uncaught"), LinkConditionElement::kind);
    private static final Field<Corruption.Kind> KIND = Field.optional(
            "kind",
            KIND_WORD,
            "caught",
            "With caught, one bit is wrong and the receiver's checksum fails; with uncaught, two 16-bit words of the data have"
                    + " changed places, which no Internet checksum notices.",
            "uncaught");
    private static final Field<LinkCondition> CORRUPT = Field.optional(
            "corrupt",
            new EitherType<>(
                    byRatio(selection -> new Corruption(selection, Corruption.Kind.CAUGHT)),
                    ElementType.checked(
                            "corruption",
                            "Packets whose bytes are changed on their way.",
                            PacketSelectionElement.fieldsAnd(KIND),
                            LinkConditionElement::corruption)),
            "0%",
            "Which packets arrive with other bytes: a probability, or a mapping that picks them.",
            "1%");

    /** How quickly packets are sent, and what waits. */
    static final Field<LinkCondition> BANDWIDTH = Field.optional(
            "bandwidth",
            LaterType.of(() -> BandwidthElement.BANDWIDTH),
            "without limit",
            "How quickly packets are sent: a rate, or a mapping that has a queue too.",
            "{ rate: 10Mbit/s, queue: 64KiB, policy: codel }");

    private static final Field<LinkCondition> OPPORTUNITIES = Field.optional(
            "opportunities",
            LaterType.of(() -> DelayElement.OPPORTUNITIES),
            "always",
            "The instants at which packets can go on.",
            "{ at: [1ms, 1ms, 7ms], period: 10ms }");
    private static final Field<LinkCondition> LATENCY =
            Field.optional("latency", DelayElement.LATENCY, "0ms", "The time that each packet takes.", "5ms");
    private static final Field<LinkCondition> JITTER = Field.optional(
            "jitter",
            LaterType.of(() -> DelayElement.JITTER),
            "0ms",
            "How much longer a packet may take, drawn evenly from zero to this.",
            "1ms");

    /** The largest packet; not a condition with a place, but of the link as a whole. */
    static final Field<Integer> MTU = Field.optional(
            "mtu",
            ScalarTypes.integer(
                    "a number of bytes from " + LinkConfiguration.LEAST_MTU + " to " + LinkConfiguration.MOST_MTU,
                    LinkConfiguration.LEAST_MTU,
                    LinkConfiguration.MOST_MTU),
            Integer.toString(LinkConfiguration.USUAL_MTU),
            "How many bytes a packet may have, from the IP header on.",
            "1400");

    /** All conditions, in the order in which they hold where the order is not written. */
    static final ImmutableList<Field<LinkCondition>> ALL =
            ImmutableList.of(BANDWIDTH, OPPORTUNITIES, LOSS, BURST_LOSS, CORRUPT, DUPLICATE, LATENCY, JITTER, REORDER);

    private LinkConditionElement() {}

    private static Optional<LinkCondition> burstLoss(Bound bound) {
        Ratio inGood = bound.get(IN_GOOD, Ratio.ZERO);
        Ratio inBad = bound.get(IN_BAD, Ratio.ONE);
        if (bound.get(GOOD_TO_BAD).isZero()) {
            bound.report(
                    GOOD_TO_BAD, "the bad state is never reached", "for the same loss all the time, write loss: 1%");
            return Optional.empty();
        }
        if (inGood.isZero() && inBad.isZero()) {
            bound.report(IN_BAD, "nothing is lost in either state", "give one of them a loss of more than 0%");
            return Optional.empty();
        }
        return Optional.of(new BurstLoss(bound.get(GOOD_TO_BAD), bound.get(BAD_TO_GOOD), inGood, inBad));
    }

    private static Optional<LinkCondition> reordering(Bound bound) {
        if (bound.get(DELAY).nanos() == 0) {
            bound.report(DELAY, "nothing falls behind by 0ms", "give it a delay of more than 0");
            return Optional.empty();
        }
        return PacketSelectionElement.read(bound).map(selection -> new Reordering(selection, bound.get(DELAY)));
    }

    private static Optional<LinkCondition> corruption(Bound bound) {
        Corruption.Kind kind = bound.get(KIND, Corruption.Kind.CAUGHT);
        Optional<PacketSelection> selection = PacketSelectionElement.read(bound);
        if (kind == Corruption.Kind.UNCAUGHT
                && selection
                        .filter(picked -> picked.match().data() == DataPresence.NONE)
                        .isPresent()) {
            bound.report(KIND, "there are no words to swap in packets without data", "match packets with data");
            return Optional.empty();
        }
        return selection.map(picked -> new Corruption(picked, kind));
    }

    private static ValueType<LinkCondition> byRatio(Function<PacketSelection, LinkCondition> condition) {
        return new MappedType<>(ScalarTypes.RATIO, (ratio, node) -> condition.apply(PacketSelection.by(ratio)));
    }

    /** Tells whether a condition does anything, and is not a loss of 0% or a latency of 0ms, which are left out. */
    static boolean doesSomething(LinkCondition condition) {
        if (condition instanceof Latency latency
                && latency.distribution() instanceof DelayDistribution.Constant constant) {
            return constant.delay().nanos() > 0;
        }
        if (condition instanceof PacketLoss loss) {
            return loss.selections().stream()
                    .anyMatch(selection -> !selection.ratio().isZero());
        }
        return !(condition instanceof Jitter jitter) || jitter.most().nanos() > 0;
    }

    private static Corruption.Kind kind(Node.Scalar scalar) throws BadTextException {
        return switch (scalar.text()) {
            case "caught" -> Corruption.Kind.CAUGHT;
            case "uncaught" -> Corruption.Kind.UNCAUGHT;
            default -> throw ScalarTypes.mismatch(scalar, "caught or uncaught", "");
        };
    }
}
