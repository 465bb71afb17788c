package dev.wsksim.net.link;

/**
 * Changes bytes of packets.
 *
 * @param selection which packets
 * @param kind what kind of change
 */
public record Corruption(PacketSelection selection, Kind kind) implements LinkCondition {

    /** The kinds of changes, by what the receiver's checksum makes of them. */
    public enum Kind {
        /**
         * One bit is another one: of the data where there is some, or else of the header of the transport. The Internet
         * checksum notices every change of a single bit (RFC 1071), so the receiver drops the packet. Of a fragment it is a
         * bit of its piece of the data, and the receiver drops what the fragments make up. What has no checksum arrives
         * with a wrong bit; ARP is left as it is.
         */
        CAUGHT,
        /**
         * Two different 16-bit words of the data have changed places, which the Internet checksum does not notice, for
         * it is a sum (RFC 1071 section 2 (A)). The packet arrives so altered. One without two different words of data
         * is left as it is.
         */
        UNCAUGHT
    }

    @Override
    public LinkStage begin(StageSurroundings surroundings) {
        PacketChooser chooser = new PacketChooser(selection, surroundings, "corrupt");
        return new CorruptionStage(chooser, kind, surroundings.random("corrupt place"), surroundings);
    }

    @Override
    public String toString() {
        return "corruption " + (kind == Kind.CAUGHT ? "caught " : "uncaught ") + selection;
    }
}
