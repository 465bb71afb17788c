package dev.wsksim.net.tcp;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.RandomStream;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.link.NodePause;
import dev.wsksim.net.packet.IcmpError;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.TcpFlags;
import dev.wsksim.net.packet.TcpSegment;
import dev.wsksim.trace.Trace;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One host's TCP: opens connections, listens, and gives each segment that arrives to whom it concerns.
 *
 * <p>Read the standard first: RFC 9293, above all sections 3.3 (terminology, states), 3.5 (opening), 3.6 (closing) and
 * 3.10 (event processing). The rest of this package is cut by its roles: {@link TcpHandshake} opens, {@link TcpArrivals}
 * judges what comes, {@link TcpSender} and {@link LossRecovery} send, {@link TcpReceiver} takes, {@link TcpTimers} waits,
 * {@link TcpClose} closes, {@link TcpOutput} builds segments; {@link TcpConnection} is what they all work on.
 */
public final class TcpStack {

    private final SimulationLoop loop;
    private final IpLayer ip;
    private final TcpParameters parameters;
    private final ConnectionTable table = new ConnectionTable();
    private final ListenerTable listeners = new ListenerTable();
    private final TcpOutput output;
    private final TcpLifecycle lifecycle;
    private final TcpHandshake handshake;
    private final TcpClose closing;
    private final TcpArrivals arrivals;
    private final TcpTimers timers;
    private final TcpSender sender;
    private final TcpReceiver receiver;
    private final IcmpReaction icmp;
    /** The local endpoint of the last passive open, which most connections of a server share. */
    private Endpoint lastAccepted = new Endpoint(IpAddress.wildcard(IpFamily.IPV4), 0);

    private int connectionsMade;
    private long epoch;

    /**
     * Makes the TCP of a host.
     *
     * @param parameters the constants of its connections, unless they come with their own
     * @param random the host's stream for initial sequence numbers
     */
    public TcpStack(SimulationLoop loop, Trace trace, IpLayer ip, TcpParameters parameters, RandomStream random) {
        this.loop = loop;
        this.ip = ip;
        this.parameters = parameters;
        Timestamps timestamps = new Timestamps(loop);
        TcpOutput output = new TcpOutput(ip, trace, timestamps);
        this.output = output;
        TimeWaitQueue timeWait = new TimeWaitQueue(loop, parameters.timeWaitNanos(), this::timeWaitExpired);
        lifecycle = new TcpLifecycle(trace, table, timeWait, parameters.timeWaitNanos() > 0);
        handshake = new TcpHandshake(loop, trace, random, output, lifecycle, timestamps);
        LossRecovery recovery = new LossRecovery(loop, trace);
        timers = new TcpTimers(loop, trace, output, lifecycle, recovery);
        sender = new TcpSender(loop, output, timers, recovery, timestamps);
        receiver = new TcpReceiver(loop, output);
        closing = new TcpClose(output, lifecycle, sender);
        icmp = new IcmpReaction(trace, output, lifecycle, recovery, sender);
        arrivals = new TcpArrivals(loop, trace, output, lifecycle, handshake, closing, sender, receiver, timers);
    }

    /**
     * Tells what forbids to connect to an endpoint, whatever the local one is.
     *
     * @return INVALID_REMOTE_ADDRESS, NO_ROUTE, or null when nothing does
     */
    public @Nullable ConnectFailure judgeRemote(Endpoint remote) {
        IpAddress address = remote.address();
        if (remote.port() == 0 || address.isWildcard() || address.isMulticast() || address.isLimitedBroadcast()) {
            return ConnectFailure.INVALID_REMOTE_ADDRESS;
        }
        return ip.canReach(address) ? null : ConnectFailure.NO_ROUTE;
    }

    /**
     * Tells what forbids to connect between two endpoints. Whoever has a wildcard local address, or port 0, chooses
     * before.
     *
     * @return what {@link #judgeRemote} says, INVALID_LOCAL_ADDRESS, ADDRESS_IN_USE, or null when nothing does
     */
    public @Nullable ConnectFailure judgeConnect(Endpoint local, Endpoint remote) {
        ConnectFailure failure = judgeRemote(remote);
        if (failure != null) {
            return failure;
        }
        if (local.port() == 0 || local.address().family() != remote.address().family() || !ip.owns(local.address())) {
            return ConnectFailure.INVALID_LOCAL_ADDRESS;
        }
        boolean exists = table.find(local.address(), local.port(), remote.address(), remote.port()) != null;
        return exists ? ConnectFailure.ADDRESS_IN_USE : null;
    }

    /**
     * Opens a connection actively and sends the first SYN.
     *
     * @throws IllegalArgumentException where {@link #judgeConnect} forbids it
     */
    public TcpConnection connect(Endpoint local, Endpoint remote, TcpUser user) {
        return connect(local, remote, user, parameters, null);
    }

    /**
     * Opens a connection actively with constants of its own, as the options of its socket ask for (TCP_MAXRT,
     * SIO_TCP_INITIAL_RTO, TCP_FAIL_CONNECT_ON_ICMP_ERROR). TIME-WAIT and window scale are the host's in any case.
     *
     * @param rules what else it does otherwise, from the first SYN on; null for nothing
     * @throws IllegalArgumentException where {@link #judgeConnect} forbids it
     */
    public TcpConnection connect(
            Endpoint local, Endpoint remote, TcpUser user, TcpParameters own, @Nullable ConnectionRules rules) {
        if (!ip.isRunning()) {
            throw new IllegalStateException("host " + ip.name() + " is not running");
        }
        ConnectFailure failure = judgeConnect(local, remote);
        if (failure != null) {
            throw new IllegalArgumentException("cannot connect " + local + " to " + remote + ": " + failure.sentence());
        }
        TcpConnection connection = newConnection(local, remote, user, own, true);
        connection.rules = rules;
        handshake.openActively(connection);
        return connection;
    }

    /**
     * Opens passively: SYNs to an endpoint are given to a policy from now on.
     *
     * @param local the endpoint, whose address may be the wildcard of its family
     * @throws IllegalStateException when somebody listens at exactly this endpoint
     */
    public TcpListener listen(Endpoint local, TcpListenPolicy policy) {
        if (local.port() == 0 || !(local.address().isWildcard() || ip.owns(local.address()))) {
            throw new IllegalArgumentException("host " + ip.name() + " cannot listen at " + local);
        }
        return listeners.add(local, policy);
    }

    /** Returns the constants of connections that come without their own. */
    public TcpParameters parameters() {
        return parameters;
    }

    /** Returns all connections, TIME-WAIT included, in the order of their creation. */
    public ImmutableList<TcpConnection> connections() {
        return table.inOrder();
    }

    /** Returns all listeners in the order of their creation. */
    public ImmutableList<TcpListener> listeners() {
        return listeners.inOrder();
    }

    /** Takes a segment that came for this host. */
    public void segmentArrived(Packet packet, TcpSegment segment) {
        TcpConnection connection = find(packet, segment);
        if (connection != null
                && isReopening(connection, segment)
                && listeners.find(packet.destination(), segment.destinationPort()) != null) {
            lifecycle.delete(connection);
            connection = null;
        }
        if (connection == null) {
            arrivedWithoutConnection(packet, segment);
        } else if (connection.silent) {
            lifecycle.ignoreSilently(connection);
        } else if (connection.state == TcpState.SYN_SENT) {
            handshake.arrivedInSynSent(connection, segment);
            sender.transmit(connection);
        } else {
            arrivals.arrived(connection, segment);
        }
    }

    /**
     * A new SYN beyond everything received before may end TIME-WAIT at once (RFC 9293 section 3.6.1, RFC 1122 section
     * 4.2.2.13).
     */
    private static boolean isReopening(TcpConnection connection, TcpSegment segment) {
        return connection.state == TcpState.TIME_WAIT
                && segment.flags() == TcpFlags.SYN
                && SequenceNumbers.less(connection.rcvNxt, segment.sequence());
    }

    /** LISTEN and CLOSED: RFC 9293 sections 3.10.7.2 and 3.10.7.1. */
    private void arrivedWithoutConnection(Packet packet, TcpSegment segment) {
        TcpListener listener = listeners.find(packet.destination(), segment.destinationPort());
        boolean isOpening = (segment.flags() & (TcpFlags.SYN | TcpFlags.ACK | TcpFlags.RST)) == TcpFlags.SYN;
        if (listener != null && isOpening) {
            listener.policy().requested(new ConnectionRequest(this, listener, packet, segment, epoch));
        } else if (listener != null && segment.has(TcpFlags.RST)) {
            Endpoint local = new Endpoint(packet.destination(), segment.destinationPort());
            Endpoint remote = new Endpoint(packet.source(), segment.sourcePort());
            listener.policy().withdrawn(local, remote, segment.sequence());
        } else {
            output.rejectStray(packet, segment);
        }
    }

    /** Takes an ICMP error that quotes a packet of this host. */
    public void icmpErrorArrived(IcmpError error) {
        Packet quoted = error.offending();
        if (!(quoted.payload() instanceof TcpSegment segment)) {
            return;
        }
        TcpConnection connection =
                table.find(quoted.source(), segment.sourcePort(), quoted.destination(), segment.destinationPort());
        if (connection != null && !connection.silent) {
            icmp.errorArrived(connection, segment, error);
        }
    }

    /**
     * Forgets all connections without a word to anybody, as a host that crashes does. Listeners are the host's services
     * and come back with it.
     */
    public void crash() {
        epoch++;
        for (TcpConnection connection : table.inOrder()) {
            lifecycle.delete(connection);
        }
    }

    SimulationLoop loop() {
        return loop;
    }

    NodePause pause() {
        return ip.pause();
    }

    String hostName() {
        return ip.name();
    }

    void close(TcpConnection connection) {
        closing.close(connection);
    }

    void abort(TcpConnection connection) {
        closing.abort(connection);
    }

    void silence(TcpConnection connection) {
        lifecycle.silence(connection);
    }

    void timerFired(TcpConnection connection) {
        timers.fired(connection, sender, handshake);
    }

    void delayedAckFired(TcpConnection connection) {
        receiver.delayedAckFired(connection);
    }

    int write(TcpConnection connection, byte[] data, int offset, int length) {
        return sender.write(connection, data, offset, length);
    }

    int writable(TcpConnection connection) {
        return sender.writable(connection);
    }

    int read(TcpConnection connection, byte[] into, int offset, int length) {
        return receiver.read(connection, into, offset, length);
    }

    void keepAliveChanged(TcpConnection connection) {
        if (connection.state.maySend() && !connection.silent) {
            if (connection.purpose == TcpTimers.Purpose.KEEP_ALIVE) {
                connection.timer().disarm();
                connection.purpose = TcpTimers.Purpose.NOTHING;
            }
            timers.update(connection);
        }
    }

    void transmit(TcpConnection connection) {
        sender.transmit(connection);
    }

    /** Tells whether a request from before may still be answered. */
    boolean canAnswer(TcpListener listener, long requestEpoch) {
        return requestEpoch == epoch && ip.isRunning() && listeners.contains(listener);
    }

    Optional<TcpConnection> accept(Packet packet, TcpSegment syn, TcpUser user, TcpParameters constants) {
        if (find(packet, syn) != null) {
            return Optional.empty();
        }
        Endpoint local = lastAccepted;
        if (local.port() != syn.destinationPort() || !local.address().equals(packet.destination())) {
            local = new Endpoint(packet.destination(), syn.destinationPort());
            lastAccepted = local;
        }
        Endpoint remote = new Endpoint(packet.source(), syn.sourcePort());
        TcpConnection connection = newConnection(local, remote, user, constants, false);
        handshake.openPassively(connection, syn);
        return Optional.of(connection);
    }

    void rejectStray(Packet packet, TcpSegment segment) {
        output.rejectStray(packet, segment);
    }

    int defaultHopLimit() {
        return ip.defaultHopLimit();
    }

    void send(Packet packet) {
        ip.send(packet);
    }

    private void timeWaitExpired(TcpConnection connection) {
        lifecycle.delete(connection);
    }

    private @Nullable TcpConnection find(Packet packet, TcpSegment segment) {
        return table.find(packet.destination(), segment.destinationPort(), packet.source(), segment.sourcePort());
    }

    private TcpConnection newConnection(
            Endpoint local, Endpoint remote, TcpUser user, TcpParameters constants, boolean active) {
        TcpConnection connection = new TcpConnection(this, ++connectionsMade, local, remote, user, constants, active);
        table.add(connection);
        return connection;
    }
}
