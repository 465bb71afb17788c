package dev.wsksim.net.link;

import com.google.common.collect.ImmutableList;

/** Loses the packets that one of its choosers picks. */
final class LossStage extends LinkStage {

    private final ImmutableList<PacketChooser> choosers;

    LossStage(ImmutableList<PacketChooser> choosers) {
        this.choosers = choosers;
    }

    @Override
    void apply(Transit transit) {
        for (int i = 0; i < choosers.size(); i++) {
            PacketChooser chooser = choosers.get(i);
            if (chooser.picks(transit.packet())) {
                transit.drop(chooser.reason("loss"));
            }
        }
    }
}
