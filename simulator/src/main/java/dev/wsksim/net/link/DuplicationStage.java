package dev.wsksim.net.link;

/** Applies {@link Duplication}. */
final class DuplicationStage extends LinkStage {

    private final PacketChooser chooser;
    private final int copies;

    DuplicationStage(PacketChooser chooser, int copies) {
        this.chooser = chooser;
        this.copies = copies;
    }

    @Override
    void apply(Transit transit) {
        if (chooser.picks(transit.packet())) {
            transit.copy(copies);
        }
    }
}
