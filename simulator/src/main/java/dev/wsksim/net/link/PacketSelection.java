package dev.wsksim.net.link;

import dev.wsksim.engine.Ratio;

/**
 * Which packets a condition picks: of those that match, those with some numbers, and of those a share by chance.
 *
 * @param match the packets that count
 * @param ordinals which of them, counted from 1
 * @param ratio how likely each of these is picked, independently of the others
 */
public record PacketSelection(PacketMatch match, PacketOrdinals ordinals, Ratio ratio) {

    /** Picks every packet. */
    public static final PacketSelection ALL = new PacketSelection(PacketMatch.ANY, PacketOrdinals.ALL, Ratio.ONE);

    /** Picks each packet with a probability, independently of the others. */
    public static PacketSelection by(Ratio ratio) {
        return new PacketSelection(PacketMatch.ANY, PacketOrdinals.ALL, ratio);
    }

    /** Picks the packets with these numbers, counted from 1. */
    public static PacketSelection nth(long... numbers) {
        return new PacketSelection(PacketMatch.ANY, PacketOrdinals.of(numbers), Ratio.ONE);
    }

    /** Picks all packets that match. */
    public static PacketSelection matching(PacketMatch match) {
        return new PacketSelection(match, PacketOrdinals.ALL, Ratio.ONE);
    }

    @Override
    public String toString() {
        return match
                + (ordinals.isAll() ? "" : " number " + ordinals)
                + (ratio.equals(Ratio.ONE) ? "" : " by " + ratio);
    }
}
