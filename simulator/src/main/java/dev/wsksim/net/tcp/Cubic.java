package dev.wsksim.net.tcp;

/**
 * The congestion control of RFC 9438: after a loss the window climbs along a cubic curve to where it was, rests there, and
 * then looks for more, by time and not by round trips.
 *
 * <p>The names are the RFC's: W_max, K, W_est; windows are counted in segments here. Numbers are {@code double}, of which
 * Java's arithmetic is the same everywhere; the cube root is that of {@link StrictMath}.
 */
final class Cubic implements CongestionControl {

    /** How steep the curve is (section 5.1). */
    private static final double C = 0.4;
    /** What a loss leaves of the window (section 4.6). */
    private static final double BETA = 0.7;
    /** What W_est grows by in a round trip (section 4.3). */
    private static final double ALPHA = 3 * (1 - BETA) / (1 + BETA);

    private static final double SECOND = 1e9;

    private double wMax;
    private double k;
    private double wEst;
    private double cwndPrior;
    private double growth;
    private long epochStartNanos = -1;
    private long lastNanos;

    @Override
    public void acknowledged(SendState send, int acked, long nowNanos, long srttNanos) {
        if (send.cwnd < send.ssthresh) {
            send.cwnd = CongestionControl.slowStart(send, acked);
            return;
        }
        double cwnd = (double) send.cwnd / send.mss;
        if (epochStartNanos < 0) {
            beginEpoch(cwnd, nowNanos);
        } else if (nowNanos - lastNanos > srttNanos) {
            // Time in which the window was not used does not count (section 5.8).
            epochStartNanos += nowNanos - lastNanos - srttNanos;
        }
        lastNanos = nowNanos;
        double ackedSegments = (double) acked / send.mss;
        wEst += (wEst < cwndPrior ? ALPHA : 1) * ackedSegments / cwnd;
        double t = (nowNanos - epochStartNanos) / SECOND;
        if (wCubic(t) < wEst) {
            send.cwnd = SendState.clampWindow(Math.max(send.cwnd, (long) (wEst * send.mss)));
            return;
        }
        double target = Math.min(Math.max(wCubic(t + srttNanos / SECOND), cwnd), 1.5 * cwnd);
        growth += (target - cwnd) / cwnd * acked;
        int whole = (int) growth;
        growth -= whole;
        send.cwnd = SendState.clampWindow((long) send.cwnd + whole);
    }

    /** Section 4.2, figure 1 and 2. */
    private double wCubic(double t) {
        double fromPlateau = t - k;
        return C * fromPlateau * fromPlateau * fromPlateau + wMax;
    }

    private void beginEpoch(double cwnd, long nowNanos) {
        epochStartNanos = nowNanos;
        wEst = cwnd;
        growth = 0;
        if (cwnd < wMax) {
            k = StrictMath.cbrt((wMax - cwnd) / C);
        } else {
            // Congestion avoidance began without a loss, or above the last one: the curve starts at its plateau.
            k = 0;
            wMax = cwnd;
        }
    }

    /** Sections 4.6, 4.7 (fast convergence) and 4.8 (time-out). */
    @Override
    public int thresholdAfterLoss(SendState send, int flightSize, boolean timedOut) {
        double cwnd = (double) Math.min(send.cwnd, flightSize) / send.mss;
        if (timedOut) {
            // The next epoch begins on its plateau.
            wMax = 0;
        } else {
            wMax = cwnd < wMax ? cwnd * (1 + BETA) / 2 : cwnd;
        }
        cwndPrior = cwnd;
        epochStartNanos = -1;
        return Math.max((int) (Math.min(send.cwnd, flightSize) * BETA), 2 * send.mss);
    }
}
