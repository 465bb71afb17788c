package dev.wsksim.net.link;

import dev.wsksim.engine.RandomStream;

/** Lets each packet go on after a time of its own, and, unless it may reorder, never before an earlier packet. */
final class RandomDelayStage extends LinkStage {

    private final DelayDistribution distribution;
    private final boolean reordering;
    private final RandomStream random;
    private long lastNanos;

    RandomDelayStage(DelayDistribution distribution, boolean reordering, RandomStream random) {
        this.distribution = distribution;
        this.reordering = reordering;
        this.random = random;
    }

    @Override
    void apply(Transit transit) {
        transit.addDelay(distribution.draw(random));
        if (!reordering) {
            lastNanos = Math.max(lastNanos, transit.timeNanos());
            transit.leaveAt(lastNanos);
        }
    }
}
