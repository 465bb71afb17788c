package dev.wsksim.net.link;

import dev.wsksim.engine.RandomStream;

/** Applies {@link BurstLoss}: first the loss of the state that the packet finds, then the change of the state. */
final class BurstLossStage extends LinkStage {

    private final BurstLoss condition;
    private final RandomStream random;
    private boolean bad;

    BurstLossStage(BurstLoss condition, RandomStream random) {
        this.condition = condition;
        this.random = random;
    }

    @Override
    void apply(Transit transit) {
        if (random.chance(bad ? condition.lossInBad() : condition.lossInGood())) {
            transit.drop(bad ? "burst loss, bad state" : "burst loss, good state");
        }
        if (random.chance(bad ? condition.badToGood() : condition.goodToBad())) {
            bad = !bad;
        }
    }
}
