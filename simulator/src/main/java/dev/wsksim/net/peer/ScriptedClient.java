package dev.wsksim.net.peer;

import dev.wsksim.engine.SimTime;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.host.EphemeralPorts;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.tcp.ConnectFailure;
import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.trace.Trace;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A client at a host that opens one connection at an instant, and then behaves as it is told.
 *
 * <pre>{@code
 * ScriptedClient client = new ScriptedClient(loop, trace, host, new Endpoint(server, 7), new Behaviour.Echo());
 * client.connectAt(SimTime.START);
 * }</pre>
 */
public final class ScriptedClient {

    private final PeerContext context;
    private final Endpoint remote;
    private final Behaviour behaviour;
    private final int localPort;
    private @Nullable TcpConnection connection;
    private @Nullable ConnectFailure failure;
    private boolean established;

    /** Makes a client that takes a dynamic port. */
    public ScriptedClient(SimulationLoop loop, Trace trace, Host host, Endpoint remote, Behaviour behaviour) {
        this(loop, trace, host, remote, behaviour, 0);
    }

    /**
     * Makes a client.
     *
     * @param localPort its own port; 0 for a dynamic one
     */
    public ScriptedClient(
            SimulationLoop loop, Trace trace, Host host, Endpoint remote, Behaviour behaviour, int localPort) {
        this.context = new PeerContext(loop, trace, host);
        this.remote = remote;
        this.behaviour = behaviour;
        this.localPort = localPort;
    }

    /** Lets the client open its connection at an instant that is not over; it may be asked to only once. */
    public void connectAt(SimTime instant) {
        context.loop().scheduleAt(instant.nanos(), this::connect);
    }

    /** Returns the connection, once it has been opened. */
    public Optional<TcpConnection> connection() {
        return Optional.ofNullable(connection);
    }

    /** Returns why the connection could not be made, if it could not. */
    public Optional<ConnectFailure> failure() {
        return Optional.ofNullable(failure);
    }

    /** Tells whether the connection was established at some time. */
    public boolean wasEstablished() {
        return established;
    }

    private void connect() {
        Host host = context.host();
        if (!host.isRunning()) {
            return;
        }
        ConnectFailure judged = host.tcp().judgeRemote(remote);
        if (judged != null) {
            fail(judged);
            return;
        }
        IpAddress address = host.chooseSource(remote.address());
        if (address == null) {
            fail(ConnectFailure.NO_ROUTE);
            return;
        }
        int port = localPort == 0 ? dynamicPort(address) : localPort;
        if (port == EphemeralPorts.EXHAUSTED) {
            fail(ConnectFailure.NO_FREE_PORT);
            return;
        }
        Endpoint local = new Endpoint(address, port);
        judged = host.tcp().judgeConnect(local, remote);
        if (judged != null) {
            fail(judged);
            return;
        }
        connection = host.tcp().connect(local, remote, new Opening());
    }

    private int dynamicPort(IpAddress address) {
        Host host = context.host();
        return host.ephemeralPorts()
                .allocate(candidate -> host.tcp().judgeConnect(new Endpoint(address, candidate), remote) == null);
    }

    private void fail(ConnectFailure why) {
        failure = why;
        if (context.trace().isActive()) {
            context.trace().emit(new ClientFailed(context.host().name(), remote, why));
        }
    }

    /** The user of the connection, who keeps what became of the attempt. */
    private final class Opening extends ForwardingUser {

        Opening() {
            super(new BehaviourPlayers(context).userFor(behaviour));
        }

        @Override
        public void connected(TcpConnection made) {
            established = true;
            super.connected(made);
        }

        @Override
        public void connectFailed(TcpConnection made, ConnectFailure why) {
            failure = why;
            super.connectFailed(made, why);
        }
    }
}
