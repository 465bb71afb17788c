package dev.wsksim.net.link;

import dev.wsksim.engine.Ratio;

/**
 * Loses packets in bursts, by the model of Gilbert and Elliott (E. O. Elliott, "Estimates of error rates for codes on
 * burst-noise channels", Bell System Technical Journal 42, 1963): the link is in a good state or a bad one, each with a
 * loss of its own, and may change its state after each packet.
 *
 * <p>It begins in the good state. On the average a stay in a state has the reciprocal of the probability to leave it as
 * its length in packets, and the share of the packets that meet the bad state is goodToBad / (goodToBad + badToGood).
 *
 * @param goodToBad how likely the good state ends after a packet
 * @param badToGood how likely the bad state ends after a packet
 * @param lossInGood how likely a packet is lost in the good state
 * @param lossInBad how likely a packet is lost in the bad state
 */
public record BurstLoss(Ratio goodToBad, Ratio badToGood, Ratio lossInGood, Ratio lossInBad) implements LinkCondition {

    @Override
    public LinkStage begin(StageSurroundings surroundings) {
        return new BurstLossStage(this, surroundings.random("burst-loss"));
    }

    @Override
    public String toString() {
        return "burst loss " + goodToBad + " " + badToGood + " " + lossInGood + " " + lossInBad;
    }
}
