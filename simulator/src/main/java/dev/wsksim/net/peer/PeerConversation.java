package dev.wsksim.net.peer;

import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.net.tcp.TcpUser;

/**
 * A peer's side of a connection that it ends of its own accord a while after it was established; until then it reads
 * and forgets, and it closes when the remote end does.
 */
final class PeerConversation extends ForwardingUser {

    /** How a peer ends a connection of its own accord. */
    enum Ending {
        /** With FIN. */
        CLOSE,
        /** With RST. */
        RESET
    }

    private final SimulationLoop loop;
    private final Ending ending;
    private final long afterNanos;

    PeerConversation(SimulationLoop loop, TcpUser reader, Ending ending, long afterNanos) {
        super(reader);
        this.loop = loop;
        this.ending = ending;
        this.afterNanos = afterNanos;
    }

    @Override
    public void connected(TcpConnection connection) {
        if (afterNanos == 0) {
            end(connection);
        } else {
            loop.schedule(afterNanos, () -> end(connection));
        }
    }

    private void end(TcpConnection connection) {
        if (ending == Ending.RESET) {
            connection.abort();
        } else {
            connection.close();
        }
    }
}
