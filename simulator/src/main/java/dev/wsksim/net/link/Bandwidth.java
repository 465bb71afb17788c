package dev.wsksim.net.link;

/**
 * Sends one packet after the other, each bit taking its time, and keeps those that have to wait in a queue.
 *
 * <p>A packet goes on when its last bit has been sent. With CoDel, packets are taken in the order in which they come to
 * the condition; with other policies in the order in which they were sent, so that a packet which a condition in front
 * has delayed for longer than those behind it holds them back.
 *
 * @param bitsPerSecond how many bits are sent in a second; a packet counts from its IP header on
 * @param limit how much the queue holds
 * @param policy which packets it drops
 */
public record Bandwidth(long bitsPerSecond, QueueLimit limit, QueuePolicy policy) implements LinkCondition {

    /** The highest rate: 1 Tbit/s. */
    public static final long MOST_BITS_PER_SECOND = 1_000_000_000_000L;

    public Bandwidth {
        if (bitsPerSecond < 1 || bitsPerSecond > MOST_BITS_PER_SECOND) {
            throw new IllegalArgumentException(
                    "a link sends from 1 to " + MOST_BITS_PER_SECOND + " bit/s, not " + bitsPerSecond);
        }
    }

    /** Returns a bandwidth with the usual queue, which drops what finds it full. */
    public static Bandwidth of(long bitsPerSecond) {
        return new Bandwidth(bitsPerSecond, QueueLimit.USUAL, new QueuePolicy.Tail());
    }

    /** Returns this bandwidth with another queue. */
    public Bandwidth withQueue(QueueLimit newLimit, QueuePolicy newPolicy) {
        return new Bandwidth(bitsPerSecond, newLimit, newPolicy);
    }

    @Override
    public LinkStage begin(StageSurroundings surroundings) {
        Transmitter transmitter = new Transmitter(bitsPerSecond);
        if (policy instanceof QueuePolicy.CoDel codel) {
            return new CoDelStage(transmitter, limit, codel, surroundings);
        }
        if (policy instanceof QueuePolicy.Red red) {
            long typicalNanos = Math.max(1, transmitter.nanosFor(surroundings.mtu()));
            RedJudge judge = new RedJudge(red, typicalNanos, surroundings.random("red"));
            return new BandwidthStage(transmitter, limit, judge);
        }
        return new BandwidthStage(transmitter, limit, null);
    }

    @Override
    public String toString() {
        return "bandwidth " + bitsPerSecond + " bit/s with a queue of " + limit + ", " + policy;
    }
}
