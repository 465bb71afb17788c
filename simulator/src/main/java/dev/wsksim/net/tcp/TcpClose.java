package dev.wsksim.net.tcp;

/**
 * Closes connections: the calls CLOSE and ABORT (RFC 9293 sections 3.10.4 and 3.10.5), and what both ends' FINs do.
 *
 * <p>Where we differ from the RFC: CLOSE in SYN-RECEIVED always waits for the connection to be established, as it
 * allows for when data is pending; and FIN-WAIT-2 does not last for ever, since a remote end that has vanished would
 * never end it.
 */
final class TcpClose {

    private final TcpOutput output;
    private final TcpLifecycle lifecycle;
    private final TcpSender sender;

    TcpClose(TcpOutput output, TcpLifecycle lifecycle, TcpSender sender) {
        this.output = output;
        this.lifecycle = lifecycle;
        this.sender = sender;
    }

    /** The user closes: FIN goes behind all data that it has given. */
    void close(TcpConnection connection) {
        if (connection.closeQueued) {
            return;
        }
        connection.closeQueued = true;
        switch (connection.state) {
            case SYN_SENT -> lifecycle.delete(connection);
            case ESTABLISHED, CLOSE_WAIT -> established(connection);
            case SYN_RECEIVED, FIN_WAIT_1, FIN_WAIT_2, CLOSING, LAST_ACK, TIME_WAIT, CLOSED -> {
                // The connection is not established yet, or there is nothing left to close.
            }
        }
    }

    /** A connection whose user has closed is established, maybe only now. */
    void established(TcpConnection connection) {
        boolean first = connection.state == TcpState.ESTABLISHED;
        lifecycle.enter(connection, first ? TcpState.FIN_WAIT_1 : TcpState.LAST_ACK);
        sender.transmit(connection);
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

    /** Our FIN is acknowledged. */
    void finAcknowledged(TcpConnection connection) {
        switch (connection.state) {
            case FIN_WAIT_1 -> {
                lifecycle.enter(connection, TcpState.FIN_WAIT_2);
                connection.purpose = TcpTimers.Purpose.FIN_WAIT_2;
                connection.timer().arm(connection.parameters.finWait2Nanos());
                connection.user().finAcknowledged(connection);
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
        connection.remoteClosed = true;
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
}
