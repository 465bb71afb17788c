package dev.wsksim.net.tcp;

/** The congestion control of RFC 5681: one segment more every round trip, and half the flight size after a loss. */
final class NewReno implements CongestionControl {

    private int ackedInAvoidance;

    @Override
    public void acknowledged(SendState send, int acked, long nowNanos, long srttNanos) {
        if (send.cwnd < send.ssthresh) {
            send.cwnd = CongestionControl.slowStart(send, acked);
            return;
        }
        // The recommended way of RFC 5681 section 3.1: one segment for every window of bytes acknowledged.
        ackedInAvoidance += acked;
        if (ackedInAvoidance >= send.cwnd) {
            ackedInAvoidance -= send.cwnd;
            send.cwnd = SendState.clampWindow((long) send.cwnd + send.mss);
        }
    }

    /** Equation (4) of RFC 5681. */
    @Override
    public int thresholdAfterLoss(SendState send, int flightSize, boolean timedOut) {
        ackedInAvoidance = 0;
        return Math.max(flightSize / 2, 2 * send.mss);
    }
}
