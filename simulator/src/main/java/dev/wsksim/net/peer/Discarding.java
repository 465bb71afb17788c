package dev.wsksim.net.peer;

import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.net.tcp.TcpUser;

/** Plays {@link Behaviour.Discard}; one serves any number of connections. */
final class Discarding implements TcpUser {

    private static final int CHUNK = 16_384;

    private final byte[] forgotten = new byte[CHUNK];

    @Override
    public void dataArrived(TcpConnection connection) {
        drain(connection, forgotten);
    }

    @Override
    public void remoteClosed(TcpConnection connection) {
        drain(connection, forgotten);
        connection.close();
    }

    /** Reads all that there is into an array, where the next piece overwrites the one before. */
    static void drain(TcpConnection connection, byte[] into) {
        while (connection.readable() > 0) {
            connection.read(into, 0, into.length);
        }
    }
}
