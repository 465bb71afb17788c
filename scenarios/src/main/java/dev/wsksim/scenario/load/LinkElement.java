package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.engine.Ratio;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.scenario.model.DropMatching;
import dev.wsksim.scenario.model.LinkSpec;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.SourcePosition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** How links are written: one entry per direction, of which one may say that it is the same as the opposite one. */
final class LinkElement implements ValueType<ImmutableList<LinkSpec>> {
    private static final ScalarType<Integer> ORDINAL =
            ScalarTypes.integer("a packet number, counted from 1", 1, Integer.MAX_VALUE);

    private static final Field<SimDuration> LATENCY =
            Field.optional("latency", Durations.DURATION, "0ms", "The time that each packet takes.", "5ms");
    private static final Field<SimDuration> JITTER = Field.optional(
            "jitter",
            Durations.DURATION,
            "0ms",
            "How much longer a packet may take, drawn evenly from zero to this.",
            "1ms");
    private static final Field<Ratio> LOSS =
            Field.optional("loss", ScalarTypes.RATIO, "0%", "The probability that a packet is lost.", "1%");
    private static final Field<ImmutableList<Integer>> DROP = Field.optional(
            "drop",
            ListType.of(ORDINAL),
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
    /** The conditions of one direction. */
    static final ElementType<Optional<Bound>> CONDITIONS = ElementType.of(
            "link",
            "The conditions of one direction between two hosts.",
            ImmutableList.of(LATENCY, JITTER, LOSS, DROP, DROP_MATCHING),
            Optional::of);

    private static final ScalarType<Optional<Bound>> SAME =
            ScalarType.words("same", ImmutableList.of("same"), scalar -> {
                if (!scalar.text().equals("same")) {
                    throw ScalarTypes.mismatch(scalar, "same or a mapping", "'same' takes over the opposite direction");
                }
                return Optional.empty();
            });

    private static final TableType<NetworkTypes.Direction, Optional<Bound>, Entry> ENTRIES = new TableType<>(
            NetworkTypes.LINK_DIRECTION,
            new EitherType<>(SAME, CONDITIONS),
            (direction, link, key) -> Optional.of(new Entry(direction, link, key)));

    /** All links of a scenario. */
    static final LinkElement LINKS = new LinkElement();

    private LinkElement() {}

    /**
     * A direction as it is written.
     *
     * @param link its conditions; empty: the same as the opposite direction
     */
    private record Entry(NetworkTypes.Direction direction, Optional<Bound> link, Node.Scalar key) {}

    @Override
    public Optional<ImmutableList<LinkSpec>> read(Node node, Problems problems) {
        return ENTRIES.read(node, problems).map(entries -> resolve(entries, problems));
    }

    private static ImmutableList<LinkSpec> resolve(ImmutableList<Entry> entries, Problems problems) {
        ImmutableList.Builder<LinkSpec> links = ImmutableList.builder();
        Map<String, Entry> byDirection = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (isSensible(entry, byDirection, problems)) {
                byDirection.put(entry.direction().toString(), entry);
            }
        }
        for (Entry entry : byDirection.values()) {
            resolve(entry, byDirection, problems).ifPresent(links::add);
        }
        return links.build();
    }

    private static boolean isSensible(Entry entry, Map<String, Entry> before, Problems problems) {
        NetworkTypes.Direction direction = entry.direction();
        if (direction.from().name().equals(direction.to().name())) {
            problems.report(entry.key(), "a link joins two hosts, here both are '" + direction.from() + "'", "");
            return false;
        }
        Entry first = before.get(direction.toString());
        if (first != null) {
            String where = "it is first given in line " + first.key().position().line();
            problems.report(entry.key(), "direction '" + direction + "' is given twice", where);
        }
        return first == null;
    }

    private static Optional<LinkSpec> resolve(Entry entry, Map<String, Entry> entries, Problems problems) {
        String opposite = entry.direction().opposite().toString();
        Optional<Bound> conditions =
                entry.link().or(() -> Optional.ofNullable(entries.get(opposite)).flatMap(Entry::link));
        if (conditions.isEmpty()) {
            String hint = "give the conditions of '" + opposite + "', or of this direction itself";
            problems.report(entry.key(), "'same' has nothing to take over", hint);
        }
        return conditions.map(bound -> link(
                entry.direction().from(),
                entry.direction().to(),
                bound,
                entry.key().position()));
    }

    /** Returns one direction with conditions. */
    static LinkSpec link(Reference from, Reference to, Bound link, SourcePosition position) {
        return new LinkSpec(
                from,
                to,
                link.get(LATENCY, SimDuration.ZERO),
                link.get(JITTER, SimDuration.ZERO),
                link.get(LOSS, Ratio.ZERO),
                link.get(DROP, ImmutableList.of()),
                link.get(DROP_MATCHING, ImmutableList.of()),
                position);
    }

    @Override
    public String label() {
        return ENTRIES.label();
    }

    @Override
    public ImmutableMap<String, Object> schema(Definitions definitions) {
        return ENTRIES.schema(definitions);
    }

    @Override
    public void visitElements(Consumer<ElementType<?>> visitor) {
        visitor.accept(CONDITIONS);
    }
}
