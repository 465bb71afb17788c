package dev.wsksim.net.peer;

import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.net.tcp.TcpUser;
import java.util.Arrays;

/** Plays {@link Behaviour.Echo} on one connection: what does not go back at once stays here, and nothing more is read. */
final class Echoing implements TcpUser {

    private static final byte[] NOTHING = new byte[0];

    private final byte[] piece;
    /** What was read and is not taken back by the connection yet. */
    private byte[] pending = NOTHING;

    /**
     * Makes the player of one connection.
     *
     * @param piece room for what is on its way through, of which nothing is expected to stay
     */
    Echoing(byte[] piece) {
        this.piece = piece;
    }

    @Override
    public void dataArrived(TcpConnection connection) {
        echo(connection);
    }

    @Override
    public void spaceFreed(TcpConnection connection) {
        echo(connection);
    }

    @Override
    public void remoteClosed(TcpConnection connection) {
        echo(connection);
    }

    private void echo(TcpConnection connection) {
        if (pending.length > 0) {
            pending = rest(connection, pending, pending.length);
        }
        while (pending.length == 0 && connection.readable() > 0) {
            int count = connection.read(piece, 0, piece.length);
            pending = rest(connection, piece, count);
        }
        if (pending.length == 0 && connection.isEndOfStream()) {
            connection.close();
        }
    }

    /** Sends the beginning of an array and returns what the connection does not take. */
    private static byte[] rest(TcpConnection connection, byte[] bytes, int count) {
        int taken = connection.write(bytes, 0, count);
        return taken == count ? NOTHING : Arrays.copyOfRange(bytes, taken, count);
    }
}
