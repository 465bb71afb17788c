package dev.wsksim.net.peer;

import dev.wsksim.net.tcp.AcceptQueue;
import dev.wsksim.net.tcp.ConnectionRequest;
import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.net.tcp.TcpState;
import dev.wsksim.net.tcp.TcpUser;
import dev.wsksim.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Plays an application that takes its connections from a {@link Backlog}. TCP finishes the handshake by itself and keeps
 * what comes until the connection is taken; one that ends before is seen by nobody.
 */
final class Acceptor {

    private final PeerContext context;
    private final int port;
    private final Backlog.Taking taking;
    private final AcceptQueue queue;
    private final List<Waiting> ready = new ArrayList<>();
    private boolean busy;

    Acceptor(PeerContext context, int port, Backlog backlog) {
        this.context = context;
        this.port = port;
        this.taking = backlog.taking();
        this.queue = new AcceptQueue(backlog.most());
    }

    /**
     * Accepts a connection into the queue, or refuses it where that is full.
     *
     * @param user who gets the connection when it is taken
     * @param observer who is told of it as soon as it is established
     */
    void accept(ConnectionRequest request, TcpUser user, Consumer<TcpConnection> observer) {
        if (trace().isActive() && request.isPending() && queue.isFull()) {
            trace().emit(new BacklogFull(context.host().name(), port, request.remote(), queue.size()));
        }
        queue.accept(request, new Waiting(user, observer));
    }

    private Trace trace() {
        return context.trace();
    }

    private void established(Waiting waiting, TcpConnection connection) {
        if (taking.every().isEmpty()) {
            return;
        }
        waiting.connection = connection;
        ready.add(waiting);
        long every = taking.every().get().nanos();
        if (every == 0) {
            takeOne();
        } else if (!busy) {
            busy = true;
            context.loop().schedule(every, this::takeInTurn);
        }
    }

    /** Takes the oldest connection; while there are more, goes on with them. */
    private void takeInTurn() {
        takeOne();
        busy = !ready.isEmpty();
        if (busy) {
            context.loop().schedule(taking.every().orElseThrow().nanos(), this::takeInTurn);
        }
    }

    private void takeOne() {
        ready.removeIf(waiting -> waiting.connection().state() == TcpState.CLOSED);
        queue.take(new TcpUser() {}).ifPresent(this::hand);
    }

    private void hand(TcpConnection connection) {
        if (trace().isActive()) {
            trace().emit(new ConnectionTaken(context.host().name(), port, connection.remote()));
        }
        for (Waiting waiting : ready) {
            if (waiting.connection() == connection) {
                ready.remove(waiting);
                begin(waiting.user, connection);
                return;
            }
        }
        throw new AssertionError("nobody waits for " + connection);
    }

    /** Tells the user at once what it would have been told since the connection was established. */
    private static void begin(TcpUser user, TcpConnection connection) {
        boolean closedByRemote = connection.state() == TcpState.CLOSE_WAIT;
        connection.setUser(user);
        user.connected(connection);
        if (connection.readable() > 0 && connection.state() != TcpState.CLOSED) {
            user.dataArrived(connection);
        }
        if (closedByRemote && connection.state() != TcpState.CLOSED) {
            user.remoteClosed(connection);
        }
    }

    /** A connection in the queue, and who gets it. */
    private final class Waiting implements TcpUser {

        private final TcpUser user;
        private final Consumer<TcpConnection> observer;
        private @Nullable TcpConnection connection;

        Waiting(TcpUser user, Consumer<TcpConnection> observer) {
            this.user = user;
            this.observer = observer;
        }

        TcpConnection connection() {
            TcpConnection known = connection;
            if (known == null) {
                throw new AssertionError("only an established connection is ready to be taken");
            }
            return known;
        }

        @Override
        public void connected(TcpConnection newConnection) {
            observer.accept(newConnection);
            established(this, newConnection);
        }
    }
}
