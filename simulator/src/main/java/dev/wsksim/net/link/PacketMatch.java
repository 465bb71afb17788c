package dev.wsksim.net.link;

import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.TcpFlags;
import dev.wsksim.net.packet.TcpSegment;
import java.util.Optional;

/**
 * Picks packets by their TCP control bits.
 *
 * @param tcpFlags exactly the control bits that a segment has to have, or {@link #ANYTHING}
 */
public record PacketMatch(int tcpFlags) {

    /** In place of control bits: any packet matches. */
    public static final int ANYTHING = -1;

    /** Matches any packet. */
    public static final PacketMatch ANY = new PacketMatch(ANYTHING);

    /**
     * Returns what matches the segments with exactly the named bits, for example {@code SYN} or {@code SYN+ACK}, or
     * nothing for an unknown name.
     */
    public static Optional<PacketMatch> parse(String flagsText) {
        return TcpFlags.parse(flagsText).stream().mapToObj(PacketMatch::new).findFirst();
    }

    /** Tells whether a packet is picked. */
    public boolean matches(Packet packet) {
        return tcpFlags == ANYTHING || (packet.payload() instanceof TcpSegment segment && segment.flags() == tcpFlags);
    }

    @Override
    public String toString() {
        return tcpFlags == ANYTHING ? "packet" : TcpFlags.text(tcpFlags);
    }
}
