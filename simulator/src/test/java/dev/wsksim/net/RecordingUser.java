package dev.wsksim.net;

import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.tcp.ConnectFailure;
import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.net.tcp.TcpUser;
import java.util.ArrayList;
import java.util.List;

/** Writes down what it is told, with the time: {@code 2ms connected}. */
public class RecordingUser implements TcpUser {

    private final SimulationLoop loop;
    private final List<String> told = new ArrayList<>();

    public RecordingUser(SimulationLoop loop) {
        this.loop = loop;
    }

    public List<String> told() {
        return told;
    }

    private void tell(String what) {
        told.add(loop.now() + " " + what);
    }

    @Override
    public void connected(TcpConnection connection) {
        tell("connected");
    }

    @Override
    public void connectFailed(TcpConnection connection, ConnectFailure failure) {
        tell(failure.name());
    }

    @Override
    public void remoteClosed(TcpConnection connection) {
        tell("remote closed");
    }

    @Override
    public void reset(TcpConnection connection) {
        tell("reset");
    }

    @Override
    public void closed(TcpConnection connection) {
        tell("closed");
    }

    @Override
    public void timedOut(TcpConnection connection) {
        tell("timed out");
    }
}
