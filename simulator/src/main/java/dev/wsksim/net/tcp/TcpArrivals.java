package dev.wsksim.net.tcp;

import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.packet.TcpFlags;
import dev.wsksim.net.packet.TcpSegment;
import dev.wsksim.trace.Trace;

/**
 * What a segment does to a connection in SYN-RECEIVED or later: the steps of RFC 9293 section 3.10.7.4, in its order.
 *
 * <p>A RST counts only when it is exactly the next number expected; one that merely lies in the window is answered by a
 * challenge ACK, and so is a SYN (RFC 5961 sections 3 and 4), and an ACK of what was acknowledged long ago (section 5). An
 * urgent pointer has no effect but a record.
 */
final class TcpArrivals {

    private final SimulationLoop loop;
    private final Trace trace;
    private final TcpOutput output;
    private final TcpLifecycle lifecycle;
    private final TcpHandshake handshake;
    private final TcpClose closing;
    private final TcpSender sender;
    private final TcpReceiver receiver;
    private final TcpTimers timers;

    TcpArrivals(
            SimulationLoop loop,
            Trace trace,
            TcpOutput output,
            TcpLifecycle lifecycle,
            TcpHandshake handshake,
            TcpClose closing,
            TcpSender sender,
            TcpReceiver receiver,
            TcpTimers timers) {
        this.loop = loop;
        this.trace = trace;
        this.output = output;
        this.sender = sender;
        this.receiver = receiver;
        this.timers = timers;
        this.lifecycle = lifecycle;
        this.handshake = handshake;
        this.closing = closing;
    }

    /** Judges a segment step by step. */
    void arrived(TcpConnection connection, TcpSegment segment) {
        if (TcpHandshake.isSimultaneousSynAck(connection, segment)) {
            acknowledgmentArrived(connection, segment);
        } else if (Timestamps.isMissing(connection, segment)) {
            ignored(connection, "timestamps missing");
        } else if (!Timestamps.isAcceptable(connection, segment)) {
            ignored(connection, "timestamp older than TS.Recent");
            output.sendAck(connection);
        } else if (!isAcceptable(connection, segment)) {
            unacceptableArrived(connection, segment);
        } else if (segment.has(TcpFlags.RST)) {
            resetArrived(connection, segment);
        } else if (segment.has(TcpFlags.SYN)) {
            synArrived(connection);
        } else if (segment.has(TcpFlags.ACK)) {
            Timestamps.take(connection, segment);
            if (connection.keepAlive != null) {
                timers.heardFrom(connection, connection.keepAlive);
            }
            if (acknowledgmentArrived(connection, segment)) {
                textStep(connection, segment);
                finStep(connection, segment);
                receiver.acknowledge(connection);
                timers.pushFinWait2Back(connection);
            }
        }
    }

    private void ignored(TcpConnection connection, String reason) {
        if (trace.isActive()) {
            trace.emit(new SegmentIgnored(connection.name(), reason));
        }
    }

    /** First step: the sequence number and the four cases of RFC 9293 table 6. */
    private static boolean isAcceptable(TcpConnection connection, TcpSegment segment) {
        int window = connection.rcvWnd();
        int length = segment.length();
        boolean beginsInside = SequenceNumbers.inWindow(segment.sequence(), connection.rcvNxt, window);
        if (length == 0) {
            return window == 0 ? segment.sequence() == connection.rcvNxt : beginsInside;
        }
        int end = segment.sequence() + length - 1;
        return beginsInside || SequenceNumbers.inWindow(end, connection.rcvNxt, window);
    }

    private void unacceptableArrived(TcpConnection connection, TcpSegment segment) {
        if (segment.has(TcpFlags.RST)) {
            return;
        }
        if (connection.state == TcpState.SYN_RECEIVED
                && segment.flags() == TcpFlags.SYN
                && segment.sequence() == connection.irs) {
            handshake.synRepeated(connection);
            return;
        }
        if (connection.state == TcpState.TIME_WAIT && segment.has(TcpFlags.FIN)) {
            lifecycle.restartTimeWait(connection);
        }
        if (isAtClosedWindow(connection, segment) && !acknowledgmentArrived(connection, segment)) {
            return;
        }
        if (segment.length() > 0 || mayChallenge(connection)) {
            receiver.duplicateArrived(connection, segment);
            output.sendAck(connection);
        }
    }

    /**
     * With a closed window no data is acceptable, but the acknowledgment is (RFC 9293 section 3.10.7.4, first step). A
     * sender that has probed the window is one byte ahead.
     */
    private static boolean isAtClosedWindow(TcpConnection connection, TcpSegment segment) {
        int ahead = segment.sequence() - connection.rcvNxt;
        return connection.receive != null
                && connection.rcvWnd() == 0
                && (ahead == 0 || ahead == 1)
                && (segment.flags() & (TcpFlags.ACK | TcpFlags.SYN)) == TcpFlags.ACK
                && connection.state != TcpState.SYN_RECEIVED;
    }

    /** Answers with an ACK that makes an honest sender say more; not too often (RFC 5961 section 7). */
    private void challenge(TcpConnection connection) {
        if (mayChallenge(connection)) {
            output.sendAck(connection);
        }
    }

    private boolean mayChallenge(TcpConnection connection) {
        long now = loop.nowNanos();
        if (now < connection.nextChallengeNanos) {
            return false;
        }
        connection.nextChallengeNanos = now + connection.parameters.challengeAckNanos();
        return true;
    }

    /** Second step: the RST bit. */
    private void resetArrived(TcpConnection connection, TcpSegment segment) {
        if (segment.sequence() != connection.rcvNxt) {
            challenge(connection);
            return;
        }
        switch (connection.state) {
            case SYN_RECEIVED -> handshake.abandonSynReceived(connection, ConnectFailure.REFUSED);
            case TIME_WAIT -> {
                if (connection.parameters.transfer().ignoreRstInTimeWait()) {
                    ignored(connection, "RST in TIME-WAIT");
                } else {
                    lifecycle.delete(connection);
                }
            }
            default -> {
                lifecycle.delete(connection);
                connection.user().reset(connection);
            }
        }
    }

    /** Fourth step: the SYN bit. A passive open goes back to LISTEN, everything else answers with a challenge ACK. */
    private void synArrived(TcpConnection connection) {
        if (connection.state == TcpState.SYN_RECEIVED && !connection.isActiveOpen()) {
            lifecycle.abandonOpen(connection);
        } else {
            challenge(connection);
        }
    }

    /** Fifth step: the ACK field; tells whether the segment is to be looked at further. */
    private boolean acknowledgmentArrived(TcpConnection connection, TcpSegment segment) {
        int acknowledgment = segment.acknowledgment();
        if (connection.state == TcpState.SYN_RECEIVED) {
            boolean isNew = SequenceNumbers.less(connection.sndUna, acknowledgment)
                    && SequenceNumbers.lessOrEqual(acknowledgment, connection.sndNxt);
            return synReceivedAcknowledgment(connection, segment, isNew);
        }
        if (SequenceNumbers.less(connection.sndNxt, acknowledgment)
                || SequenceNumbers.less(acknowledgment, connection.sndUna - connection.maxSndWnd())) {
            challenge(connection);
            return false;
        }
        if (connection.state == TcpState.TIME_WAIT) {
            return true;
        }
        sender.acknowledged(connection, segment);
        if (connection.finSent && connection.sndUna == connection.sndNxt && connection.state.maySend()) {
            closing.finAcknowledged(connection);
        }
        sender.tellOfProgress(connection);
        return connection.state != TcpState.CLOSED;
    }

    private boolean synReceivedAcknowledgment(TcpConnection connection, TcpSegment segment, boolean isNew) {
        if (!isNew) {
            output.sendRstFor(connection, segment);
            return false;
        }
        handshake.synAcknowledged(connection, segment);
        if (connection.closeQueued && connection.state == TcpState.ESTABLISHED) {
            closing.established(connection);
        }
        sender.transmit(connection);
        return connection.state != TcpState.CLOSED;
    }

    /** Sixth and seventh step: the URG bit and the segment text. */
    private void textStep(TcpConnection connection, TcpSegment segment) {
        if (segment.has(TcpFlags.URG)) {
            ignored(connection, "urgent pointer");
        }
        if (!segment.data().isEmpty() && connection.state.mayReceive()) {
            receiver.textArrived(connection, segment);
        }
    }

    /** Eighth step: the FIN bit, which counts when nothing before it is missing and it was not seen before. */
    private void finStep(TcpConnection connection, TcpSegment segment) {
        if (!connection.state.mayReceive()) {
            return;
        }
        ReceiveState receive = connection.receive;
        if (segment.has(TcpFlags.FIN)) {
            int sequence = segment.sequence() + segment.data().length();
            if (sequence == connection.rcvNxt) {
                closing.finArrived(connection);
            } else if (SequenceNumbers.less(connection.rcvNxt, sequence)) {
                receiver.finArrivedEarly(connection, sequence);
            }
        } else if (receive != null && receive.finPending && receive.finSequence == connection.rcvNxt) {
            closing.finArrived(connection);
        }
    }
}
