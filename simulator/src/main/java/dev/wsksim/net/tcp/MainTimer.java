package dev.wsksim.net.tcp;

import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.link.NodePause;

/** The timer of a connection that every connection has; {@link TcpTimers} knows what it is armed for. */
final class MainTimer extends TcpTimer {

    private final TcpConnection connection;

    MainTimer(TcpConnection connection) {
        this.connection = connection;
    }

    @Override
    SimulationLoop loop() {
        return connection.loop();
    }

    @Override
    void expired() {
        connection.timerFired();
    }

    @Override
    NodePause pause() {
        return connection.pause();
    }
}
