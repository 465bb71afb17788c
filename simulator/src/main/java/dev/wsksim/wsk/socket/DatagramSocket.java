package dev.wsksim.wsk.socket;

import dev.wsksim.wsk.NotSimulatedException;
import dev.wsksim.wsk.sharing.AddressTable;

/** A socket of the datagram category: sends and receives datagrams once bound. Source: winsock-kernel-socket-categories. */
public final class DatagramSocket extends WskSocket {

    private final LocalAddress address;

    DatagramSocket(SocketSetup setup, AddressTable addresses) {
        super(setup);
        address = new LocalAddress(setup.services().host(), addresses);
    }

    @Override
    public SocketCategory category() {
        return SocketCategory.DATAGRAM;
    }

    @Override
    public LocalAddress localAddress() {
        return address;
    }

    @Override
    void bound(LocalAddress bound) {
        throw new NotSimulatedException("WskBind of a datagram socket");
    }

    @Override
    public void tearDown() {
        address.release();
    }
}
