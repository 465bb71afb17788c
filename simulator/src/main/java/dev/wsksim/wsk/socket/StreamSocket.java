package dev.wsksim.wsk.socket;

import dev.wsksim.wsk.sharing.AddressTable;

/**
 * A socket of the stream category: bound first, and then committed to the connection role by WskConnect or to the
 * listening role by WskListen. Source: winsock-kernel-socket-categories, nc-wsk-pfn_wsk_listen, nc-wsk-pfn_wsk_connect.
 */
public final class StreamSocket extends WskSocket {

    private final LocalAddress address;
    private final ConnectionRole role;

    StreamSocket(SocketSetup setup, AddressTable addresses) {
        super(setup);
        address = new LocalAddress(setup.services().host(), addresses);
        role = new ConnectionRole(this, address);
    }

    @Override
    public SocketCategory category() {
        return SocketCategory.STREAM;
    }

    @Override
    public LocalAddress localAddress() {
        return address;
    }

    @Override
    public ConnectionRole connectionRole() {
        return role;
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
