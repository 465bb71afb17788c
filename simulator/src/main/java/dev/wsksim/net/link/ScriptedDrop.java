package dev.wsksim.net.link;

import dev.wsksim.engine.Ratio;

/**
 * Loses one packet chosen in advance. Packets sent while the link is down do not count.
 *
 * @param nth which of the matching packets, counted from 1
 * @param match the packets that count
 */
public record ScriptedDrop(long nth, PacketMatch match) {

    public ScriptedDrop {
        if (nth < 1) {
            throw new IllegalArgumentException("packets are counted from 1, not from " + nth);
        }
    }

    PacketSelection selection() {
        return new PacketSelection(match, PacketOrdinals.of(nth), Ratio.ONE);
    }
}
