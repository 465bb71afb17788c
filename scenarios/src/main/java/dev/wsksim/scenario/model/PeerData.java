package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.peer.Behaviour;

/** What a scripted end does with an established connection. */
public sealed interface PeerData {
    /** It reads and forgets. */
    PeerData DISCARD = new Ready(new Behaviour.Discard());

    /**
     * One of the behaviours that need no script.
     *
     * @param behaviour the behaviour, which is no conversation
     */
    record Ready(Behaviour behaviour) implements PeerData {}

    /**
     * A conversation.
     *
     * @param acts what the end does, in order
     */
    record Script(ImmutableList<PlacedAct> acts) implements PeerData {}
}
