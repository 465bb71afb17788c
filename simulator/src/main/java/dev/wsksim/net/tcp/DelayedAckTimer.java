package dev.wsksim.net.tcp;

import dev.wsksim.engine.SimulationLoop;

/** Waits for company for an acknowledgment. */
final class DelayedAckTimer extends TcpTimer {

    private final TcpConnection connection;

    DelayedAckTimer(SimulationLoop loop, TcpConnection connection) {
        super(loop);
        this.connection = connection;
    }

    @Override
    void expired() {
        connection.delayedAckFired();
    }
}
