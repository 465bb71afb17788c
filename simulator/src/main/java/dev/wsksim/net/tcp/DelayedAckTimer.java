package dev.wsksim.net.tcp;

import dev.wsksim.engine.SimulationLoop;

/** Waits for company for an acknowledgment. */
final class DelayedAckTimer extends TcpTimer {

    private final TcpConnection connection;

    DelayedAckTimer(TcpConnection connection) {
        this.connection = connection;
    }

    @Override
    SimulationLoop loop() {
        return connection.loop();
    }

    @Override
    void expired() {
        connection.delayedAckFired();
    }
}
