package dev.wsksim.wsk.socket;

import dev.wsksim.wsk.NotSimulatedException;
import dev.wsksim.wsk.sharing.AddressTable;

/** A socket of the listening category: listens from its bind on. Source: winsock-kernel-socket-categories. */
public final class ListenSocket extends WskSocket {

    private final LocalAddress address;

    ListenSocket(SocketSetup setup, AddressTable addresses) {
        super(setup);
        address = new LocalAddress(setup.services().host(), addresses);
    }

    @Override
    public SocketCategory category() {
        return SocketCategory.LISTEN;
    }

    @Override
    public LocalAddress localAddress() {
        return address;
    }

    @Override
    void bound(LocalAddress bound) {
        throw new NotSimulatedException("WskBind of a listening socket");
    }

    @Override
    public void tearDown() {
        address.release();
    }
}
