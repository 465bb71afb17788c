package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.net.link.PacketMatch;
import dev.wsksim.net.link.Release;
import dev.wsksim.scenario.model.LinkChange;
import dev.wsksim.scenario.model.LinkStep;
import dev.wsksim.scenario.model.PartitionStep;
import dev.wsksim.scenario.model.PartitionStep.Sides;
import dev.wsksim.scenario.model.Reference;
import java.util.Optional;

/** How the steps are written that something happens to links with. */
final class LinkStepElement {
    private static final Field<NetworkTypes.Direction> LINK = Field.required(
            "link", NetworkTypes.LINK_DIRECTION, "The direction that something happens to.", "client -> server");
    private static final Field<LinkChange> DO = Field.optional(
            "do",
            ScalarType.words("down or up", ImmutableList.of("down", "up"), LinkStepElement::state),
            "not",
            "Whether packets are lost from now on, or pass again.",
            "down");

    private static final ScalarType<LinkConfiguration> IDEAL =
            ScalarType.words("ideal", ImmutableList.of("ideal"), scalar -> {
                if (!scalar.text().equals("ideal")) {
                    throw ScalarTypes.mismatch(scalar, "ideal, a mapping or a list", "'ideal' has no conditions");
                }
                return LinkConfiguration.IDEAL;
            });
    private static final Field<LinkConfiguration> CONDITIONS = Field.optional(
            "conditions",
            LinkConfigurationElement.or(IDEAL, configuration -> configuration),
            "not",
            "The conditions that hold from now on, in place of all others, written as under links; what is on its way"
                    + " arrives under those that it met.",
            "{ latency: 200ms, loss: 5% }");
    private static final Field<PacketMatch> HOLD = Field.optional(
            "hold",
            LaterType.of(() -> PacketMatchElement.MATCH),
            "not",
            "The packets that the link keeps from now on until they are released.",
            "SYN+ACK");

    private static final Field<Integer> FIRST = Field.optional(
            "first",
            ScalarTypes.integer("a number of packets", 1, Integer.MAX_VALUE),
            "not",
            "So many of them, in the order in which they were kept.",
            "2");
    private static final Field<ImmutableList<Integer>> ORDER = Field.optional(
            "order",
            ListType.ofSome(ScalarTypes.integer("a packet number, counted from 1", 1, Integer.MAX_VALUE)),
            "not",
            "Those with these numbers among the packets that are kept, in this order.",
            "[2, 1]");
    private static final ElementType<Release> RELEASE_ELEMENT = ElementType.checked(
            "release",
            "Which of the packets that are kept go on, while the hold goes on; exactly one of the keys is given.",
            ImmutableList.of(FIRST, ORDER),
            LinkStepElement::release);
    private static final Field<Release> RELEASE = Field.optional(
            "release",
            new EitherType<>(
                    ScalarType.words(
                            "all or reversed", ImmutableList.of("all", "reversed"), LinkStepElement::releaseWord),
                    RELEASE_ELEMENT),
            "not",
            "The packets that go on now: all or, reversed, the last one first, either of which ends the hold; or some.",
            "all");

    /** A step with what happens to one direction. */
    static final ElementType<LinkStep> LINK_STEP = ElementType.checked(
            "link step",
            "Something happens to one direction of a link; exactly one of do, conditions, hold and release is given.",
            StepFields.of(LINK, DO, CONDITIONS, HOLD, RELEASE),
            LinkStepElement::linkStep);

    private static final Field<Reference> PARTITION =
            Field.required("partition", ScalarTypes.NAME, "The name of the partition, by which it is healed.", "split");
    private static final Field<ImmutableList<Reference>> BETWEEN =
            Field.required("between", ListType.oneOrMore(ScalarTypes.NAME), "The hosts of the one side.", "[client]");
    private static final Field<ImmutableList<Reference>> AND =
            Field.required("and", ListType.oneOrMore(ScalarTypes.NAME), "The hosts of the other side.", "[server]");
    private static final Field<Boolean> ONE_WAY = Field.optional(
            "one-way",
            ScalarTypes.TRUE_OR_FALSE,
            "FALSE",
            "Whether only packets from the one side to the other are lost, and those back pass.",
            "TRUE");

    /** A step that divides the network. */
    static final ElementType<PartitionStep> PARTITION_STEP = ElementType.of(
            "partition step",
            "Packets between two groups of hosts are lost from now on, whatever way they go.",
            StepFields.of(PARTITION, BETWEEN, AND, ONE_WAY),
            step -> new PartitionStep(
                    StepFields.id(step),
                    StepFields.timing(step),
                    step.get(PARTITION),
                    Optional.of(new Sides(step.get(BETWEEN), step.get(AND), !step.get(ONE_WAY, false))),
                    step.position()));

    private static final Field<Reference> HEAL =
            Field.required("heal", ScalarTypes.NAME, "The partition that is over.", "split");

    /** A step that makes the network whole. */
    static final ElementType<PartitionStep> HEAL_STEP = ElementType.of(
            "heal step",
            "A partition is over.",
            StepFields.of(HEAL),
            step -> new PartitionStep(
                    StepFields.id(step), StepFields.timing(step), step.get(HEAL), Optional.empty(), step.position()));

    private LinkStepElement() {}

    private static Optional<LinkStep> linkStep(Bound step) {
        step.atMostOneOf(DO, CONDITIONS, HOLD, RELEASE);
        Optional<LinkChange> change = step.find(DO)
                .or(() -> step.find(CONDITIONS).map(LinkChange.Conditions::new))
                .or(() -> step.find(HOLD).map(LinkChange.Hold::new))
                .or(() -> step.find(RELEASE).map(LinkChange.Let::new));
        boolean nothing =
                ImmutableList.of(DO, CONDITIONS, HOLD, RELEASE).stream().noneMatch(step::isWritten);
        if (nothing) {
            step.report("this step does not say what happens to the link", "one of: do, conditions, hold, release");
        }
        return change.map(what -> new LinkStep(
                StepFields.id(step),
                StepFields.timing(step),
                step.get(LINK).from(),
                step.get(LINK).to(),
                what,
                step.position()));
    }

    private static LinkChange state(Node.Scalar scalar) throws BadTextException {
        return switch (scalar.text()) {
            case "down" -> new LinkChange.State(false);
            case "up" -> new LinkChange.State(true);
            default ->
                throw ScalarTypes.mismatch(
                        scalar, "down or up", Suggestion.hint(scalar.text(), ImmutableList.of("down", "up"), "one of"));
        };
    }

    private static Release releaseWord(Node.Scalar scalar) throws BadTextException {
        return switch (scalar.text()) {
            case "all" -> new Release.All();
            case "reversed" -> new Release.Reversed();
            default ->
                throw ScalarTypes.mismatch(
                        scalar, "all or reversed", "or a mapping: { first: 2 } or { order: [2, 1] }");
        };
    }

    private static Optional<Release> release(Bound bound) {
        bound.atMostOneOf(FIRST, ORDER);
        if (!bound.isWritten(FIRST) && !bound.isWritten(ORDER)) {
            bound.report("this release says nothing", "one of: first, order; or the word all");
        }
        Optional<ImmutableList<Integer>> order = bound.find(ORDER);
        if (order.isPresent()
                && order.get().stream().distinct().count() < order.get().size()) {
            bound.report(ORDER, "a packet goes on only once", "each number once");
            return Optional.empty();
        }
        return bound.find(FIRST).<Release>map(Release.First::new).or(() -> order.map(Release.Numbered::new));
    }
}
