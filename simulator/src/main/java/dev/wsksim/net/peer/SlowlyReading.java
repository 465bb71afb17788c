package dev.wsksim.net.peer;

import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.net.tcp.TcpUser;

/** Plays {@link Behaviour.SlowReader} on one connection. */
final class SlowlyReading implements TcpUser {

    private final SimulationLoop loop;
    private final byte[] forgotten;
    private final long everyNanos;
    private boolean ticking;
    private boolean over;

    SlowlyReading(SimulationLoop loop, Behaviour.SlowReader behaviour) {
        this.loop = loop;
        this.forgotten = new byte[behaviour.bytes()];
        this.everyNanos = behaviour.every().nanos();
    }

    @Override
    public void dataArrived(TcpConnection connection) {
        if (!ticking) {
            ticking = true;
            loop.schedule(everyNanos, () -> tick(connection));
        }
    }

    private void tick(TcpConnection connection) {
        ticking = false;
        if (over) {
            return;
        }
        if (connection.readable() > 0) {
            connection.read(forgotten, 0, forgotten.length);
        }
        if (connection.readable() > 0) {
            dataArrived(connection);
        } else {
            closeAtTheEnd(connection);
        }
    }

    @Override
    public void remoteClosed(TcpConnection connection) {
        closeAtTheEnd(connection);
    }

    private static void closeAtTheEnd(TcpConnection connection) {
        if (connection.isEndOfStream()) {
            connection.close();
        }
    }

    @Override
    public void reset(TcpConnection connection) {
        over = true;
    }

    @Override
    public void timedOut(TcpConnection connection) {
        over = true;
    }
}
