package dev.wsksim.net.link;

/** Applies {@link Reordering}. */
final class ReorderingStage extends LinkStage {

    private final PacketChooser chooser;
    private final long delayNanos;

    ReorderingStage(PacketChooser chooser, long delayNanos) {
        this.chooser = chooser;
        this.delayNanos = delayNanos;
    }

    @Override
    void apply(Transit transit) {
        if (chooser.picks(transit.packet())) {
            transit.addDelay(delayNanos);
        }
    }
}
