package dev.wsksim.wsk.socket;

import dev.wsksim.net.host.InterfaceChange;
import dev.wsksim.net.host.InterfaceListener;

/**
 * Makes sockets die whose own local address has left the host, because it was removed or its interface went down.
 *
 * <p>Sockets that are bound to the wildcard and not connected live on, and so does a connect that is under way: its SYNs
 * are discarded until it times out. That this is what ends a socket with
 * STATUS_FILE_FORCED_CLOSED is an assumption: the pages speak of a socket that is no longer functional, and name no
 * cause.
 */
final class LostAddresses implements InterfaceListener {

    private final SocketTable sockets;

    LostAddresses(SocketTable sockets) {
        this.sockets = sockets;
    }

    @Override
    public void interfaceChanged(InterfaceChange change) {
        for (WskSocket socket : sockets.open()) {
            LocalAddress address = socket.localAddress();
            if (address != null && address.isLost(socket.services().host())) {
                socket.die();
            }
        }
    }
}
