package dev.wsksim.net.link;

/**
 * One thing that a link does to packets; a link has an ordered list of them, and a packet goes through it in this order
 * until one of them drops it.
 */
public sealed interface LinkCondition
        permits Bandwidth,
                BurstLoss,
                Corruption,
                DeliveryOpportunities,
                Duplication,
                Jitter,
                Latency,
                PacketLoss,
                Reordering {

    /** Tells whether a packet may come to overtake an earlier one. */
    default boolean reorders() {
        return false;
    }

    /** Puts the condition to work on a link. */
    LinkStage begin(StageSurroundings surroundings);
}
