package dev.wsksim.net.link;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.Ratio;
import dev.wsksim.engine.SimDuration;

/**
 * How one direction of a link treats packets.
 *
 * @param latency how long every packet travels
 * @param jitter the most that a packet may take longer; each amount from zero to this is equally likely
 * @param reordering whether jitter may let a packet overtake an earlier one; if not, a late packet holds back those
 *     behind it
 * @param loss how likely each packet is lost, independently of the others
 * @param drops packets that are lost for certain
 * @param up whether the link carries packets when the simulation begins
 */
public record LinkConfiguration(
        SimDuration latency,
        SimDuration jitter,
        boolean reordering,
        Ratio loss,
        ImmutableList<ScriptedDrop> drops,
        boolean up) {

    /** A link that is up, takes no time and loses nothing. */
    public static final LinkConfiguration IDEAL =
            new LinkConfiguration(SimDuration.ZERO, SimDuration.ZERO, false, Ratio.ZERO, ImmutableList.of(), true);

    /** Returns a link that is up, loses nothing and has this latency. */
    public static LinkConfiguration ofLatency(SimDuration latency) {
        return IDEAL.withLatency(latency);
    }

    /** Returns this configuration with another latency. */
    public LinkConfiguration withLatency(SimDuration newLatency) {
        return new LinkConfiguration(newLatency, jitter, reordering, loss, drops, up);
    }

    /** Returns this configuration with another jitter. */
    public LinkConfiguration withJitter(SimDuration newJitter) {
        return new LinkConfiguration(latency, newJitter, reordering, loss, drops, up);
    }

    /** Returns this configuration with reordering allowed or not. */
    public LinkConfiguration withReordering(boolean newReordering) {
        return new LinkConfiguration(latency, jitter, newReordering, loss, drops, up);
    }

    /** Returns this configuration with another loss. */
    public LinkConfiguration withLoss(Ratio newLoss) {
        return new LinkConfiguration(latency, jitter, reordering, newLoss, drops, up);
    }

    /** Returns this configuration with other scripted drops. */
    public LinkConfiguration withDrops(ScriptedDrop... newDrops) {
        return new LinkConfiguration(latency, jitter, reordering, loss, ImmutableList.copyOf(newDrops), up);
    }

    /** Returns this configuration with the link up or down at the beginning. */
    public LinkConfiguration withUp(boolean newUp) {
        return new LinkConfiguration(latency, jitter, reordering, loss, drops, newUp);
    }
}
