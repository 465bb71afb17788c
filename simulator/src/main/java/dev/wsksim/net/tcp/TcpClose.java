package dev.wsksim.net.tcp;

import dev.wsksim.trace.Trace;

/**
 * Closes connections: the calls CLOSE and ABORT (RFC 9293 sections 3.10.4 and 3.10.5), our FIN and its retransmission,
 * and the limit to FIN-WAIT-2.
 *
 * <p>Where we differ from the RFC: CLOSE in SYN-RECEIVED always waits for the connection to be established, as it
 * allows for when data is pending; and FIN-WAIT-2 does not last for ever, since a remote end that has vanished would
 * never end it.
 */
final class TcpClose {

    private final Trace trace;
    private final TcpOutput output;
    private final TcpLifecycle lifecycle;

    TcpClose(Trace trace, TcpOutput output, TcpLifecycle lifecycle) {
        this.trace = trace;
        this.output = output;
        this.lifecycle = lifecycle;
    }

    /** The user closes. */
    void close(TcpConnection connection) {
        switch (connection.state) {
            case SYN_SENT -> lifecycle.delete(connection);
            case SYN_RECEIVED -> connection.closeQueued = true;
            case ESTABLISHED -> sendFirstFin(connection, TcpState.FIN_WAIT_1);
            case CLOSE_WAIT -> sendFirstFin(connection, TcpState.LAST_ACK);
            case FIN_WAIT_1, FIN_WAIT_2, CLOSING, LAST_ACK, TIME_WAIT, CLOSED -> {
                // The user has closed already, or there is nothing left to close.
            }
        }
    }

    /** The user aborts. */
    void abort(TcpConnection connection) {
        switch (connection.state) {
            case SYN_RECEIVED, ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2, CLOSE_WAIT -> {
                output.sendRst(connection);
                lifecycle.delete(connection);
            }
            case SYN_SENT, CLOSING, LAST_ACK -> lifecycle.delete(connection);
            case TIME_WAIT, CLOSED -> {
                // TIME-WAIT protects others and is not the user's to end.
            }
        }
    }

    private void sendFirstFin(TcpConnection connection, TcpState next) {
        lifecycle.enter(connection, next);
        connection.sndNxt++;
        connection.retransmissions = 0;
        output.sendFin(connection);
        connection.timer.arm(connection.rtoNanos);
    }

    /** Our FIN is acknowledged. */
    void finAcknowledged(TcpConnection connection) {
        connection.timer.disarm();
        switch (connection.state) {
            case FIN_WAIT_1 -> {
                lifecycle.enter(connection, TcpState.FIN_WAIT_2);
                connection.timer.arm(connection.parameters.finWait2Nanos());
            }
            case CLOSING -> lifecycle.awaitOldSegments(connection);
            case LAST_ACK -> {
                lifecycle.delete(connection);
                connection.user().closed(connection);
            }
            default -> throw new AssertionError("no FIN of ours is on its way in " + connection.state);
        }
    }

    /**
     * The remote end's FIN is next in order: acknowledges it and goes to the state that follows (RFC 9293 section
     * 3.10.7.4, eighth step).
     */
    void finArrived(TcpConnection connection) {
        connection.rcvNxt++;
        output.sendAck(connection);
        switch (connection.state) {
            case ESTABLISHED -> {
                lifecycle.enter(connection, TcpState.CLOSE_WAIT);
                connection.user().remoteClosed(connection);
            }
            case FIN_WAIT_1 -> {
                lifecycle.enter(connection, TcpState.CLOSING);
                connection.user().remoteClosed(connection);
            }
            case FIN_WAIT_2 -> {
                connection.user().remoteClosed(connection);
                if (connection.state == TcpState.FIN_WAIT_2) {
                    lifecycle.awaitOldSegments(connection);
                }
            }
            default -> throw new AssertionError("a FIN cannot be next in order in " + connection.state);
        }
    }

    /** The timer fired while our FIN was not acknowledged: sends it again, or gives up. */
    void finTimerFired(TcpConnection connection) {
        if (connection.retransmissions >= connection.parameters.dataRetransmissions()) {
            lifecycle.timeOut(connection);
            return;
        }
        connection.retransmissions++;
        connection.rtoNanos = Math.min(2 * connection.rtoNanos, connection.parameters.maxRtoNanos());
        if (trace.isActive()) {
            trace.emit(new SegmentRetransmitted(connection.name(), "FIN+ACK", connection.retransmissions));
        }
        output.sendFin(connection);
        connection.timer.arm(connection.rtoNanos);
    }

    /** The remote end never closed: FIN-WAIT-2 is given up. */
    void finWait2TimerFired(TcpConnection connection) {
        lifecycle.delete(connection);
        connection.user().closed(connection);
    }
}
