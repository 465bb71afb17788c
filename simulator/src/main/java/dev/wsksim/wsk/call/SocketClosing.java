package dev.wsksim.wsk.call;

import dev.wsksim.wsk.socket.WskSocket;

/** The last stage of a socket's life: gives back its connection and address, and frees it. */
final class SocketClosing {

    private SocketClosing() {}

    /** Resets the connection if need be, releases the local address, frees the socket, and reports why. */
    static void free(WskServices services, WskSocket socket, String why) {
        socket.tearDown();
        if (services.environment().trace().isActive()) {
            services.environment().trace().emit(new SocketEvent(SocketEvent.Change.FREED, socket.number(), why));
        }
        services.sockets().free(socket);
    }
}
