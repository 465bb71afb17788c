package dev.wsksim.net.link;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimDuration;

/**
 * Lets packets go on only at recorded instants, as links of mobile networks do; the recording begins again and again.
 *
 * <p>The form is that of Mahimahi's link traces (R. Netravali et al., "Mahimahi: accurate record-and-replay for HTTP",
 * USENIX ATC 2015): each instant is an opportunity to send as many bytes as the link's MTU, the same instant may be
 * there more than once, and the recording lasts until its last instant. An opportunity carries several small packets;
 * what it cannot carry of a packet waits for the next; and what it does not use is lost. A packet goes on at the
 * opportunity that carries its last byte. Unlike Mahimahi's, instants are in nanoseconds, and a period may last beyond
 * its last instant.
 *
 * @param instants when the opportunities are, counted from the beginning of the period, in order
 * @param period after how long the recording begins again
 * @param limit how much waits; what finds the queue full is dropped
 */
public record DeliveryOpportunities(ImmutableList<SimDuration> instants, SimDuration period, QueueLimit limit)
        implements LinkCondition {

    public DeliveryOpportunities {
        if (instants.isEmpty() || period.nanos() == 0) {
            throw new IllegalArgumentException("a trace has at least one opportunity and takes more than no time");
        }
        for (int i = 0; i < instants.size(); i++) {
            SimDuration next = i + 1 < instants.size() ? instants.get(i + 1) : period;
            if (next.compareTo(instants.get(i)) < 0) {
                throw new IllegalArgumentException("the opportunities of a trace are in order and not behind its end: "
                        + instants.get(i) + " then " + next);
            }
        }
    }

    @Override
    public LinkStage begin(StageSurroundings surroundings) {
        return new OpportunityStage(this, surroundings.mtu());
    }

    @Override
    public String toString() {
        return instants.size() + " delivery opportunities in " + period + " with a queue of " + limit;
    }
}
