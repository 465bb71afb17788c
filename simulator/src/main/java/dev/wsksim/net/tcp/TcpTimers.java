package dev.wsksim.net.tcp;

import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.packet.TcpFlags;
import dev.wsksim.trace.Trace;
import java.util.Locale;

/**
 * What the main timer of a connection waits for, and what happens when it goes off: retransmission (RFC 6298 section 5),
 * probes of a closed window (RFC 9293 section 3.8.6.1), keep-alive (section 3.8.4) and the limit to FIN-WAIT-2.
 *
 * <p>One timer does for all of them, since they exclude each other: with a closed window nothing can be retransmitted in
 * vain, keep-alive is for connections with nothing outstanding, and in FIN-WAIT-2 everything is acknowledged.
 *
 * <p>A closed window is probed with one byte of new data, after the retransmission time-out and then twice as long after
 * every probe (RFC 1122 section 4.2.2.17), and for ever as long as the remote end answers. A keep-alive probe carries one
 * byte of rubbish in front of SND.NXT, as captures of Windows show (RFC 9293 allows for it; assumption: its value is 0).
 */
final class TcpTimers {

    /** What the timer is armed for. */
    enum Purpose {
        NOTHING,
        CONNECT,
        RETRANSMIT,
        PROBE_WINDOW,
        KEEP_ALIVE,
        FIN_WAIT_2;

        /** Returns the name that outputs use. */
        String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final SimulationLoop loop;
    private final Trace trace;
    private final TcpOutput output;
    private final TcpLifecycle lifecycle;
    private final LossRecovery recovery;

    TcpTimers(SimulationLoop loop, Trace trace, TcpOutput output, TcpLifecycle lifecycle, LossRecovery recovery) {
        this.loop = loop;
        this.trace = trace;
        this.output = output;
        this.lifecycle = lifecycle;
        this.recovery = recovery;
    }

    /** Arms the timer for what the connection has to wait for now, unless it waits for that already. */
    void update(TcpConnection connection) {
        Purpose purpose = purposeOf(connection);
        if (purpose == connection.purpose) {
            return;
        }
        connection.purpose = purpose;
        switch (purpose) {
            case NOTHING -> connection.timer().disarm();
            case RETRANSMIT -> armRetransmission(connection);
            case PROBE_WINDOW -> armProbe(connection);
            case KEEP_ALIVE -> armKeepAlive(connection);
            case CONNECT, FIN_WAIT_2 -> throw new AssertionError("armed by whoever enters the state");
        }
    }

    private static Purpose purposeOf(TcpConnection connection) {
        if (connection.purpose == Purpose.FIN_WAIT_2 || connection.purpose == Purpose.CONNECT) {
            return connection.purpose;
        }
        SendState send = connection.send;
        boolean outstanding = connection.sndNxt != connection.sndUna;
        boolean waiting = send != null && SequenceNumbers.less(connection.sndNxt, send.buffer.end());
        if (send != null && (waiting || (outstanding && send.buffer.length() > 0))) {
            // A window that is open, but too small to use, is overridden after a while as a closed one is probed.
            if (connection.sndWnd == 0 || !outstanding) {
                return Purpose.PROBE_WINDOW;
            }
        }
        if (outstanding) {
            return Purpose.RETRANSMIT;
        }
        boolean mayProbe = connection.state == TcpState.ESTABLISHED || connection.state == TcpState.CLOSE_WAIT;
        return connection.keepAlive != null && mayProbe ? Purpose.KEEP_ALIVE : Purpose.NOTHING;
    }

    /** New data was acknowledged: the time-out begins anew (RFC 6298 section 5.3), or there is nothing to wait for. */
    void restart(TcpConnection connection) {
        if (connection.purpose == Purpose.RETRANSMIT && connection.sndNxt != connection.sndUna) {
            armRetransmission(connection);
        } else {
            update(connection);
        }
    }

    private void armRetransmission(TcpConnection connection) {
        ConnectionRules rules = connection.rules;
        if (rules == null || !rules.hasLimit()) {
            connection.timer().arm(connection.rtoNanos);
            return;
        }
        if (connection.retransmissions == 0) {
            rules.silentSince(loop.nowNanos());
        }
        connection.timer().arm(rules.cut(connection.rtoNanos, loop.nowNanos()));
    }

    /** Tells whether what was sent is given up: after so many retransmissions, or after the time of the connection's rule. */
    private boolean isGivenUp(TcpConnection connection, int tries) {
        ConnectionRules rules = connection.rules;
        return (rules != null && rules.hasLimit())
                ? rules.isLimitReached(loop.nowNanos())
                : tries >= connection.parameters.dataRetransmissions();
    }

    private void armKeepAlive(TcpConnection connection) {
        if (connection.keepAlive != null) {
            connection.timer().arm(connection.keepAlive.delayNanos(loop.nowNanos()));
        }
    }

    /** A segment came: an idle connection is not idle any more, and unanswered probes are answered. */
    void heardFrom(TcpConnection connection, KeepAliveState keepAlive) {
        keepAlive.lastArrivalNanos = loop.nowNanos();
        if (keepAlive.probes > 0) {
            keepAlive.probes = 0;
            connection.purpose = Purpose.NOTHING;
            update(connection);
        }
    }

    /** FIN-WAIT-2 is limited so that a remote end which has vanished cannot hold it; this one has not. */
    void pushFinWait2Back(TcpConnection connection) {
        if (connection.purpose == Purpose.FIN_WAIT_2) {
            connection.timer().arm(connection.parameters.finWait2Nanos());
        }
    }

    private static void armProbe(TcpConnection connection) {
        SendState send = connection.send;
        if (send != null) {
            send.persistNanos = connection.rtoNanos;
            send.unansweredProbes = 0;
            connection.timer().arm(send.persistNanos);
        }
    }

    /**
     * The window was closed and is open. The byte that probed it was not taken, so it goes with the data behind it as if it
     * had not been sent; anything else that is outstanding may well have arrived, and has its time-out.
     */
    void windowOpened(TcpConnection connection, SendState send) {
        boolean probed = connection.sndNxt - connection.sndUna == 1 && !connection.finSent;
        if (probed && send.repair == SendState.Repair.NONE) {
            connection.sndNxt = connection.sndUna;
            send.bytesSent--;
            send.timing = false;
        }
    }

    /** The timer went off. */
    void fired(TcpConnection connection, TcpSender sender, TcpHandshake handshake) {
        Purpose purpose = connection.purpose;
        connection.purpose = Purpose.NOTHING;
        switch (purpose) {
            case CONNECT -> {
                connection.purpose = Purpose.CONNECT;
                handshake.timerFired(connection);
            }
            case RETRANSMIT -> retransmissionFired(connection, sender);
            case PROBE_WINDOW -> probeFired(connection, sender);
            case KEEP_ALIVE -> {
                if (connection.keepAlive != null) {
                    keepAliveFired(connection, connection.keepAlive);
                }
            }
            case FIN_WAIT_2 -> {
                // The remote end never closed.
                lifecycle.delete(connection);
                connection.user().closed(connection);
            }
            case NOTHING -> throw new AssertionError("the timer of " + connection + " fired for nothing");
        }
    }

    private void retransmissionFired(TcpConnection connection, TcpSender sender) {
        if (isGivenUp(connection, connection.retransmissions)) {
            lifecycle.timeOut(connection);
            return;
        }
        connection.retransmissions++;
        RoundTrip.backOff(connection);
        SendState send = connection.send;
        if (send == null || send.mss == 0) {
            output.reportRetransmission(
                    connection, TcpFlags.FIN | TcpFlags.ACK, connection.sndNxt - 1, 0, RetransmissionReason.TIME_OUT);
            output.sendFin(connection);
        } else {
            recovery.timedOut(connection, send, sender);
        }
        update(connection);
    }

    private void probeFired(TcpConnection connection, TcpSender sender) {
        SendState send = connection.send;
        if (send == null) {
            throw new AssertionError("a window is probed without data in " + connection);
        }
        ConnectionRules rules = connection.rules;
        if (rules != null && send.unansweredProbes == 0) {
            rules.silentSince(loop.nowNanos());
        }
        if (isGivenUp(connection, send.unansweredProbes)) {
            lifecycle.timeOut(connection);
            return;
        }
        send.unansweredProbes++;
        if (connection.sndWnd > 0) {
            sender.overrideSillyWindow(connection, send);
        } else {
            if (trace.isActive()) {
                trace.emit(new ProbeSent(connection.name(), "window probe", send.unansweredProbes));
            }
            sender.probeWindow(connection, send);
        }
        send.persistNanos = Math.min(2 * send.persistNanos, connection.parameters.maxRtoNanos());
        connection.purpose = purposeOf(connection);
        connection.timer().arm(connection.purpose == Purpose.PROBE_WINDOW ? send.persistNanos : connection.rtoNanos);
    }

    private void keepAliveFired(TcpConnection connection, KeepAliveState keepAlive) {
        KeepAlive settings = keepAlive.settings;
        long idleNanos = loop.nowNanos() - keepAlive.lastArrivalNanos;
        if (keepAlive.probes == 0 && idleNanos < settings.idleNanos()) {
            update(connection);
            return;
        }
        if (keepAlive.probes >= settings.probes()) {
            lifecycle.timeOut(connection);
            return;
        }
        keepAlive.probes++;
        if (trace.isActive()) {
            trace.emit(new ProbeSent(connection.name(), "keep-alive", keepAlive.probes));
        }
        output.sendKeepAlive(connection);
        connection.purpose = Purpose.KEEP_ALIVE;
        connection.timer().arm(settings.intervalNanos());
    }
}
