package dev.wsksim.net.tcp;

import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.trace.Trace;

/**
 * Repairs losses, with the algorithms' own names for their variables.
 *
 * <p>Three duplicate acknowledgments, or SACK options that say as much, begin fast recovery: the threshold falls, and what
 * is lost is sent again at once. With SACK it goes on as RFC 6675 says: the pipe is an estimate of what is still in the
 * network, and whenever the congestion window leaves room in it, NextSeg chooses what to send. Without SACK it goes as RFC
 * 6582 (NewReno) says: the window is inflated by duplicate acknowledgments, and each partial acknowledgment has the next
 * hole sent again. A time-out ends all this: SACK information is forgotten, since the receiver may have thrown away what
 * it told of (RFC 2018 section 8), the window falls to one segment, and everything outstanding is sent again by slow start
 * (RFC 5681 section 3.1), as far as new SACK options do not tell that it has arrived.
 *
 * <p>Before the third duplicate, limited transmit sends a new segment for each (RFC 3042).
 */
final class LossRecovery {

    /** DupThresh of RFC 6675. */
    static final int DUP_THRESH = 3;

    private final SimulationLoop loop;
    private final Trace trace;

    LossRecovery(SimulationLoop loop, Trace trace) {
        this.loop = loop;
        this.trace = trace;
    }

    /** Sends what the state of the repair allows, new data included. */
    void transmit(TcpConnection connection, SendState send, TcpSender sender) {
        switch (send.repair) {
            case NONE -> {
                int inflation =
                        connection.sackPermitted() ? 0 : Math.min(send.duplicateAcks, DUP_THRESH - 1) * send.mss;
                int arrived = send.scoreboard == null || send.scoreboard.isEmpty() ? 0 : arrived(connection, send);
                sender.sendNew(
                        connection, send, send.cwnd + inflation + arrived - (connection.sndNxt - connection.sndUna));
            }
            case FAST -> {
                if (connection.sackPermitted()) {
                    fillPipe(connection, send, sender);
                } else {
                    sender.sendNew(connection, send, send.cwnd - (connection.sndNxt - connection.sndUna));
                }
            }
            case TIMED_OUT -> resendOutstanding(connection, send, sender);
        }
    }

    /** Bytes that SACK options took out of the pipe before recovery began: limited transmit may replace them. */
    private static int arrived(TcpConnection connection, SendState send) {
        return connection.sndNxt - connection.sndUna - missing(send, connection.sndUna, connection.sndNxt);
    }

    private static int missing(SendState send, int from, int to) {
        if (send.scoreboard == null) {
            return Math.max(to - from, 0);
        }
        return send.scoreboard.missing(from, to);
    }

    /** Another duplicate acknowledgment came. */
    void duplicate(TcpConnection connection, SendState send, TcpSender sender) {
        send.duplicateAcks++;
        if (trace.isActive()) {
            trace.emit(new DuplicateAckArrived(connection.name(), connection.sndUna, send.duplicateAcks));
        }
        switch (send.repair) {
            case NONE -> {
                if (isLossCertain(connection, send)) {
                    beginFastRecovery(connection, send, sender);
                }
            }
            case FAST -> {
                if (!connection.sackPermitted()) {
                    // One more segment has left the network (RFC 5681 section 3.2, step 4).
                    send.cwnd = SendState.clampWindow((long) send.cwnd + send.mss);
                }
            }
            case TIMED_OUT -> {
                // What was sent before the time-out causes duplicates that say nothing new (RFC 6582 section 3.2).
            }
        }
    }

    private static boolean isLossCertain(TcpConnection connection, SendState send) {
        if (SequenceNumbers.less(connection.sndUna, send.recoveryPoint)) {
            return false;
        }
        if (send.duplicateAcks >= DUP_THRESH) {
            return true;
        }
        SackScoreboard scoreboard = send.scoreboard;
        return connection.sackPermitted()
                && scoreboard != null
                && SequenceNumbers.less(connection.sndUna, scoreboard.lostBelow(connection.sndUna, send.mss));
    }

    private void beginFastRecovery(TcpConnection connection, SendState send, TcpSender sender) {
        send.repair = SendState.Repair.FAST;
        send.recoveryPoint = connection.sndNxt;
        send.ssthresh = send.congestion.thresholdAfterLoss(send, flightInWindow(connection, send), false);
        send.rescued = false;
        // Without SACK the window is inflated by the segments that the duplicates tell of (RFC 5681 section 3.2, step
        // 3).
        send.cwnd = connection.sackPermitted() ? send.ssthresh : send.ssthresh + DUP_THRESH * send.mss;
        report(connection, send, "fast recovery");
        int end = send.scoreboard == null
                ? connection.sndNxt
                : send.scoreboard.nextArrived(connection.sndUna, connection.sndNxt);
        send.highRxt = sender.resend(connection, send, connection.sndUna, end, RetransmissionReason.FAST);
    }

    /** FlightSize without what limited transmit has sent beyond the window (RFC 5681 section 3.2, step 2). */
    private static int flightInWindow(TcpConnection connection, SendState send) {
        int flightSize = connection.sndNxt - connection.sndUna;
        int beyond = Math.min(flightSize - send.cwnd, (DUP_THRESH - 1) * send.mss);
        return flightSize - Math.max(beyond, 0);
    }

    /** RFC 6675 section 5, steps (C) and after: sends as long as the window leaves a segment's room in the pipe. */
    private static void fillPipe(TcpConnection connection, SendState send, TcpSender sender) {
        while (true) {
            int room = send.cwnd - pipe(connection, send);
            if (room < send.mss || !sendNextSeg(connection, send, sender)) {
                return;
            }
        }
    }

    /** SetPipe: what is outstanding, neither arrived nor lost, and what was sent again. */
    static int pipe(TcpConnection connection, SendState send) {
        int sndUna = connection.sndUna;
        int lostBelow = send.scoreboard == null ? sndUna : send.scoreboard.lostBelow(sndUna, send.mss);
        return missing(send, lostBelow, connection.sndNxt) + missing(send, sndUna, send.highRxt);
    }

    /** NextSeg: tells whether there was anything to send. */
    private static boolean sendNextSeg(TcpConnection connection, SendState send, TcpSender sender) {
        SackScoreboard scoreboard = send.scoreboard;
        int highest = scoreboard == null ? connection.sndUna : scoreboard.highest(connection.sndUna);
        int hole = scoreboard == null ? send.highRxt : scoreboard.skip(later(send.highRxt, connection.sndUna));
        boolean isHole = SequenceNumbers.less(hole, highest);
        int lostBelow = scoreboard == null ? connection.sndUna : scoreboard.lostBelow(connection.sndUna, send.mss);
        if (isHole && scoreboard != null && SequenceNumbers.less(hole, lostBelow)) {
            resendHole(connection, send, sender, hole, scoreboard);
            return true;
        }
        int before = connection.sndNxt;
        sender.sendNew(connection, send, send.mss);
        if (connection.sndNxt != before) {
            return true;
        }
        if (isHole && scoreboard != null) {
            resendHole(connection, send, sender, hole, scoreboard);
            return true;
        }
        return rescue(connection, send, sender);
    }

    private static void resendHole(
            TcpConnection connection, SendState send, TcpSender sender, int hole, SackScoreboard scoreboard) {
        int end = scoreboard.nextArrived(hole, connection.sndNxt);
        send.highRxt = sender.resend(connection, send, hole, end, RetransmissionReason.FAST);
    }

    /** Rule 4: the last outstanding segment once more, so that its acknowledgment tells of a lost tail. */
    private static boolean rescue(TcpConnection connection, SendState send, TcpSender sender) {
        SackScoreboard scoreboard = send.scoreboard;
        int highest = scoreboard == null ? connection.sndUna : scoreboard.highest(connection.sndUna);
        if (send.rescued
                || !SequenceNumbers.less(highest, connection.sndNxt)
                || !SequenceNumbers.less(send.highRxt, connection.sndNxt)) {
            return false;
        }
        send.rescued = true;
        int from = later(later(connection.sndNxt - send.mss, highest), connection.sndUna);
        sender.resend(connection, send, from, connection.sndNxt, RetransmissionReason.RESCUE);
        return true;
    }

    private static int later(int a, int b) {
        return SequenceNumbers.less(a, b) ? b : a;
    }

    /** New data was acknowledged. */
    void acknowledged(TcpConnection connection, SendState send, int acked, TcpSender sender) {
        send.duplicateAcks = 0;
        switch (send.repair) {
            case NONE -> {
                // Kept close behind, so that it is never half of all numbers away.
                send.recoveryPoint = later(send.recoveryPoint, connection.sndUna);
                grow(connection, send, acked);
            }
            case FAST -> {
                if (SequenceNumbers.less(connection.sndUna, send.recoveryPoint)) {
                    partiallyAcknowledged(connection, send, acked, sender);
                } else {
                    endFastRecovery(connection, send);
                }
            }
            case TIMED_OUT -> {
                grow(connection, send, acked);
                send.resendNxt = later(send.resendNxt, connection.sndUna);
                if (!SequenceNumbers.less(connection.sndUna, send.recoveryPoint)) {
                    send.repair = SendState.Repair.NONE;
                    report(connection, send, "recovered");
                }
            }
        }
    }

    private void grow(TcpConnection connection, SendState send, int acked) {
        // A window that was not used has not been shown to be right (RFC 9438 section 5.8).
        if (send.limitedByCwnd || send.repair == SendState.Repair.TIMED_OUT) {
            send.congestion.acknowledged(send, acked, loop.nowNanos(), connection.srttNanos);
        }
    }

    private static void partiallyAcknowledged(TcpConnection connection, SendState send, int acked, TcpSender sender) {
        if (connection.sackPermitted()) {
            send.highRxt = later(send.highRxt, connection.sndUna);
            return;
        }
        sender.resend(connection, send, connection.sndUna, connection.sndNxt, RetransmissionReason.FAST);
        // Deflates by what has left the network, less the segment sent again (RFC 6582 section 3.2, step 3).
        send.cwnd = Math.max(send.cwnd - acked, 0) + (acked >= send.mss ? send.mss : 0);
        send.cwnd = Math.max(send.cwnd, send.mss);
    }

    private void endFastRecovery(TcpConnection connection, SendState send) {
        send.repair = SendState.Repair.NONE;
        int flightSize = connection.sndNxt - connection.sndUna;
        send.cwnd = connection.sackPermitted()
                ? send.ssthresh
                : Math.min(send.ssthresh, Math.max(flightSize, send.mss) + send.mss);
        report(connection, send, "recovered");
    }

    /** The retransmission timer went off: sends the oldest segment again, and the rest as the window grows. */
    void timedOut(TcpConnection connection, SendState send, TcpSender sender) {
        if (connection.retransmissions == 1) {
            // Only the first time-out of a segment lowers the threshold (RFC 5681 section 3.1).
            send.ssthresh = send.congestion.thresholdAfterLoss(send, connection.sndNxt - connection.sndUna, true);
        }
        send.cwnd = send.mss;
        report(connection, send, "time-out");
        startOver(connection, send, RetransmissionReason.AFTER_TIME_OUT);
        int end = connection.sndNxt;
        send.resendNxt = sender.resend(connection, send, connection.sndUna, end, RetransmissionReason.TIME_OUT);
    }

    /** Sends everything outstanding again, without a change of the windows. */
    void startOver(TcpConnection connection, SendState send, RetransmissionReason reason) {
        send.resendReason = reason;
        if (send.repair == SendState.Repair.FAST) {
            // What fast recovery has inflated the window by is no measure any more.
            send.cwnd = Math.min(send.cwnd, send.ssthresh);
        }
        send.repair = SendState.Repair.TIMED_OUT;
        send.recoveryPoint = connection.sndNxt;
        send.resendNxt = connection.sndUna;
        send.duplicateAcks = 0;
        if (send.scoreboard != null) {
            send.scoreboard.clear();
        }
    }

    private static void resendOutstanding(TcpConnection connection, SendState send, TcpSender sender) {
        SackScoreboard scoreboard = send.scoreboard;
        int window = Math.min(send.cwnd, connection.sndWnd);
        while (window > 0) {
            int next = scoreboard == null ? send.resendNxt : scoreboard.skip(send.resendNxt);
            if (!SequenceNumbers.less(next, send.recoveryPoint)) {
                send.resendNxt = next;
                sender.sendNew(connection, send, send.cwnd - (connection.sndNxt - connection.sndUna));
                return;
            }
            int inPipe = missing(send, connection.sndUna, next);
            int end = scoreboard == null ? connection.sndNxt : scoreboard.nextArrived(next, connection.sndNxt);
            if (inPipe > 0 && inPipe + Math.min(send.mss, end - next) > window) {
                return;
            }
            send.resendNxt = sender.resend(connection, send, next, end, send.resendReason);
        }
    }

    private void report(TcpConnection connection, SendState send, String what) {
        if (trace.isActive()) {
            trace.emit(new CongestionChanged(connection.name(), what, send.cwnd, send.ssthresh));
        }
    }
}
