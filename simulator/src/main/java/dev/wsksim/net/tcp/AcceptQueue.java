package dev.wsksim.net.tcp;

import java.util.ArrayDeque;
import java.util.Optional;

/**
 * A listener's backlog: accepts connections until so many wait to be taken, and refuses any more with RST, as Windows does
 * (Winsock page of listen: a full queue means WSAECONNREFUSED).
 *
 * <p>A handshake that is not finished counts too. A connection that ends before it is taken is dropped from the queue.
 */
public final class AcceptQueue implements TcpListenPolicy {

    private final int backlog;
    private final ArrayDeque<TcpConnection> waiting = new ArrayDeque<>();

    /**
     * Makes an empty queue.
     *
     * @param backlog how many connections may wait, at least 1
     */
    public AcceptQueue(int backlog) {
        if (backlog < 1) {
            throw new IllegalArgumentException("a backlog is at least 1, not " + backlog);
        }
        this.backlog = backlog;
    }

    /** Nobody hears of the connection until it is taken; what comes until then is kept by it. */
    @Override
    public void requested(ConnectionRequest request) {
        accept(request, new TcpUser() {});
    }

    /**
     * Answers a SYN: with SYN+ACK, or where the queue is full with RST.
     *
     * @param meanwhile who is told what happens to the connection until it is taken
     */
    public void accept(ConnectionRequest request, TcpUser meanwhile) {
        if (isFull()) {
            request.refuse();
        } else {
            request.accept(meanwhile).ifPresent(waiting::add);
        }
    }

    /** Tells whether as many connections wait as may. */
    public boolean isFull() {
        return size() >= backlog;
    }

    /** Returns how many connections wait, those with an unfinished handshake included. */
    public int size() {
        dropEnded();
        return waiting.size();
    }

    /**
     * Takes the connection that has waited longest and is established, if there is one.
     *
     * @param user who is told what happens to it from now on; data that has come before is there to be read
     */
    public Optional<TcpConnection> take(TcpUser user) {
        dropEnded();
        for (TcpConnection connection : waiting) {
            if (connection.state() != TcpState.SYN_RECEIVED) {
                waiting.remove(connection);
                connection.setUser(user);
                return Optional.of(connection);
            }
        }
        return Optional.empty();
    }

    private void dropEnded() {
        waiting.removeIf(connection -> connection.state() == TcpState.CLOSED);
    }
}
