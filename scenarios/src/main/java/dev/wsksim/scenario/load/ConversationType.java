package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.scenario.model.PeerData;
import dev.wsksim.scenario.model.PlacedAct;
import java.util.Optional;
import java.util.function.Consumer;

/** A conversation: a list of acts that can happen one after the other. */
final class ConversationType implements ValueType<PeerData> {
    private static final ListType<ImmutableList<PlacedAct>> ACTS = ListType.ofSome(ActElement.ACT);

    @Override
    public Optional<PeerData> read(Node node, Problems problems) {
        int before = problems.count();
        Optional<ImmutableList<PlacedAct>> acts = ACTS.read(node, problems)
                .map(lists -> lists.stream().flatMap(ImmutableList::stream).collect(ImmutableList.toImmutableList()));
        if (problems.count() == before) {
            acts.ifPresent(new ConversationCheck(problems)::check);
        }
        return acts.map(PeerData.Script::new);
    }

    @Override
    public String label() {
        return "a conversation, which is a list of acts";
    }

    @Override
    public ImmutableMap<String, Object> schema(Definitions definitions) {
        return ACTS.schema(definitions);
    }

    @Override
    public void visitElements(Consumer<ElementType<?>> visitor) {
        ACTS.visitElements(visitor);
    }
}
