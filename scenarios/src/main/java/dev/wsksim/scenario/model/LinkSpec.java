package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.Ratio;
import dev.wsksim.engine.SimDuration;

/**
 * The conditions of one direction between two hosts.
 *
 * @param from the sending host
 * @param to the receiving host
 * @param latency the time each packet takes
 * @param jitter how much longer a packet may take, drawn evenly from zero to this
 * @param loss the probability that a packet is lost
 * @param drop the packets of this direction that are lost, counted from 1
 * @param dropMatching packets lost among those of a kind
 * @param position where it is written
 */
public record LinkSpec(
        Reference from,
        Reference to,
        SimDuration latency,
        SimDuration jitter,
        Ratio loss,
        ImmutableList<Integer> drop,
        ImmutableList<DropMatching> dropMatching,
        SourcePosition position) {

    /** Returns the same conditions for another direction. */
    public LinkSpec forDirection(Reference newFrom, Reference newTo, SourcePosition newPosition) {
        return new LinkSpec(newFrom, newTo, latency, jitter, loss, drop, dropMatching, newPosition);
    }
}
