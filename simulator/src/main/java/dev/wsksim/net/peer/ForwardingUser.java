package dev.wsksim.net.peer;

import dev.wsksim.net.tcp.ConnectFailure;
import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.net.tcp.TcpUser;

/** Hands on to another user everything that becomes of a connection. */
class ForwardingUser implements TcpUser {

    private final TcpUser next;

    ForwardingUser(TcpUser next) {
        this.next = next;
    }

    @Override
    public void connected(TcpConnection connection) {
        next.connected(connection);
    }

    @Override
    public void connectFailed(TcpConnection connection, ConnectFailure failure) {
        next.connectFailed(connection, failure);
    }

    @Override
    public void openAbandoned(TcpConnection connection) {
        next.openAbandoned(connection);
    }

    @Override
    public void dataArrived(TcpConnection connection) {
        next.dataArrived(connection);
    }

    @Override
    public void spaceFreed(TcpConnection connection) {
        next.spaceFreed(connection);
    }

    @Override
    public void remoteClosed(TcpConnection connection) {
        next.remoteClosed(connection);
    }

    @Override
    public void reset(TcpConnection connection) {
        next.reset(connection);
    }

    @Override
    public void closed(TcpConnection connection) {
        next.closed(connection);
    }

    @Override
    public void timedOut(TcpConnection connection) {
        next.timedOut(connection);
    }
}
