package dev.wsksim.wsk.socket;

import dev.wsksim.net.address.Endpoint;
import dev.wsksim.wsk.event.WskInspectId;
import dev.wsksim.wsk.sharing.AddressTable;
import org.jspecify.annotations.Nullable;

/**
 * A socket of the connection-oriented category: bound to one local address, connected to one remote address. Source:
 * winsock-kernel-socket-categories.
 */
public final class ConnectionSocket extends WskSocket {

    private final LocalAddress address;
    private final ConnectionRole role;
    private @Nullable WskInspectId inspectId;

    ConnectionSocket(SocketSetup setup, AddressTable addresses) {
        super(setup);
        address = new LocalAddress(setup.services().host(), addresses);
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

    /** Returns what WskInspectEvent was given for the request that became this socket, or null where there was none. */
    public @Nullable WskInspectId inspectId() {
        return inspectId;
    }

    /** Keeps what WskInspectEvent was given. */
    void setInspectId(WskInspectId id) {
        inspectId = id;
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
