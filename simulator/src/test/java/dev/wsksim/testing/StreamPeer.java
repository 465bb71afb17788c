package dev.wsksim.testing;

import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.tcp.ConnectionRequest;
import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.net.tcp.TcpUser;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The other end of one connection, played by a test on the server's own stack: sends, reads, closes and resets when told. */
public final class StreamPeer implements TcpUser {

    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private TcpConnection connection;
    private boolean reading = true;
    private boolean remoteClosed;
    private boolean reset;
    private boolean closed;
    private byte[] unsent = {};

    /** Listens at a port of a host; the first connection is taken. */
    public StreamPeer(Host host, int port) {
        host.tcp().listen(Endpoint.of("0.0.0.0:" + port), this::requested);
    }

    private void requested(ConnectionRequest request) {
        connection = request.accept(this).orElseThrow();
    }

    /** Sends text. */
    public void send(String text) {
        send(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Sends bytes; what the transport does not take waits for room. */
    public void send(byte[] data) {
        byte[] all = new byte[unsent.length + data.length];
        System.arraycopy(unsent, 0, all, 0, unsent.length);
        System.arraycopy(data, 0, all, unsent.length, data.length);
        int taken = closed ? 0 : connection.write(all, 0, all.length);
        unsent = java.util.Arrays.copyOfRange(all, taken, all.length);
    }

    /** Stops reading, so that the window closes. */
    public void stopReading() {
        reading = false;
    }

    /** Reads again. */
    public void goOnReading() {
        reading = true;
        read();
    }

    public void close() {
        closed = true;
        connection.close();
    }

    /** Whether the peer has closed its direction. */
    public boolean hasClosed() {
        return closed;
    }

    public void abort() {
        connection.abort();
    }

    public TcpConnection connection() {
        return connection;
    }

    /** What has come, as text. */
    public String text() {
        return received.toString(StandardCharsets.US_ASCII);
    }

    public byte[] bytes() {
        return received.toByteArray();
    }

    public boolean isRemoteClosed() {
        return remoteClosed;
    }

    public boolean wasReset() {
        return reset;
    }

    @Override
    public void dataArrived(TcpConnection from) {
        if (reading) {
            read();
        }
    }

    private void read() {
        byte[] chunk = new byte[4096];
        for (int count = connection.read(chunk, 0, chunk.length);
                count > 0;
                count = connection.read(chunk, 0, chunk.length)) {
            received.write(chunk, 0, count);
        }
    }

    @Override
    public void spaceFreed(TcpConnection writable) {
        send(new byte[0]);
    }

    @Override
    public void remoteClosed(TcpConnection closing) {
        remoteClosed = true;
    }

    @Override
    public void reset(TcpConnection gone) {
        reset = true;
    }
}
