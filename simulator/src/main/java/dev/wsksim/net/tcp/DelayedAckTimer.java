package dev.wsksim.net.tcp;

import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.link.NodePause;

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

    @Override
    NodePause pause() {
        return connection.pause();
    }
}
