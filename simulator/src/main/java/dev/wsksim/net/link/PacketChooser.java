package dev.wsksim.net.link;

import dev.wsksim.engine.RandomStream;
import dev.wsksim.engine.Ratio;
import dev.wsksim.net.packet.Packet;
import org.jspecify.annotations.Nullable;

/** A {@link PacketSelection} at work: counts the packets that match and asks chance. */
final class PacketChooser {

    private final PacketSelection selection;
    private final PacketMatcher matcher;
    private final @Nullable RandomStream random;
    private long seen;

    PacketChooser(PacketSelection selection, StageSurroundings surroundings, String kind) {
        this.selection = selection;
        this.matcher = new PacketMatcher(selection.match());
        Ratio ratio = selection.ratio();
        boolean certain = ratio.isZero() || ratio.numerator() == ratio.denominator();
        this.random = certain ? null : surroundings.random(kind);
    }

    /** Tells whether a packet is picked; to be asked once for every packet in the order in which they pass. */
    boolean picks(Packet packet) {
        if (!matcher.matches(packet)) {
            return false;
        }
        seen++;
        if (!selection.ordinals().contains(seen)) {
            return false;
        }
        return random == null ? !selection.ratio().isZero() : random.chance(selection.ratio());
    }

    /** Says why the last packet was picked: by chance alone with the given word, or by script. */
    String reason(String byChance) {
        if (!selection.ordinals().isAll()) {
            return "scripted: " + selection.match() + " number " + seen;
        }
        return selection.match().equals(PacketMatch.ANY) ? byChance : "scripted: " + selection.match();
    }
}
