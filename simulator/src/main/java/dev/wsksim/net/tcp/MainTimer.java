package dev.wsksim.net.tcp;

import dev.wsksim.engine.SimulationLoop;

/** The timer of a connection that every connection has; {@link TcpTimers} knows what it is armed for. */
final class MainTimer extends TcpTimer {

    private final TcpConnection connection;

    MainTimer(SimulationLoop loop, TcpConnection connection) {
        super(loop);
        this.connection = connection;
    }

    @Override
    void expired() {
        connection.timerFired();
    }
}
