package dev.wsksim.net.link;

import dev.wsksim.engine.SimDuration;

/**
 * Lets each packet take longer by a time of which each amount from zero to a bound is equally likely.
 *
 * @param most the bound
 * @param reordering whether a packet may overtake an earlier one; if not, a late packet holds back those behind it
 */
public record Jitter(SimDuration most, boolean reordering) implements LinkCondition {

    @Override
    public boolean reorders() {
        return reordering;
    }

    @Override
    public LinkStage begin(StageSurroundings surroundings) {
        return most.nanos() == 0
                ? new ConstantDelayStage(0)
                : new RandomDelayStage(
                        new DelayDistribution.Uniform(SimDuration.ZERO, most),
                        reordering,
                        surroundings.random("jitter"));
    }

    @Override
    public String toString() {
        return "jitter " + most + (reordering ? " with reordering" : "");
    }
}
