package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.engine.Ratio;
import dev.wsksim.net.link.Bandwidth;
import dev.wsksim.net.link.LinkCondition;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.net.link.PacketLoss;
import dev.wsksim.net.link.PacketMatch;
import dev.wsksim.net.link.PacketOrdinals;
import dev.wsksim.net.link.PacketSelection;
import dev.wsksim.net.link.QueueLimit;
import dev.wsksim.scenario.model.DropMatching;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How all conditions of one direction of a link are written: a mapping, in which each kind is there at most once and the
 * order is given, or a list, whose order holds.
 */
final class LinkConfigurationElement {
    private static final ScalarType<Integer> ORDINAL =
            ScalarTypes.integer("a packet number, counted from 1", 1, Integer.MAX_VALUE);

    private static final Field<ImmutableList<Integer>> DROP = Field.optional(
            "drop",
            ListType.ofSome(ORDINAL),
            "none",
            "Which packets of this direction are lost, counted from 1.",
            "[1, 3]");
    private static final Field<ImmutableList<DropMatching>> DROP_MATCHING = Field.optional(
            "drop-matching",
            new TableType<>(
                    NetworkTypes.SEGMENT_PATTERN,
                    ListType.ofSome(ORDINAL),
                    (pattern, ordinals, key) -> Optional.of(new DropMatching(pattern, ordinals, key.position()))),
            "none",
            "Which TCP segments of a kind are lost, counted from 1 among those of the kind.",
            "{ SYN: [1, 2] }");

    /** The form without a list. */
    static final ElementType<LinkConfiguration> MAP = ElementType.checked(
            "link",
            "The conditions of one direction between two hosts. Packets meet them in this order: drop, drop-matching and"
                    + " other loss without chance; bandwidth or opportunities; loss; burst-loss; corrupt; duplicate; latency;"
                    + " jitter; reorder. A list of single conditions keeps the order in which it is written.",
            ImmutableList.<Field<?>>builder()
                    .add(field("latency"), field("jitter"), field("loss"), DROP, DROP_MATCHING)
                    .add(field("bandwidth"), BandwidthElement.QUEUE, LinkConditionElement.MTU)
                    .add(field("burst-loss"), field("duplicate"), field("reorder"), field("corrupt"))
                    .add(field("opportunities"))
                    .build(),
            LinkConfigurationElement::configuration);

    private static final ElementType<Single> SINGLE = ElementType.checked(
            "link condition",
            "One of the conditions of a link; exactly one of the keys is given.",
            ImmutableList.<Field<?>>builder()
                    .addAll(LinkConditionElement.ALL)
                    .add(LinkConditionElement.MTU)
                    .build(),
            LinkConfigurationElement::single);

    /** The list form. */
    private static final ValueType<LinkConfiguration> LIST = new ConditionList();

    private LinkConfigurationElement() {}

    /** Returns the type of everything that may stand for the conditions of a direction, and a word besides. */
    static <T> FormsType<T> or(ValueType<T> word, java.util.function.Function<LinkConfiguration, T> of) {
        return new FormsType<>(
                word,
                new MappedType<>(MAP, (configuration, node) -> of.apply(configuration)),
                new MappedType<>(LIST, (configuration, node) -> of.apply(configuration)));
    }

    /**
     * One element of the list.
     *
     * @param condition the condition; none where it is the MTU
     * @param mtu the MTU; none where it is a condition
     */
    private record Single(Optional<LinkCondition> condition, Optional<Integer> mtu) {}

    private static Field<LinkCondition> field(String name) {
        return LinkConditionElement.ALL.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<LinkConfiguration> configuration(Bound bound) {
        List<LinkCondition> conditions = new ArrayList<>();
        if (!numbersAreDifferent(bound)) {
            return Optional.empty();
        }
        PacketLoss scripted = scripted(bound);
        if (!scripted.selections().isEmpty()) {
            conditions.add(scripted);
        }
        for (Field<LinkCondition> field : LinkConditionElement.ALL) {
            bound.find(field)
                    .filter(LinkConditionElement::doesSomething)
                    .map(condition -> withQueue(condition, bound))
                    .ifPresent(conditions::add);
        }
        bound.atMostOneOf(field("bandwidth"), field("opportunities"));
        if (!queueIsUsable(bound)) {
            return Optional.empty();
        }
        return Optional.of(new LinkConfiguration(
                LinkConfiguration.inUsualOrder(conditions),
                bound.get(LinkConditionElement.MTU, LinkConfiguration.USUAL_MTU),
                true));
    }

    private static boolean numbersAreDifferent(Bound bound) {
        boolean drop = areDifferent(DROP, bound.get(DROP, ImmutableList.of()), bound);
        for (DropMatching matching : bound.get(DROP_MATCHING, ImmutableList.of())) {
            drop &= areDifferent(DROP_MATCHING, matching.ordinals(), bound);
        }
        return drop;
    }

    private static boolean areDifferent(Field<?> field, ImmutableList<Integer> ordinals, Bound bound) {
        boolean different = ordinals.stream().distinct().count() == ordinals.size();
        if (!different) {
            bound.report(field, "a packet is lost only once", "each number once");
        }
        return different;
    }

    private static PacketLoss scripted(Bound bound) {
        ImmutableList.Builder<PacketSelection> selections = ImmutableList.builder();
        ImmutableList<Integer> drop = bound.get(DROP, ImmutableList.of());
        if (!drop.isEmpty()) {
            selections.add(lost(PacketMatch.ANY, drop));
        }
        for (DropMatching matching : bound.get(DROP_MATCHING, ImmutableList.of())) {
            PacketMatch match = PacketMatch.parse(matching.pattern().toString())
                    .orElseThrow(() -> new AssertionError("only known flags are read"));
            selections.add(lost(match, matching.ordinals()));
        }
        return new PacketLoss(selections.build());
    }

    private static PacketSelection lost(PacketMatch match, ImmutableList<Integer> ordinals) {
        long[] numbers = ordinals.stream().mapToLong(Integer::longValue).toArray();
        return new PacketSelection(match, PacketOrdinals.of(numbers), Ratio.ONE);
    }

    private static LinkCondition withQueue(LinkCondition condition, Bound bound) {
        Optional<QueueLimit> queue = bound.find(BandwidthElement.QUEUE);
        return queue.isPresent() && condition instanceof Bandwidth line
                ? line.withQueue(queue.get(), line.policy())
                : condition;
    }

    private static boolean queueIsUsable(Bound bound) {
        if (!bound.isWritten(BandwidthElement.QUEUE)) {
            return true;
        }
        boolean plainRate = bound.node(field("bandwidth"))
                .filter(Node.Scalar.class::isInstance)
                .isPresent();
        if (!plainRate) {
            bound.report(
                    BandwidthElement.QUEUE,
                    "'queue' stands beside a bandwidth that is a rate alone",
                    "write bandwidth: 10Mbit/s beside it, or put the queue inside");
        }
        return plainRate;
    }

    private static Optional<Single> single(Bound bound) {
        List<Field<?>> written =
                SINGLE.fields().stream().filter(bound::isWritten).toList();
        if (written.isEmpty() && bound.hasOtherKeysThan(SINGLE.fields())) {
            return Optional.empty();
        }
        if (written.size() != 1) {
            String message = written.isEmpty()
                    ? "this condition says nothing"
                    : "'" + written.get(0).name() + "' and '" + written.get(1).name() + "' are two conditions";
            String hint = written.isEmpty()
                    ? "one of: "
                            + String.join(
                                    ", ",
                                    SINGLE.fields().stream().map(Field::name).toList())
                    : "begin a new element of the list with '- '";
            bound.report(message, hint);
            return Optional.empty();
        }
        Optional<LinkCondition> condition = LinkConditionElement.ALL.stream()
                .flatMap(field -> bound.find(field).stream())
                .findFirst();
        Optional<Integer> mtu = bound.find(LinkConditionElement.MTU);
        return condition.isPresent() || mtu.isPresent() ? Optional.of(new Single(condition, mtu)) : Optional.empty();
    }

    /** The list form: conditions in their order, and at most one MTU, wherever it stands. */
    private static final class ConditionList implements ValueType<LinkConfiguration> {
        private static final ListType<Single> ITEMS = ListType.of(SINGLE);

        @Override
        public Optional<LinkConfiguration> read(Node node, Problems problems) {
            return ITEMS.read(node, problems).flatMap(singles -> configuration(singles, node, problems));
        }

        private static Optional<LinkConfiguration> configuration(
                ImmutableList<Single> singles, Node node, Problems problems) {
            List<Integer> mtus =
                    singles.stream().flatMap(single -> single.mtu().stream()).toList();
            if (mtus.size() > 1) {
                problems.report(node, "this list has two MTUs", "a link has one, which holds for all conditions");
                return Optional.empty();
            }
            ImmutableList<LinkCondition> conditions = singles.stream()
                    .flatMap(single -> single.condition().stream())
                    .filter(LinkConditionElement::doesSomething)
                    .collect(ImmutableList.toImmutableList());
            int mtu = mtus.isEmpty() ? LinkConfiguration.USUAL_MTU : mtus.get(0);
            return Optional.of(new LinkConfiguration(conditions, mtu, true));
        }

        @Override
        public String label() {
            return "a list of link conditions";
        }

        @Override
        public ImmutableMap<String, Object> schema(Definitions definitions) {
            return ITEMS.schema(definitions);
        }

        @Override
        public void visitElements(Consumer<ElementType<?>> visitor) {
            ITEMS.visitElements(visitor);
        }
    }
}
