package dev.wsksim.net.tcp;

/**
 * How the congestion window of one connection grows, and how far it falls at a loss. When a loss is one is for {@link
 * LossRecovery} to say.
 */
sealed interface CongestionControl permits NewReno, Cubic {

    /**
     * New data was acknowledged outside of fast recovery, and the congestion window was what held the sender back: lets
     * {@link SendState#cwnd} grow.
     *
     * @param acked how many bytes were acknowledged
     * @param nowNanos the virtual time
     * @param srttNanos the smoothed round trip
     */
    void acknowledged(SendState send, int acked, long nowNanos, long srttNanos);

    /**
     * A loss was seen: returns the new slow start threshold in bytes.
     *
     * @param flightSize how many bytes are outstanding
     * @param timedOut whether a time-out tells of the loss, not duplicate acknowledgments
     */
    int thresholdAfterLoss(SendState send, int flightSize, boolean timedOut);

    /** Slow start (RFC 5681 section 3.1): at most one segment for every acknowledgment. Returns the new window. */
    static int slowStart(SendState send, int acked) {
        return SendState.clampWindow((long) send.cwnd + Math.min(acked, send.mss));
    }
}
