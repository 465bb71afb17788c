package dev.wsksim.net.tcp;

import dev.wsksim.engine.RandomStream;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes a stream of bytes as fast as it may, closes behind it, and reads all that comes. */
class StreamUser implements TcpUser {

    private final byte[] toSend;
    private final int piece;
    private final byte[] buffer = new byte[4096];
    final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private int written;
    boolean connected;
    boolean endOfStream;
    /** How it ended: closed, reset, timed out, or why the connect failed. */
    @Nullable
    String ending;

    /**
     * Makes a user.
     *
     * @param piece how much it writes at once
     */
    StreamUser(byte[] toSend, int piece) {
        this.toSend = toSend;
        this.piece = piece;
    }

    static byte[] randomBytes(RandomStream random, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) random.nextInt();
        }
        return bytes;
    }

    int written() {
        return written;
    }

    @Override
    public void connected(TcpConnection connection) {
        connected = true;
        writeOn(connection);
    }

    private void writeOn(TcpConnection connection) {
        while (written < toSend.length) {
            int length = Math.min(piece, toSend.length - written);
            int taken = connection.write(toSend, written, length);
            written += taken;
            if (taken < length) {
                return;
            }
        }
        connection.close();
    }

    @Override
    public void spaceFreed(TcpConnection connection) {
        writeOn(connection);
    }

    @Override
    public void dataArrived(TcpConnection connection) {
        readAll(connection);
    }

    void readAll(TcpConnection connection) {
        int count = connection.read(buffer, 0, buffer.length);
        while (count > 0) {
            received.write(buffer, 0, count);
            count = connection.read(buffer, 0, buffer.length);
        }
    }

    @Override
    public void remoteClosed(TcpConnection connection) {
        endOfStream = true;
    }

    @Override
    public void connectFailed(TcpConnection connection, ConnectFailure failure) {
        ending = failure.name();
    }

    @Override
    public void closed(TcpConnection connection) {
        ending = "closed";
    }

    @Override
    public void reset(TcpConnection connection) {
        ending = "reset";
    }

    @Override
    public void timedOut(TcpConnection connection) {
        ending = "timed out";
    }
}
