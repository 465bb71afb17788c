package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.scenario.model.LinkSpec;
import dev.wsksim.scenario.model.Reference;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How segments are written: which hosts are on one, with the conditions that what each of them sends meets. A segment
 * stands for a link from each of its hosts to each other.
 */
final class SegmentElement implements ValueType<ImmutableList<LinkSpec>> {
    private static final TableType<Reference, LinkConfiguration, Member> MEMBERS = new TableType<>(
            ScalarTypes.name("a host, or a host and its interface such as router.lan"),
            LinkConfigurationElement.MAP,
            (host, conditions, key) -> Optional.of(new Member(host, conditions, key)));

    private static final TableType<Reference, ImmutableList<Member>, ImmutableList<LinkSpec>> TABLE =
            new TableType<>(ScalarTypes.name("the name of a segment"), new Members(), SegmentElement::segment);

    /** All segments of a scenario. */
    static final SegmentElement SEGMENTS = new SegmentElement();

    private SegmentElement() {}

    /** One host on a segment. */
    private record Member(Reference host, LinkConfiguration conditions, Node.Scalar key) {}

    /** The hosts of one segment, of which there have to be two. */
    private static final class Members implements ValueType<ImmutableList<Member>> {
        @Override
        public Optional<ImmutableList<Member>> read(Node node, Problems problems) {
            int before = problems.count();
            Optional<ImmutableList<Member>> members = MEMBERS.read(node, problems);
            if (members.isPresent() && members.get().size() < 2 && problems.count() == before) {
                problems.report(node, "a segment joins at least two hosts", "for example: { client: {}, server: {} }");
            }
            return members;
        }

        @Override
        public String label() {
            return MEMBERS.label();
        }

        @Override
        public ImmutableMap<String, Object> schema(Definitions definitions) {
            return MEMBERS.schema(definitions);
        }

        @Override
        public void visitElements(Consumer<ElementType<?>> visitor) {
            MEMBERS.visitElements(visitor);
        }
    }

    private static Optional<ImmutableList<LinkSpec>> segment(
            Reference name, ImmutableList<Member> members, Node.Scalar key) {
        ImmutableList.Builder<LinkSpec> links = ImmutableList.builder();
        for (Member from : members) {
            for (Member to : members) {
                if (!from.host().name().equals(to.host().name())) {
                    links.add(new LinkSpec(
                            from.host(),
                            to.host(),
                            from.conditions(),
                            from.key().position()));
                }
            }
        }
        return Optional.of(links.build());
    }

    @Override
    public Optional<ImmutableList<LinkSpec>> read(Node node, Problems problems) {
        return TABLE.read(node, problems)
                .map(segments ->
                        segments.stream().flatMap(ImmutableList::stream).collect(ImmutableList.toImmutableList()));
    }

    @Override
    public String label() {
        return TABLE.label();
    }

    @Override
    public ImmutableMap<String, Object> schema(Definitions definitions) {
        return TABLE.schema(definitions);
    }

    @Override
    public void visitElements(Consumer<ElementType<?>> visitor) {
        TABLE.visitElements(visitor);
    }
}
