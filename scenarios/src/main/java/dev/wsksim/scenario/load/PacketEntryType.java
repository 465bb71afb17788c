package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.scenario.load.NetworkTypes.Direction;
import dev.wsksim.scenario.model.PacketExpectation;
import dev.wsksim.scenario.model.PacketPattern;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An expected packet: a mapping with one key that is a direction, whose value is the kind, beside the keys of a time.
 */
final class PacketEntryType implements ValueType<PacketExpectation> {
    private static final ElementType<Bound> TIME = ElementType.values(
            "packet", "A packet that must have been sent: a direction with a kind, and when.", TimeFields.ALL);

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
        Direction hosts = direction.get();
        return Optional.of(new PacketExpectation(
                hosts.from(),
                hosts.to(),
                pattern.get(),
                TimeFields.read(time),
                entry.key().position()));
    }

    @Override
    public String label() {
        return "a packet such as client > server: SYN";
    }

    @Override
    public ImmutableMap<String, Object> schema(Definitions definitions) {
        return definitions.reference("packet", () -> {
            ImmutableMap.Builder<String, Object> times = ImmutableMap.builder();
            TimeFields.ALL.forEach(field -> times.put(field.name(), field.type().schema(definitions)));
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
