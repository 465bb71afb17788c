package dev.wsksim.net.tcp;

import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.packet.TcpFlags;
import dev.wsksim.net.packet.TcpSegment;

/**
 * What a segment does to a connection in SYN-RECEIVED or later: the steps of RFC 9293 section 3.10.7.4, in its order.
 *
 * <p>A RST counts only when it is exactly the next number expected; one that merely lies in the window is answered by a
 * challenge ACK, and so is a SYN (RFC 5961 sections 3 and 4). The step for the segment's text belongs to the transfer
 * of data and is not here yet.
 */
final class TcpArrivals {

    private final SimulationLoop loop;
    private final TcpOutput output;
    private final TcpLifecycle lifecycle;
    private final TcpHandshake handshake;
    private final TcpClose closing;

    TcpArrivals(
            SimulationLoop loop, TcpOutput output, TcpLifecycle lifecycle, TcpHandshake handshake, TcpClose closing) {
        this.loop = loop;
        this.output = output;
        this.lifecycle = lifecycle;
        this.handshake = handshake;
        this.closing = closing;
    }

    /** Judges a segment step by step. */
    void arrived(TcpConnection connection, TcpSegment segment) {
        if (TcpHandshake.isSimultaneousSynAck(connection, segment)) {
            acknowledgmentArrived(connection, segment);
        } else if (!isAcceptable(connection, segment)) {
            unacceptableArrived(connection, segment);
        } else if (segment.has(TcpFlags.RST)) {
            resetArrived(connection, segment);
        } else if (segment.has(TcpFlags.SYN)) {
            synArrived(connection);
        } else if (segment.has(TcpFlags.ACK) && acknowledgmentArrived(connection, segment)) {
            finStep(connection, segment);
        }
    }

    /** First step: the sequence number and the four cases of RFC 9293 table 6. */
    private boolean isAcceptable(TcpConnection connection, TcpSegment segment) {
        int window = connection.parameters.receiveWindow();
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
        if (segment.length() > 0 || mayChallenge(connection)) {
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
            output.sendAck(connection);
            return;
        }
        switch (connection.state) {
            case SYN_RECEIVED -> handshake.abandonSynReceived(connection, ConnectFailure.REFUSED);
            case TIME_WAIT -> lifecycle.delete(connection);
            default -> {
                lifecycle.delete(connection);
                connection.user().reset(connection);
            }
        }
    }

    /** Fourth step: the SYN bit. A passive open goes back to LISTEN, everything else answers with a challenge ACK. */
    private void synArrived(TcpConnection connection) {
        if (connection.state == TcpState.SYN_RECEIVED && !connection.isActiveOpen()) {
            lifecycle.delete(connection);
        } else {
            output.sendAck(connection);
        }
    }

    /** Fifth step: the ACK field; tells whether the segment is to be looked at further. */
    private boolean acknowledgmentArrived(TcpConnection connection, TcpSegment segment) {
        int acknowledgment = segment.acknowledgment();
        boolean isNew = SequenceNumbers.less(connection.sndUna, acknowledgment)
                && SequenceNumbers.lessOrEqual(acknowledgment, connection.sndNxt);
        if (connection.state == TcpState.SYN_RECEIVED) {
            return synReceivedAcknowledgment(connection, segment, isNew);
        }
        if (SequenceNumbers.less(connection.sndNxt, acknowledgment)) {
            if (mayChallenge(connection)) {
                output.sendAck(connection);
            }
            return false;
        }
        if (isNew) {
            connection.sndUna = acknowledgment;
            if (acknowledgment == connection.sndNxt) {
                closing.finAcknowledged(connection);
            }
        }
        return connection.state != TcpState.CLOSED;
    }

    private boolean synReceivedAcknowledgment(TcpConnection connection, TcpSegment segment, boolean isNew) {
        if (!isNew) {
            output.sendRstFor(connection, segment);
            return false;
        }
        handshake.synAcknowledged(connection, segment);
        if (connection.closeQueued && connection.state == TcpState.ESTABLISHED) {
            closing.close(connection);
        }
        return connection.state != TcpState.CLOSED;
    }

    /** Eighth step: the FIN bit, which counts when nothing before it is missing and it was not seen before. */
    private void finStep(TcpConnection connection, TcpSegment segment) {
        if (!segment.has(TcpFlags.FIN) || segment.sequence() != connection.rcvNxt) {
            return;
        }
        TcpState state = connection.state;
        if (state == TcpState.ESTABLISHED || state == TcpState.FIN_WAIT_1 || state == TcpState.FIN_WAIT_2) {
            closing.finArrived(connection);
        }
    }
}
