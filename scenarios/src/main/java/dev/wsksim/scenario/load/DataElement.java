package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.net.peer.Behaviour;
import dev.wsksim.scenario.model.PeerData;

/** How it is written what an end does with a connection: a word, the pace of a slow reader, or a conversation. */
final class DataElement {
    private static final ImmutableMap<String, Behaviour> READY = ImmutableMap.of(
            "discard", new Behaviour.Discard(),
            "echo", new Behaviour.Echo(),
            "chargen", new Behaviour.Chargen(),
            "never-reads", new Behaviour.NeverReads());

    private static final Field<Long> READS =
            Field.required("reads", ByteCounts.from(1, 1 << 30), "How many bytes it reads at most in one go.", "1KiB");
    private static final Field<SimDuration> EVERY = Field.required(
            "every",
            Durations.POSITIVE,
            "How much time lies between data and its being read, and between one go and the next.",
            "100ms");
    private static final ElementType<PeerData> SLOW = ElementType.of(
            "slow reader",
            "An end that reads now and then, and forgets what it reads.",
            ImmutableList.of(READS, EVERY),
            DataElement::slow);

    /** A word. */
    static final ScalarType<PeerData> WORD = ScalarType.words(
            "discard, echo, chargen or never-reads", READY.keySet().asList(), DataElement::ready);

    /** A conversation. */
    static final ValueType<PeerData> CONVERSATION = new ConversationType();

    /** What an end does with a connection. */
    static final ValueType<PeerData> DATA = new FormsType<>(WORD, SLOW, CONVERSATION);

    private DataElement() {}

    private static PeerData ready(Node.Scalar scalar) throws BadTextException {
        Behaviour behaviour = READY.get(scalar.text());
        if (behaviour == null) {
            String hint = PeerElement.WORDS.contains(scalar.text())
                    ? "this is how an attempt to connect is met; write connect: " + scalar.text()
                    : Suggestion.hint(scalar.text(), READY.keySet(), "one of");
            throw ScalarTypes.mismatch(scalar, "what happens to data", hint);
        }
        return new PeerData.Ready(behaviour);
    }

    private static PeerData slow(Bound slow) {
        return new PeerData.Ready(new Behaviour.SlowReader(slow.get(READS).intValue(), slow.get(EVERY)));
    }
}
