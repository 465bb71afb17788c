package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.scenario.model.LinkSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** How links are written: one entry per direction, of which one may say that it is the same as the opposite one. */
final class LinkElement implements ValueType<ImmutableList<LinkSpec>> {
    private static final ScalarType<Optional<LinkConfiguration>> SAME =
            ScalarType.words("same", ImmutableList.of("same"), scalar -> {
                if (!scalar.text().equals("same")) {
                    throw ScalarTypes.mismatch(
                            scalar, "same, a mapping or a list", "'same' takes over the opposite direction");
                }
                return Optional.empty();
            });

    private static final FormsType<Optional<LinkConfiguration>> LINK = LinkConfigurationElement.or(SAME, Optional::of);

    private static final TableType<NetworkTypes.Direction, Optional<LinkConfiguration>, Entry> ENTRIES =
            new TableType<>(
                    NetworkTypes.LINK_DIRECTION,
                    LINK,
                    (direction, link, key) -> Optional.of(new Entry(direction, link, key)));

    /** All links of a scenario. */
    static final LinkElement LINKS = new LinkElement();

    private LinkElement() {}

    /**
     * A direction as it is written.
     *
     * @param link its conditions; empty: the same as the opposite direction
     */
    private record Entry(NetworkTypes.Direction direction, Optional<LinkConfiguration> link, Node.Scalar key) {}

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
            String where = "it is first given in "
                    + first.key().position().lineSeenFrom(entry.key().position());
            problems.report(entry.key(), "direction '" + direction + "' is given twice", where);
        }
        return first == null;
    }

    private static Optional<LinkSpec> resolve(Entry entry, Map<String, Entry> entries, Problems problems) {
        String opposite = entry.direction().opposite().toString();
        Optional<LinkConfiguration> conditions =
                entry.link().or(() -> Optional.ofNullable(entries.get(opposite)).flatMap(Entry::link));
        if (conditions.isEmpty()) {
            String hint = "give the conditions of '" + opposite + "', or of this direction itself";
            problems.report(entry.key(), "'same' has nothing to take over", hint);
        }
        return conditions.map(configuration -> new LinkSpec(
                entry.direction().from(),
                entry.direction().to(),
                configuration,
                entry.key().position()));
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
        LINK.visitElements(visitor);
    }
}
