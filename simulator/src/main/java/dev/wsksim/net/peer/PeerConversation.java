package dev.wsksim.net.peer;

import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.net.tcp.TcpUser;

/**
 * A peer's side of the connections that it accepted: ends them as the script says, and closes when the remote end does.
 */
final class PeerConversation implements TcpUser {

    /** How a peer ends a connection of its own accord. */
    enum Ending {
        /** Not at all. */
        NONE,
        /** With FIN. */
        CLOSE,
        /** With RST. */
        RESET
    }

    private final SimulationLoop loop;
    private final Ending ending;
    private final long afterNanos;

    PeerConversation(SimulationLoop loop, Ending ending, long afterNanos) {
        this.loop = loop;
        this.ending = ending;
        this.afterNanos = afterNanos;
    }

    @Override
    public void connected(TcpConnection connection) {
        if (ending == Ending.NONE) {
            return;
        }
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

    @Override
    public void remoteClosed(TcpConnection connection) {
        connection.close();
    }
}
