package dev.wsksim.net.link;

import dev.wsksim.engine.SimDuration;

/**
 * The time that packets travel.
 *
 * @param distribution how long
 * @param reordering whether a quick packet may overtake a slow one; if not, the slow one holds back those behind it
 */
public record Latency(DelayDistribution distribution, boolean reordering) implements LinkCondition {

    /** Returns a latency that is the same for all packets. */
    public static Latency of(SimDuration delay) {
        return new Latency(new DelayDistribution.Constant(delay), false);
    }

    @Override
    public boolean reorders() {
        return reordering;
    }

    @Override
    public LinkStage begin(StageSurroundings surroundings) {
        return distribution instanceof DelayDistribution.Constant constant
                ? new ConstantDelayStage(constant.delay().nanos())
                : new RandomDelayStage(distribution, reordering, surroundings.random("latency"));
    }

    @Override
    public String toString() {
        return "latency " + distribution + (reordering ? " with reordering" : "");
    }
}
