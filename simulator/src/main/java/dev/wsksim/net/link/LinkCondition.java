package dev.wsksim.net.link;

import dev.wsksim.net.packet.Packet;

/** One thing that a link does to packets; a link asks all its conditions in order. */
@FunctionalInterface
interface LinkCondition {

    /**
     * Judges a packet: drops it, delays it, or leaves it alone; asked even when an earlier condition has dropped it.
     */
    void apply(Packet packet, Transit transit);
}
