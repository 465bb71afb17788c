package dev.wsksim.wsk.socket;

import dev.wsksim.net.address.Endpoint;
import dev.wsksim.wsk.WskEnvironment;
import dev.wsksim.wsk.call.SocketEvent;
import dev.wsksim.wsk.event.WskInspectId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A socket of the connection-oriented category: bound to one local address, connected to one remote address. Source:
 * winsock-kernel-socket-categories.
 */
public final class ConnectionSocket extends WskSocket {

    private final LocalAddress address;
    private final ConnectionRole role;
    private @Nullable WskInspectId inspectId;
    private @Nullable Supplier<SocketCallbacks> offered;

    ConnectionSocket(SocketSetup setup) {
        super(setup);
        address = new LocalAddress();
        role = new ConnectionRole(this, address);
    }

    @Override
    public SocketCategory category() {
        return SocketCategory.CONNECTION;
    }

    @Override
    public LocalAddress localAddress() {
        return address;
    }

    @Override
    public ConnectionRole connectionRole() {
        return role;
    }

    /** Returns the local address, once bound. */
    public @Nullable Endpoint local() {
        return address.endpoint();
    }

    /** Returns the remote address, once connected. */
    public @Nullable Endpoint remote() {
        return role.remote();
    }

    /**
     * Returns the inspection that let the connection in, for SIO_WSK_QUERY_INSPECT_ID; null for a socket that was not
     * accepted by a listening socket with conditional accept. Source: sio-wsk-query-inspect-id.
     */
    public @Nullable WskInspectId inspectId() {
        return inspectId;
    }

    /** Returns what the driver has given for callbacks; while WskAcceptEvent runs, what it has set so far. */
    @Override
    public SocketCallbacks callbacks() {
        Supplier<SocketCallbacks> soFar = offered;
        return soFar == null ? super.callbacks() : soFar.get();
    }

    @Override
    void setCallbacks(SocketCallbacks newCallbacks) {
        offered = null;
        super.setCallbacks(newCallbacks);
    }

    /** Tells whether WskAcceptEvent runs with the socket: none of its own callbacks is called before it has returned. */
    @Override
    boolean isBeingOffered() {
        return offered != null;
    }

    /** Is being handed to WskAcceptEvent, which sets context and table. */
    void offerTo(Supplier<SocketCallbacks> soFar) {
        offered = soFar;
    }

    /** Takes over what an accepted socket has from the listening one. */
    void acceptedFrom(WskSocket listening, @Nullable WskInspectId letInBy) {
        inspectId = letInBy;
        inheritFrom(listening);
    }

    /** Closes the socket because the driver has not accepted it; does nothing where the driver has closed it itself. */
    void closeByProvider() {
        if (state() == SocketState.CLOSING || state() == SocketState.CLOSED) {
            return;
        }
        beginClose(this::freeByProvider);
        for (PendingRequest request : pendingRequests()) {
            request.cancelForClose();
        }
        goOnClosing();
    }

    private void freeByProvider() {
        tearDown();
        WskEnvironment environment = services().environment();
        if (environment.trace().isActive()) {
            environment
                    .trace()
                    .emit(new SocketEvent(
                            SocketEvent.Change.FREED, number(), "WskAcceptEvent returned STATUS_REQUEST_NOT_ACCEPTED"));
        }
        services().table().free(this);
    }

    @Override
    void died() {
        role.die();
    }

    @Override
    public void eventDisabled() {
        role.indicateDisconnectSoon();
    }

    @Override
    public void eventsEnabled() {
        role.eventsEnabled();
    }

    @Override
    public void tearDown() {
        role.tearDown();
        address.release();
    }
}
