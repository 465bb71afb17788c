package dev.wsksim.net.link;

import dev.wsksim.engine.SimDuration;

/**
 * Delays some packets, so that those behind overtake them.
 *
 * @param selection which packets fall behind
 * @param delay how much later they go on
 */
public record Reordering(PacketSelection selection, SimDuration delay) implements LinkCondition {

    @Override
    public boolean reorders() {
        return true;
    }

    @Override
    public LinkStage begin(StageSurroundings surroundings) {
        return new ReorderingStage(new PacketChooser(selection, surroundings, "reorder"), delay.nanos());
    }

    @Override
    public String toString() {
        return "reordering of " + selection + " by " + delay;
    }
}
