package dev.wsksim.net.tcp;

import dev.wsksim.engine.RandomStream;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.packet.TcpFlags;
import dev.wsksim.net.packet.TcpSegment;
import dev.wsksim.trace.Trace;

/**
 * Opens connections: the states SYN-SENT and SYN-RECEIVED (RFC 9293 sections 3.5, 3.10.1 and 3.10.7.3).
 *
 * <p>Where Windows differs from the RFC. A RST that answers a SYN does not end an active open: the SYN is sent again
 * half a second later, until its retransmissions are used up (KB175523). An active open is also given up at a cap of
 * its own.
 *
 * <p>Assumptions: a SYN sent again has the same sequence number, be it after silence or after a RST; re-sending after a
 * RST does not double the time-out; when the last SYN meets silence the failure is a time-out, even if an earlier one
 * met a RST. A SYN that comes again in SYN-RECEIVED is answered by SYN+ACK again, as common stacks do, where the RFC
 * would send a mere ACK.
 */
final class TcpHandshake {

    private static final long RTO_AFTER_LOST_SYN_NANOS = 3_000_000_000L;
    private static final int SYN_ACK = TcpFlags.SYN | TcpFlags.ACK;

    private final SimulationLoop loop;
    private final Trace trace;
    private final RandomStream random;
    private final TcpOutput output;
    private final TcpLifecycle lifecycle;
    private final Timestamps timestamps;

    TcpHandshake(
            SimulationLoop loop,
            Trace trace,
            RandomStream random,
            TcpOutput output,
            TcpLifecycle lifecycle,
            Timestamps timestamps) {
        this.timestamps = timestamps;
        this.loop = loop;
        this.trace = trace;
        this.random = random;
        this.output = output;
        this.lifecycle = lifecycle;
    }

    /** Begins an active open with the first SYN. */
    void openActively(TcpConnection connection) {
        begin(connection);
        lifecycle.enter(connection, TcpState.SYN_SENT);
        output.sendSyn(connection);
        armConnectTimer(connection, connection.rtoNanos);
    }

    /** Answers the SYN of a passive open with SYN+ACK. */
    void openPassively(TcpConnection connection, TcpSegment syn) {
        begin(connection);
        synReceived(connection, syn);
    }

    private void begin(TcpConnection connection) {
        connection.iss = random.nextInt();
        connection.sndUna = connection.iss;
        connection.sndNxt = connection.iss + 1;
        connection.rtoNanos = connection.parameters.initialRtoNanos();
        connection.openedNanos = loop.nowNanos();
    }

    private void synReceived(TcpConnection connection, TcpSegment syn) {
        learn(connection, syn);
        lifecycle.enter(connection, TcpState.SYN_RECEIVED);
        connection.retransmissions = 0;
        connection.openedNanos = loop.nowNanos();
        output.sendSynAck(connection);
        connection.purpose = TcpTimers.Purpose.CONNECT;
        connection.timer().arm(connection.rtoNanos);
    }

    private void learn(TcpConnection connection, TcpSegment syn) {
        connection.irs = syn.sequence();
        connection.rcvNxt = syn.sequence() + 1;
        connection.sndWnd = syn.window();
        connection.sndWl1 = syn.sequence();
        connection.sndWl2 = syn.acknowledgment();
        connection.remoteOptions = syn.options();
        timestamps.learn(connection, syn.options());
    }

    /** A segment arrived in SYN-SENT: the steps of RFC 9293 section 3.10.7.3. */
    void arrivedInSynSent(TcpConnection connection, TcpSegment segment) {
        boolean acknowledges = segment.has(TcpFlags.ACK);
        if (acknowledges && segment.acknowledgment() != connection.sndNxt) {
            if (!segment.has(TcpFlags.RST)) {
                output.sendRstFor(connection, segment);
            }
        } else if (segment.has(TcpFlags.RST)) {
            // A RST that acknowledges nothing may be forged or old, and is dropped.
            if (acknowledges) {
                refused(connection);
            }
        } else if (segment.has(TcpFlags.SYN)) {
            if (acknowledges) {
                synAckArrived(connection, segment);
            } else {
                synReceived(connection, segment);
            }
        }
    }

    private void synAckArrived(TcpConnection connection, TcpSegment segment) {
        learn(connection, segment);
        connection.sndUna = segment.acknowledgment();
        measureRoundTrip(connection);
        output.sendAck(connection);
        lifecycle.establish(connection);
    }

    private void refused(TcpConnection connection) {
        if (connection.retransmissions >= connection.parameters.synRetransmissions()) {
            lifecycle.failConnect(connection, ConnectFailure.REFUSED);
        } else if (!connection.refusedOnce) {
            connection.refusedOnce = true;
            armConnectTimer(connection, connection.parameters.rstRetryNanos());
        }
    }

    /** The timer fired before the connection was established. */
    void timerFired(TcpConnection connection) {
        if (connection.state == TcpState.SYN_SENT) {
            timerFiredInSynSent(connection);
        } else {
            timerFiredInSynReceived(connection);
        }
    }

    /** Sends the SYN again, or gives up. */
    private void timerFiredInSynSent(TcpConnection connection) {
        boolean afterRst = connection.refusedOnce;
        ConnectionRules rules = connection.rules;
        boolean hasRule = rules != null && rules.hasLimit();
        if (rules != null && rules.hasLimit() && rules.isLimitReached(loop.nowNanos())) {
            lifecycle.failConnect(connection, afterRst ? ConnectFailure.REFUSED : ConnectFailure.TIMED_OUT);
            return;
        }
        if (!hasRule && loop.nowNanos() - connection.openedNanos >= connection.parameters.connectCapNanos()) {
            lifecycle.failConnect(connection, afterRst ? ConnectFailure.REFUSED : ConnectFailure.TIMED_OUT);
            return;
        }
        if (!hasRule && !afterRst && connection.retransmissions >= connection.parameters.synRetransmissions()) {
            lifecycle.failConnect(connection, ConnectFailure.TIMED_OUT);
            return;
        }
        connection.retransmissions++;
        connection.refusedOnce = false;
        if (!afterRst) {
            connection.rtoNanos = Math.min(2 * connection.rtoNanos, connection.parameters.maxRtoNanos());
        }
        if (trace.isActive()) {
            trace.emit(
                    afterRst
                            ? new SynResentAfterRst(connection.name(), connection.retransmissions)
                            : new SynRetransmitted(connection.name(), connection.retransmissions, connection.rtoNanos));
        }
        output.sendSyn(connection);
        armConnectTimer(connection, connection.rtoNanos);
    }

    private void armConnectTimer(TcpConnection connection, long delayNanos) {
        long elapsedNanos = loop.nowNanos() - connection.openedNanos;
        connection.purpose = TcpTimers.Purpose.CONNECT;
        ConnectionRules rules = connection.rules;
        if (rules != null && rules.hasLimit()) {
            rules.silentSince(connection.openedNanos);
            connection.timer().arm(rules.cut(delayNanos, loop.nowNanos()));
        } else {
            connection.timer().arm(Math.min(delayNanos, connection.parameters.connectCapNanos() - elapsedNanos));
        }
    }

    /** Sends the SYN+ACK again, or gives up. */
    private void timerFiredInSynReceived(TcpConnection connection) {
        if (connection.retransmissions >= connection.parameters.synAckRetransmissions()) {
            abandonSynReceived(connection, ConnectFailure.TIMED_OUT);
            return;
        }
        connection.retransmissions++;
        connection.rtoNanos = Math.min(2 * connection.rtoNanos, connection.parameters.maxRtoNanos());
        output.reportRetransmission(connection, SYN_ACK, connection.iss, 0, RetransmissionReason.TIME_OUT);
        output.sendSynAck(connection);
        connection.timer().arm(connection.rtoNanos);
    }

    /** Our SYN was acknowledged in SYN-RECEIVED. */
    void synAcknowledged(TcpConnection connection, TcpSegment segment) {
        connection.sndUna = segment.acknowledgment();
        connection.sndWnd = segment.window() << (segment.has(TcpFlags.SYN) ? 0 : connection.sndScale());
        connection.sndWl1 = segment.sequence();
        connection.sndWl2 = segment.acknowledgment();
        measureRoundTrip(connection);
        lifecycle.establish(connection);
    }

    /**
     * Ends SYN-RECEIVED without a connection: an active open fails, a passive one goes back to LISTEN.
     */
    void abandonSynReceived(TcpConnection connection, ConnectFailure failure) {
        if (connection.isActiveOpen()) {
            lifecycle.failConnect(connection, failure);
        } else {
            lifecycle.abandonOpen(connection);
        }
    }

    /**
     * The first sample R of the round trip gives the time-out R + 4 × R/2 (RFC 6298 section 2.2). After a
     * retransmission there is no telling what was acknowledged, hence no sample (Karn's algorithm), and the initial
     * time-out is taken.
     */
    private void measureRoundTrip(TcpConnection connection) {
        if (connection.retransmissions == 0) {
            RoundTrip.sample(connection, loop.nowNanos() - connection.openedNanos);
        } else {
            // Not below 3 s after a lost SYN (RFC 6298 section 5.7).
            connection.rtoNanos = Math.max(connection.parameters.initialRtoNanos(), RTO_AFTER_LOST_SYN_NANOS);
            connection.synRepeated = true;
        }
        connection.retransmissions = 0;
    }

    /**
     * Tells whether a segment is the SYN+ACK of a simultaneous open, which acknowledges our SYN and repeats the remote
     * one (RFC 9293 figure 8).
     */
    static boolean isSimultaneousSynAck(TcpConnection connection, TcpSegment segment) {
        return connection.state == TcpState.SYN_RECEIVED
                && segment.sequence() == connection.irs
                && segment.flags() == (TcpFlags.SYN | TcpFlags.ACK)
                && segment.acknowledgment() == connection.sndNxt;
    }

    /** Sends the SYN+ACK once more because the SYN came once more. */
    void synRepeated(TcpConnection connection) {
        output.reportRetransmission(connection, SYN_ACK, connection.iss, 0, RetransmissionReason.REPEATED_SYN);
        output.sendSynAck(connection);
    }
}
