package dev.wsksim.net.link;

/**
 * Lets packets arrive more than once; the copies come right behind the packet and go through the conditions behind by
 * themselves.
 *
 * @param selection which packets
 * @param copies how many there are besides the packet
 */
public record Duplication(PacketSelection selection, int copies) implements LinkCondition {

    /** The most copies of one packet. */
    public static final int MOST_COPIES = 100;

    public Duplication {
        if (copies < 1 || copies > MOST_COPIES) {
            throw new IllegalArgumentException("a packet has from 1 to " + MOST_COPIES + " copies, not " + copies);
        }
    }

    @Override
    public LinkStage begin(StageSurroundings surroundings) {
        return new DuplicationStage(new PacketChooser(selection, surroundings, "duplicate"), copies);
    }

    @Override
    public String toString() {
        return "duplication of " + selection + ", copies " + copies;
    }
}
