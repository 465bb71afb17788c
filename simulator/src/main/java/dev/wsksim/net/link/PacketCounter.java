package dev.wsksim.net.link;

/**
 * Numbers the packets of a network from 1 in the order in which they were sent, so that all records of one packet can
 * be told to belong together.
 */
public final class PacketCounter {

    private long last;

    /** Makes a counter that begins at 1. */
    public PacketCounter() {}

    /** Returns the number of the next packet. */
    public long next() {
        return ++last;
    }
}
