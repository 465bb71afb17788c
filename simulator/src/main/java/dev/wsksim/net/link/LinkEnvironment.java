package dev.wsksim.net.link;

import dev.wsksim.engine.RandomStreams;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.trace.Trace;

/**
 * What all links of a network have in common.
 *
 * @param loop the loop on which packets arrive
 * @param trace where links report
 * @param randoms where each condition that needs chance gets a stream of its own
 * @param numbers the numbers of the packets
 * @param partitions which hosts cannot hear each other
 */
public record LinkEnvironment(
        SimulationLoop loop, Trace trace, RandomStreams randoms, PacketCounter numbers, Partitions partitions) {

    /** Returns the environment of a network without partitions. */
    public static LinkEnvironment of(SimulationLoop loop, Trace trace, RandomStreams randoms) {
        return new LinkEnvironment(loop, trace, randoms, new PacketCounter(), new Partitions(trace));
    }
}
