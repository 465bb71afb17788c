package dev.wsksim.net.peer;

import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.net.tcp.TcpUser;

/**
 * Plays {@link Behaviour.Chargen} on one connection.
 *
 * <p>The pattern is the popular one of RFC 864: lines of 72 printable characters, each line beginning one character
 * later in ASCII than the line before.
 */
final class Generating implements TcpUser {

    private static final int CHUNK = 8_192;
    private static final int LINE_CHARACTERS = 72;
    private static final int LINE_BYTES = LINE_CHARACTERS + 2;
    private static final char FIRST = ' ';
    private static final int PRINTABLE = '~' - FIRST + 1;

    private final byte[] piece = new byte[CHUNK];
    private long sent;
    private boolean over;

    @Override
    public void connected(TcpConnection connection) {
        generate(connection);
    }

    @Override
    public void spaceFreed(TcpConnection connection) {
        generate(connection);
    }

    @Override
    public void dataArrived(TcpConnection connection) {
        Discarding.drain(connection, piece);
    }

    @Override
    public void remoteClosed(TcpConnection connection) {
        over = true;
        Discarding.drain(connection, piece);
        connection.close();
    }

    private void generate(TcpConnection connection) {
        int taken = piece.length;
        while (!over && taken == piece.length) {
            for (int i = 0; i < piece.length; i++) {
                piece[i] = character(sent + i);
            }
            taken = connection.write(piece, 0, piece.length);
            sent += taken;
        }
    }

    /** Returns the byte at a place of the endless text. */
    static byte character(long index) {
        long line = index / LINE_BYTES;
        int column = (int) (index % LINE_BYTES);
        if (column >= LINE_CHARACTERS) {
            return (byte) (column == LINE_CHARACTERS ? '\r' : '\n');
        }
        return (byte) (FIRST + (line + column) % PRINTABLE);
    }
}
