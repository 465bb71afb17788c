package dev.wsksim.wsk.socket;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.tcp.ConnectFailure;
import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.net.tcp.TcpUser;
import dev.wsksim.wsk.client.SecurityDescriptorPointer;
import dev.wsksim.wsk.client.WskClient;
import dev.wsksim.wsk.sharing.AddressTable;
import dev.wsksim.wsk.sharing.BindDecision;
import dev.wsksim.wsk.sharing.BindRequest;
import dev.wsksim.wsk.sharing.LocalBinding;
import org.jspecify.annotations.Nullable;

/**
 * A socket of the connection-oriented category: bound to one local address, connected to one remote address.
 *
 * <p>Bound to the wildcard, it knows its port at once and its address only when routing picks one at the connect.
 * Source: nc-wsk-pfn_wsk_bind, nc-wsk-pfn_wsk_connect, nc-wsk-pfn_wsk_get_local_address.
 */
public final class ConnectionSocket extends WskSocket implements TcpUser {

    private final Host host;
    private final AddressTable addresses;
    private final @Nullable Object socketContext;
    private final @Nullable WskClientConnectionDispatch clientDispatch;
    private @Nullable LocalBinding binding;
    private @Nullable TcpConnection connection;
    private @Nullable ConnectObserver connectObserver;
    private @Nullable Endpoint local;
    private @Nullable Endpoint remote;

    ConnectionSocket(
            int number,
            WskClient client,
            SocketTriple triple,
            OwningContext owner,
            @Nullable SecurityDescriptorPointer securityDescriptor,
            ProviderTable dispatch,
            SocketCallbacks callbacks,
            Host host,
            AddressTable addresses) {
        super(number, client, triple, owner, securityDescriptor, dispatch);
        this.socketContext = callbacks.socketContext();
        this.clientDispatch = callbacks.dispatch();
        this.host = host;
        this.addresses = addresses;
    }

    /** Returns what the driver wants to get back in every callback. */
    public @Nullable Object socketContext() {
        return socketContext;
    }

    /** Returns the driver's callbacks. */
    public @Nullable WskClientConnectionDispatch clientDispatch() {
        return clientDispatch;
    }

    /**
     * Returns the local address as WskGetLocalAddress tells it: with the wildcard address while routing has not picked
     * one.
     */
    public @Nullable Endpoint local() {
        return local;
    }

    /** Returns the remote address, once connected. */
    public @Nullable Endpoint remote() {
        return remote;
    }

    /** Returns the connection, once a connect has begun. */
    public @Nullable TcpConnection connection() {
        return connection;
    }

    /**
     * Binds the socket, if the address is one of the host's and sharing allows it.
     *
     * @return the decision with its reason; on success the socket is bound
     */
    public BindDecision bind(Endpoint wanted) {
        IpAddress address = wanted.address();
        if (!address.isWildcard() && !host.owns(address)) {
            return new BindDecision(
                    NtStatus.STATUS_INVALID_ADDRESS_COMPONENT, null, address + " is not an address of " + host.name());
        }
        BindDecision decision = addresses.bind(
                new BindRequest(number(), wanted, sharingOption(), effectiveSecurityDescriptor(), owner().subject()));
        LocalBinding made = decision.binding();
        if (made != null) {
            binding = made;
            local = made.port() == wanted.port() ? wanted : new Endpoint(address, made.port());
            setState(SocketState.BOUND);
        }
        return decision;
    }

    /**
     * Begins to connect the bound socket; the outcome is told to the observer later.
     *
     * @return null when the attempt is under way, or why it failed at once
     */
    public @Nullable ConnectFailure connect(Endpoint to, ConnectObserver observer) {
        Endpoint bound = requireBound();
        Endpoint from = bound;
        if (bound.address().isWildcard()) {
            IpAddress source = host.chooseSource(to.address());
            if (source == null) {
                ConnectFailure remoteFailure = host.tcp().judgeRemote(to);
                return remoteFailure == null ? ConnectFailure.NO_ROUTE : remoteFailure;
            }
            from = new Endpoint(source, bound.port());
        }
        ConnectFailure failure = host.tcp().judgeConnect(from, to);
        if (failure != null) {
            return failure;
        }
        local = from;
        remote = to;
        connectObserver = observer;
        setState(SocketState.CONNECTING);
        connection = host.tcp().connect(from, to, this);
        return null;
    }

    /** Gives up a connection attempt; nothing is sent, and the socket is bound as before. */
    public void abandonConnect() {
        connectObserver = null;
        TcpConnection attempt = connection;
        if (attempt != null) {
            connection = null;
            attempt.abort();
        }
        if (state() == SocketState.CONNECTING) {
            unconnect();
        }
    }

    /**
     * Resets the connection, if there is one that is not closed in both directions, and gives the local address back.
     */
    public void tearDown() {
        connectObserver = null;
        TcpConnection live = connection;
        if (live != null) {
            connection = null;
            live.abort();
        }
        LocalBinding held = binding;
        if (held != null) {
            binding = null;
            addresses.release(held);
        }
    }

    @Override
    public void connected(TcpConnection established) {
        setState(SocketState.CONNECTED);
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
    public void remoteClosed(TcpConnection closing) {
        if (state() == SocketState.CONNECTED) {
            setState(SocketState.REMOTE_FINISHED);
        }
    }

    @Override
    public void reset(TcpConnection gone) {
        connection = null;
        if (state().wasConnected()) {
            setState(SocketState.ABORTED);
        }
    }

    @Override
    public void timedOut(TcpConnection gone) {
        reset(gone);
    }

    @Override
    public void closed(TcpConnection gone) {
        connection = null;
    }

    private void unconnect() {
        LocalBinding held = binding;
        local = held == null ? null : AddressTable.endpointOf(held);
        remote = null;
        setState(SocketState.BOUND);
    }

    private Endpoint requireBound() {
        Endpoint bound = local;
        if (bound == null) {
            throw new AssertionError(this + " is not bound");
        }
        return bound;
    }
}
