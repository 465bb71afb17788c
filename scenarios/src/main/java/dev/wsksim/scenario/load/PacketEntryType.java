package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.scenario.load.NetworkTypes.Direction;
import dev.wsksim.scenario.model.FieldExpectation;
import dev.wsksim.scenario.model.PacketExpectation;
import dev.wsksim.scenario.model.PacketKind;
import dev.wsksim.scenario.model.PacketPattern;
import dev.wsksim.scenario.model.Reference;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An expected packet: a mapping with one key that is a direction, whose value is the kind, beside the keys of a time.
 */
final class PacketEntryType implements ValueType<PacketExpectation> {
    private static final TableType<Reference, String, FieldExpectation> FIELDS = new TableType<>(
            ScalarTypes.name("the name of a field"),
            ScalarType.loose("a text, number or truth value", "[\\s\\S]*", Node.Scalar::text),
            (field, value, key) -> Optional.of(new FieldExpectation(field.name(), value)));

    private static final Field<ImmutableList<FieldExpectation>> WITH = Field.optional(
            "with",
            FIELDS,
            "any packet of the kind",
            "What fields of the packet have to be, by the names that the trace shows, beside source, destination,"
                    + " hopLimit and, as text, data.",
            "{ destinationPort: 53, length: 5 }");

    private static final ElementType<Bound> TIME = ElementType.values(
            "packet",
            "A packet that must have been sent: a direction with a kind, its fields, and when.",
            ImmutableList.<Field<?>>builder().addAll(TimeFields.ALL).add(WITH).build());

    private static final ImmutableList<String> COMMON_FIELDS =
            ImmutableList.of("source", "destination", "hopLimit", "trafficClass", "dontFragment", "optionBytes");
    private static final ImmutableList<String> ERROR_FIELDS =
            ImmutableList.of("type", "code", "meaning", "mtu", "pointer");
    private static final ImmutableList<String> SEGMENT_FIELDS = ImmutableList.of(
            "sourcePort",
            "destinationPort",
            "seq",
            "ack",
            "win",
            "mss",
            "wscale",
            "sackOK",
            "TSval",
            "TSecr",
            "sack",
            "length",
            "data");

    @Override
    public Optional<PacketExpectation> read(Node node, Problems problems) {
        if (!(node instanceof Node.Mapping mapping)) {
            problems.report(
                    node, "expected " + label() + ", found " + node.kind(), "for example: - client > server: SYN");
            return Optional.empty();
        }
        ImmutableList<Node.Entry> packets =
                mapping.entries().stream().filter(PacketEntryType::isPacket).collect(ImmutableList.toImmutableList());
        ImmutableList<Node.Entry> rest =
                mapping.entries().stream().filter(entry -> !isPacket(entry)).collect(ImmutableList.toImmutableList());
        Bound time =
                TIME.readValues(new Node.Mapping(mapping.position(), mapping.width(), mapping.size(), rest), problems);
        if (packets.size() == 1) {
            return packet(packets.get(0), time, problems);
        }
        Node where = packets.isEmpty() ? mapping : packets.get(1).key();
        String message = packets.isEmpty() ? "this packet has no direction" : "each packet is an element of its own";
        problems.report(where, message, "for example: - client > server: SYN");
        return Optional.empty();
    }

    private static boolean isPacket(Node.Entry entry) {
        return entry.key().text().contains(">") && !entry.isNote();
    }

    private static Optional<PacketExpectation> packet(Node.Entry entry, Bound time, Problems problems) {
        Optional<Direction> direction = NetworkTypes.PACKET_DIRECTION.read(entry.key(), problems);
        Optional<PacketPattern> pattern = NetworkTypes.PATTERN.read(entry.value(), problems);
        if (direction.isEmpty() || pattern.isEmpty()) {
            return Optional.empty();
        }
        time.find(WITH).ifPresent(fields -> checkFields(fields, pattern.get(), time, problems));
        Direction hosts = direction.get();
        return Optional.of(new PacketExpectation(
                hosts.from(),
                hosts.to(),
                pattern.get(),
                time.get(WITH, ImmutableList.of()),
                TimeFields.read(time),
                entry.key().position()));
    }

    private static void checkFields(
            ImmutableList<FieldExpectation> fields, PacketPattern pattern, Bound bound, Problems problems) {
        ImmutableList<String> known = knownFields(pattern);
        Node.Mapping written = (Node.Mapping) bound.node(WITH).orElseThrow();
        for (FieldExpectation field : fields) {
            if (!known.contains(field.field())) {
                Node where = written.entries().stream()
                        .filter(entry -> entry.key().text().equals(field.field()))
                        .<Node>map(Node.Entry::key)
                        .findFirst()
                        .orElse(written);
                problems.report(
                        where,
                        "no packet of the kind '" + pattern + "' has a field '" + field.field() + "'",
                        Suggestion.hint(field.field(), known, "its fields"));
            }
        }
    }

    private static ImmutableList<String> knownFields(PacketPattern pattern) {
        ImmutableList<String> own = pattern.kind()
                .map(PacketKind::fields)
                .orElse(pattern.icmp().isPresent() ? ERROR_FIELDS : SEGMENT_FIELDS);
        return ImmutableList.<String>builder().addAll(COMMON_FIELDS).addAll(own).build();
    }

    @Override
    public String label() {
        return "a packet such as client > server: SYN";
    }

    @Override
    public ImmutableMap<String, Object> schema(Definitions definitions) {
        return definitions.reference("packet", () -> {
            ImmutableMap.Builder<String, Object> times = ImmutableMap.builder();
            TIME.fields().forEach(field -> times.put(field.name(), field.type().schema(definitions)));
            return ImmutableMap.of(
                    "type",
                    "object",
                    "properties",
                    times.buildOrThrow(),
                    "patternProperties",
                    ImmutableMap.of("^x-", true, ">", NetworkTypes.PATTERN.schema(definitions)),
                    "additionalProperties",
                    false);
        });
    }

    @Override
    public void visitElements(Consumer<ElementType<?>> visitor) {
        visitor.accept(TIME);
    }
}
