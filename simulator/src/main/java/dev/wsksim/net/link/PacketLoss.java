package dev.wsksim.net.link;

import com.google.common.collect.ImmutableList;

/**
 * Loses packets, each independently of the others.
 *
 * @param selections which packets; each selection sees every packet that comes, so that "the second SYN" is the second
 *     that came even where another selection has lost the first
 */
public record PacketLoss(ImmutableList<PacketSelection> selections) implements LinkCondition {

    /** Loses the packets of one selection. */
    public static PacketLoss of(PacketSelection... selections) {
        return new PacketLoss(ImmutableList.copyOf(selections));
    }

    /** Tells whether chance has no part in it. */
    boolean isScripted() {
        return selections.stream()
                .allMatch(selection ->
                        selection.ratio().numerator() == selection.ratio().denominator()
                                && !selection.equals(PacketSelection.ALL));
    }

    @Override
    public LinkStage begin(StageSurroundings surroundings) {
        return new LossStage(selections.stream()
                .map(selection -> new PacketChooser(selection, surroundings, "loss"))
                .collect(ImmutableList.toImmutableList()));
    }

    @Override
    public String toString() {
        return "loss of " + selections;
    }
}
