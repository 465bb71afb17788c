package dev.wsksim.wsk.socket;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.tcp.ConnectFailure;
import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.net.tcp.TcpState;
import dev.wsksim.net.tcp.TcpUser;
import dev.wsksim.wsk.WskEnvironment;
import dev.wsksim.wsk.event.EventFlag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a connection or stream socket that connects, sends, receives and disconnects on one connection.
 *
 * <p>The two directions end on their own: after a graceful disconnect of ours nothing can be sent, after one of the
 * peer's nothing more is received. A reset, from either side, or giving up ends both at once: every request fails, and
 * what was not received is lost. Where the documents name no status: STATUS_CONNECTION_RESET after the peer's reset,
 * STATUS_IO_TIMEOUT where nothing was acknowledged any more, and after our own abortive disconnect STATUS_CANCELLED for
 * sends and STATUS_CONNECTION_ABORTED for the others (assumptions, OQ-13). WskDisconnectEvent calls silence, and a peer
 * that never closes, abortive (assumption).
 *
 * <p>Source: nc-wsk-pfn_wsk_connect, nc-wsk-pfn_wsk_send, nc-wsk-pfn_wsk_receive, nc-wsk-pfn_wsk_disconnect.
 */
public final class ConnectionRole implements TcpUser {

    private final WskSocket socket;
    private final LocalAddress address;
    private @Nullable TcpConnection connection;
    private @Nullable ConnectObserver connectObserver;
    private @Nullable Endpoint remote;
    private @Nullable StreamSender sender;
    private @Nullable StreamReceiver receiver;
    private @Nullable SendBacklog backlog;
    private @Nullable List<DisconnectObserver> disconnects;
    private @Nullable DisconnectIndication disconnectIndication;
    private @Nullable NtStatus lost;
    private boolean localFinishing;
    private boolean remoteFinished;

    ConnectionRole(WskSocket socket, LocalAddress address) {
        this.socket = socket;
        this.address = address;
    }

    /** Returns the remote address, once connected. */
    public @Nullable Endpoint remote() {
        return remote;
    }

    /** Returns the connection, once a connect has begun. */
    public @Nullable TcpConnection connection() {
        return connection;
    }

    /** Returns how many bytes wait to be received. */
    public long receiveBacklog() {
        StreamReceiver receiving = receiver;
        if (receiving != null) {
            return receiving.available();
        }
        TcpConnection live = connection;
        return live == null || lost != null ? 0 : live.readable();
    }

    /** Returns the ideal send backlog in bytes; only asked of a connected socket. */
    public long idealSendBacklog() {
        return backlog().ideal();
    }

    /** Returns how many sends are not complete. */
    public int outstandingSends() {
        StreamSender sending = sender;
        return sending == null ? 0 : sending.outstanding();
    }

    /** Tells whether a graceful disconnect was asked for. */
    public boolean isDisconnecting() {
        return localFinishing;
    }

    /** Returns the status of a connection that was reset or given up; null for one that was not. */
    public @Nullable NtStatus lost() {
        return lost;
    }

    /**
     * Begins to connect the bound socket; the outcome is told to the observer later.
     *
     * @return null when the attempt is under way, or why it failed at once
     */
    public @Nullable ConnectFailure connect(Endpoint to, ConnectObserver observer) {
        Host host = socket.services().host();
        Endpoint target = socket.onTheNet(to);
        Endpoint from = address.toReach(socket, target);
        if (from == null) {
            ConnectFailure remoteFailure = host.tcp().judgeRemote(target);
            return remoteFailure == null ? ConnectFailure.NO_ROUTE : remoteFailure;
        }
        ConnectFailure failure = host.tcp().judgeConnect(from, target);
        if (failure != null) {
            return failure;
        }
        address.routedTo(socket.told(from));
        remote = to;
        connectObserver = observer;
        socket.setState(SocketState.CONNECTING);
        connection = open(host, from, target);
        return null;
    }

    private TcpConnection open(Host host, Endpoint from, Endpoint to) {
        TcpSettings settings = socket.tcpIfSet();
        return settings == null
                ? host.tcp().connect(from, to, this)
                : host.tcp().connect(from, to, this, settings.parameters(), settings.rules(to.address()));
    }

    /** Is told that options of TCP were changed. */
    void settingsChanged() {
        TcpSettings settings = socket.tcpIfSet();
        TcpConnection live = connection;
        if (settings != null && live != null && socket.state().wasConnected() && lost == null) {
            settings.applyTo(live);
        }
    }

    /** Gives up a connection attempt; nothing is sent, and the socket is bound as before. */
    public void abandonConnect() {
        connectObserver = null;
        TcpConnection attempt = connection;
        if (attempt != null) {
            connection = null;
            attempt.abort();
        }
        if (socket.state() == SocketState.CONNECTING) {
            unconnect();
        }
    }

    /** Takes over an established connection, for an accepted socket. */
    void adopt(TcpConnection accepted) {
        connection = accepted;
        remote = socket.told(accepted.remote());
        address.routedTo(socket.told(accepted.local()));
        socket.setState(SocketState.CONNECTED);
        accepted.setUser(this);
        settingsChanged();
        if (accepted.state() == TcpState.CLOSE_WAIT) {
            remoteClosed(accepted);
        }
    }

    /** Queues a send. */
    public void send(StreamSend request) {
        sender().add(request);
    }

    /** Forgets a send that was cancelled; where only a part of it was written, the connection is reset (OQ-117). */
    public void cancelSend(StreamSend request) {
        boolean torn = sender().forget(request);
        if (socket.state() == SocketState.CLOSING) {
            return;
        }
        if (torn) {
            abort("a send was cancelled of which a part was written (assumption, OQ-117)");
        } else {
            sender().pump();
        }
    }

    /** Queues a receive. */
    public void receive(StreamReceive request) {
        receiver().add(request);
    }

    /** Forgets a receive that was cancelled. */
    public void cancelReceive(StreamReceive request) {
        receiver().forget(request);
    }

    /** Is told that the IRP of a receive that was served is being completed. */
    public void receiveCompleted() {
        receiver().completed();
        indicateDisconnectSoon();
    }

    /** Lets WskReceiveEvent be called again, once {@link #receiveCompleted} was called. */
    public void rearmReceiveEvent() {
        receiver().rearm();
    }

    /** Closes the sending half behind all sends; the observer is told when the peer has acknowledged it. */
    public void disconnect(DisconnectObserver observer) {
        List<DisconnectObserver> observers = disconnects;
        if (observers == null) {
            observers = new ArrayList<>(1);
            disconnects = observers;
        }
        observers.add(observer);
        if (!localFinishing) {
            localFinishing = true;
            sender().closeBehind();
        }
    }

    /** Forgets a disconnect request that was cancelled; the sending half stays closed. */
    public void cancelDisconnect(DisconnectObserver observer) {
        List<DisconnectObserver> observers = disconnects;
        if (observers != null) {
            observers.remove(observer);
        }
    }

    /** Resets the connection: sends are cancelled, nothing more is received. */
    public void abort() {
        abort("an abortive disconnect");
    }

    private void abort(String reason) {
        TcpConnection live = connection;
        if (live != null) {
            live.abort();
        }
        lost = NtStatus.STATUS_CONNECTION_ABORTED;
        forgetDisconnect();
        socket.setState(SocketState.ABORTED);
        failAll(NtStatus.STATUS_CANCELLED, NtStatus.STATUS_CONNECTION_ABORTED, reason);
    }

    /** Resets the connection, if there is one that is not closed in both directions. */
    void tearDown() {
        connectObserver = null;
        TcpConnection live = connection;
        if (live != null) {
            connection = null;
            live.abort();
        }
    }

    /** Ends the connection because what is below it is gone; WskReceiveEvent tells of it in an event of its own. */
    void die() {
        boolean wasConnected = connection != null;
        tearDown();
        lost = NtStatus.STATUS_FILE_FORCED_CLOSED;
        forgetDisconnect();
        failAll(NtStatus.STATUS_FILE_FORCED_CLOSED, NtStatus.STATUS_FILE_FORCED_CLOSED, "the socket is dead");
        if (wasConnected) {
            environment().loop().schedule(0, this::indicateDeath);
        }
    }

    private void indicateDeath() {
        if (socket.state() == SocketState.DEAD && socket.isEnabled(EventFlag.WSK_EVENT_RECEIVE)) {
            indicator().receiveOnDeadSocket();
        }
    }

    /** Is told that events were enabled or disabled: what waits may be indicated now. */
    void eventsEnabled() {
        if (connection == null) {
            return;
        }
        if (socket.isEnabled(EventFlag.WSK_EVENT_RECEIVE)) {
            receiver().serve();
        }
        indicateDisconnectSoon();
        if (backlog != null || socket.isEnabled(EventFlag.WSK_EVENT_SEND_BACKLOG)) {
            backlog().update();
        }
    }

    WskSocket socket() {
        return socket;
    }

    WskEnvironment environment() {
        return socket.services().environment();
    }

    StreamIndicator indicator() {
        return new StreamIndicator(socket);
    }

    /** Tells whether callbacks may be called now: the driver has the socket, and is not closing it. */
    boolean isUsable() {
        return socket.mayBeCalledBack();
    }

    /** Tells whether WskReceiveEvent is still to be called with data. */
    boolean hasToIndicate() {
        StreamReceiver receiving = receiver;
        return receiving != null && receiving.hasToIndicate();
    }

    boolean isRemoteFinished() {
        return remoteFinished;
    }

    @Override
    public void connected(TcpConnection established) {
        socket.setState(SocketState.CONNECTED);
        settingsChanged();
        ConnectObserver observer = connectObserver;
        if (observer != null) {
            connectObserver = null;
            observer.connected();
        }
    }

    @Override
    public void connectFailed(TcpConnection failed, ConnectFailure failure) {
        connection = null;
        unconnect();
        ConnectObserver observer = connectObserver;
        if (observer != null) {
            connectObserver = null;
            observer.connectFailed(failure);
        }
    }

    @Override
    public void dataArrived(TcpConnection from) {
        StreamReceiver receiving = receiver;
        if (receiving != null) {
            receiving.serve();
        } else if (socket.isEnabled(EventFlag.WSK_EVENT_RECEIVE)) {
            receiver().serve();
        }
    }

    @Override
    public void spaceFreed(TcpConnection writable) {
        StreamSender sending = sender;
        if (sending != null) {
            sending.pump();
        }
    }

    @Override
    public void dataAcknowledged(TcpConnection acknowledging) {
        StreamSender sending = sender;
        if (sending != null) {
            sending.acknowledged();
        }
        if (backlog != null || socket.isEnabled(EventFlag.WSK_EVENT_SEND_BACKLOG)) {
            backlog().update();
        }
    }

    @Override
    public void finAcknowledged(TcpConnection closing) {
        localFinished();
    }

    @Override
    public void remoteClosed(TcpConnection closing) {
        remoteFinished = true;
        disconnectIndication().graceful();
        if (socket.state() == SocketState.CONNECTED) {
            socket.setState(SocketState.REMOTE_FINISHED);
        }
        StreamReceiver receiving = receiver;
        if (receiving != null) {
            receiving.serve();
        }
        indicateDisconnectSoon();
    }

    @Override
    public void reset(TcpConnection gone) {
        lose(NtStatus.STATUS_CONNECTION_RESET, "the peer has reset the connection");
    }

    @Override
    public void timedOut(TcpConnection gone) {
        lose(NtStatus.STATUS_IO_TIMEOUT, "the peer has acknowledged nothing any more");
    }

    @Override
    public void closed(TcpConnection gone) {
        localFinished();
        if (!remoteFinished) {
            lose(NtStatus.STATUS_CONNECTION_ABORTED, "the peer has never closed, and FIN-WAIT-2 was given up");
        } else if (socket.state().wasConnected()) {
            socket.setState(SocketState.FULLY_DISCONNECTED);
        }
    }

    private void localFinished() {
        if (socket.state() == SocketState.CONNECTED) {
            socket.setState(SocketState.LOCAL_FINISHED);
        }
        StreamSender sending = sender;
        if (sending != null) {
            sending.allAcknowledged();
        }
        List<DisconnectObserver> observers = disconnects;
        if (observers != null) {
            disconnects = null;
            observers.forEach(DisconnectObserver::disconnected);
        }
    }

    private void lose(NtStatus status, String reason) {
        lost = status;
        if (socket.state().wasConnected()) {
            socket.setState(SocketState.ABORTED);
        }
        failAll(status, status, reason);
        disconnectIndication().abortive();
        indicateDisconnectSoon();
    }

    /** The event is for what the peer does; what the driver itself has ended, or lost, is no longer told. */
    private void forgetDisconnect() {
        DisconnectIndication indication = disconnectIndication;
        if (indication != null) {
            indication.forget();
        }
    }

    private void failAll(NtStatus sendStatus, NtStatus status, String reason) {
        StreamSender sending = sender;
        if (sending != null) {
            sending.fail(sendStatus, reason);
        }
        StreamReceiver receiving = receiver;
        if (receiving != null) {
            receiving.fail(status, reason);
        }
        List<DisconnectObserver> observers = disconnects;
        if (observers != null) {
            disconnects = null;
            observers.forEach(observer -> observer.disconnectFailed(status, reason));
        }
    }

    /** Lets WskDisconnectEvent be called, if nothing is left that WskReceiveEvent is to be given before. */
    void indicateDisconnectSoon() {
        DisconnectIndication indication = disconnectIndication;
        if (indication != null) {
            indication.soon();
        }
    }

    private DisconnectIndication disconnectIndication() {
        DisconnectIndication existing = disconnectIndication;
        if (existing == null) {
            existing = new DisconnectIndication(this);
            disconnectIndication = existing;
        }
        return existing;
    }

    private StreamSender sender() {
        StreamSender existing = sender;
        if (existing == null) {
            existing = new StreamSender(environment(), socket.number(), requireConnection());
            sender = existing;
        }
        return existing;
    }

    private StreamReceiver receiver() {
        StreamReceiver existing = receiver;
        if (existing == null) {
            existing = new StreamReceiver(this, requireConnection());
            receiver = existing;
        }
        return existing;
    }

    private SendBacklog backlog() {
        SendBacklog existing = backlog;
        if (existing == null) {
            existing = new SendBacklog(this, requireConnection());
            backlog = existing;
        }
        return existing;
    }

    private TcpConnection requireConnection() {
        TcpConnection live = connection;
        if (live == null) {
            throw new AssertionError(socket + " has no connection");
        }
        return live;
    }

    private void unconnect() {
        address.unroute();
        remote = null;
        socket.setState(SocketState.BOUND);
    }
}
