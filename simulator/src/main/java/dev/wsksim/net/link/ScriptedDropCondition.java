package dev.wsksim.net.link;

import dev.wsksim.net.packet.Packet;

/** Drops the n-th of the packets that match, and counts them. */
final class ScriptedDropCondition implements LinkCondition {

    private final ScriptedDrop drop;
    private long seen;

    ScriptedDropCondition(ScriptedDrop drop) {
        this.drop = drop;
    }

    @Override
    public void apply(Packet packet, Transit transit) {
        if (drop.match().matches(packet) && ++seen == drop.nth()) {
            transit.drop("scripted: " + drop);
        }
    }
}
