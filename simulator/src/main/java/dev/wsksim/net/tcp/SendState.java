package dev.wsksim.net.tcp;

import org.jspecify.annotations.Nullable;

/**
 * What the sending side of a connection keeps once its user has data to send; a connection that never sends has none.
 *
 * <p>Windows and sizes are in bytes. {@link TcpSender}, {@link LossRecovery} and {@link TcpTimers} work on it.
 */
final class SendState {

    /** The largest window that a shift count of 14 allows (RFC 7323 section 2.3). */
    static final int LARGEST_WINDOW = 65_535 << 14;

    /** How lost data is being repaired. */
    enum Repair {
        /** Nothing is known to be lost. */
        NONE,
        /** Fast recovery: duplicate acknowledgments have told of a loss (RFC 6582, RFC 6675). */
        FAST,
        /** A time-out: everything that was outstanding is sent again, as far as it is not known to have arrived. */
        TIMED_OUT
    }

    final SendBuffer buffer;
    final CongestionControl congestion;

    /** How much data a segment carries at most; 0 until the handshake is over. */
    int mss;
    /** The congestion window. */
    int cwnd;
    /** The slow start threshold. */
    int ssthresh = LARGEST_WINDOW;
    /** Whether the congestion window was what stopped the last transmission. */
    boolean limitedByCwnd;
    /** The largest window that the remote end has ever offered. */
    int maxSndWnd;

    /** Whether a segment is being timed (Karn's algorithm), the number that acknowledges it, and when it was sent. */
    boolean timing;

    int timedSequence;
    long timedNanos;

    Repair repair = Repair.NONE;
    /** How many duplicate acknowledgments have come in a row. */
    int duplicateAcks;
    /** What has to be acknowledged before a repair is complete: RFC 6675's RecoveryPoint, RFC 6582's recover. */
    int recoveryPoint;
    /** Up to where fast recovery has sent again: RFC 6675's HighRxt. */
    int highRxt;
    /** Whether the one rescue retransmission of this recovery was made (RFC 6675 section 4, rule 4). */
    boolean rescued;
    /** Up to where data was sent again after a time-out. */
    int resendNxt;
    /** Why that is done. */
    RetransmissionReason resendReason = RetransmissionReason.AFTER_TIME_OUT;

    @Nullable
    SackScoreboard scoreboard;

    /** The delay before the next probe of a closed window, and how many were not answered. */
    long persistNanos;

    int unansweredProbes;
    /** Whether the user was refused bytes and waits for room. */
    boolean userWaits;

    /** Whether data was acknowledged and the user has not heard of it yet. */
    boolean acknowledgmentUntold;

    /** How many data bytes were sent for the first time, and again. */
    long bytesSent;

    long bytesResent;

    SendState(int firstSequence, CongestionControl congestion) {
        buffer = new SendBuffer(firstSequence);
        this.congestion = congestion;
    }

    static int clampWindow(long window) {
        return (int) Math.min(window, LARGEST_WINDOW);
    }
}
