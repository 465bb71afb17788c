package dev.wsksim.net.tcp;

import dev.wsksim.trace.Trace;

/** Takes connections from state to state, into TIME-WAIT and out of the table, and tells their users at the end. */
final class TcpLifecycle {

    private final Trace trace;
    private final ConnectionTable table;
    private final TimeWaitQueue timeWait;
    private final boolean waitsAfterClose;

    TcpLifecycle(Trace trace, ConnectionTable table, TimeWaitQueue timeWait, boolean waitsAfterClose) {
        this.trace = trace;
        this.table = table;
        this.timeWait = timeWait;
        this.waitsAfterClose = waitsAfterClose;
    }

    /** Changes the state. */
    void enter(TcpConnection connection, TcpState state) {
        TcpState before = connection.state;
        connection.state = state;
        if (trace.isActive()) {
            trace.emit(new TcpStateChanged(connection.name(), before, state));
        }
    }

    /** Makes the connection CLOSED and forgets it; its user hears nothing of it here. */
    void delete(TcpConnection connection) {
        if (connection.state == TcpState.TIME_WAIT) {
            timeWait.remove(connection);
        }
        stopTimers(connection);
        table.remove(connection);
        enter(connection, TcpState.CLOSED);
    }

    /** Nothing makes the connection send or give up any more. */
    void silence(TcpConnection connection) {
        stopTimers(connection);
    }

    /** A segment came for a connection that is silent. */
    void ignoreSilently(TcpConnection connection) {
        if (trace.isActive()) {
            trace.emit(new SegmentIgnored(connection.name(), "a segment is dropped: the connection is silent"));
        }
    }

    private static void stopTimers(TcpConnection connection) {
        connection.timer().cancel();
        connection.purpose = TcpTimers.Purpose.NOTHING;
        ReceiveState receive = connection.receive;
        if (receive != null) {
            receive.delayedAck.cancel();
        }
    }

    /** Makes a connection ESTABLISHED and tells its user, who may close or abort it at once. */
    void establish(TcpConnection connection) {
        stopTimers(connection);
        enter(connection, TcpState.ESTABLISHED);
        connection.user().connected(connection);
    }

    /** Both ends have closed, we first: waits out what may still be on its way, and tells the user. */
    void awaitOldSegments(TcpConnection connection) {
        stopTimers(connection);
        enter(connection, TcpState.TIME_WAIT);
        timeWait.add(connection);
        if (!waitsAfterClose) {
            delete(connection);
        }
        connection.user().closed(connection);
    }

    /** Lets TIME-WAIT begin anew. */
    void restartTimeWait(TcpConnection connection) {
        timeWait.restart(connection);
    }

    /** An active open failed. */
    void failConnect(TcpConnection connection, ConnectFailure failure) {
        if (trace.isActive()) {
            trace.emit(new ConnectFailed(connection.name(), failure));
        }
        delete(connection);
        connection.user().connectFailed(connection, failure);
    }

    /** A passive open goes back to LISTEN. */
    void abandonOpen(TcpConnection connection) {
        delete(connection);
        connection.user().openAbandoned(connection);
    }

    /** What was retransmitted as often as allowed was never acknowledged. */
    void timeOut(TcpConnection connection) {
        if (trace.isActive()) {
            trace.emit(new ConnectionTimedOut(connection.name(), connection.retransmissions));
        }
        delete(connection);
        connection.user().timedOut(connection);
    }
}
