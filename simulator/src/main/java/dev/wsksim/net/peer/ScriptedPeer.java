package dev.wsksim.net.peer;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.tcp.ConnectionRequest;
import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.net.tcp.TcpListener;
import dev.wsksim.net.tcp.TcpUser;
import dev.wsksim.trace.Trace;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A server at one port of a host, for both families, that answers connection attempts as its script says: each attempt
 * takes the next outcome, and the last outcome stays.
 *
 * <p>An attempt is known by its two endpoints and its initial sequence number, so a SYN that is sent again belongs to
 * the attempt that it began. The last {@value #REMEMBERED_ATTEMPTS} attempts are remembered; a SYN of an older one
 * begins another.
 *
 * <p>With a {@link Backlog}, what it does with a connection begins when its application takes it.
 */
public final class ScriptedPeer {

    /** How many attempts are remembered. */
    static final int REMEMBERED_ATTEMPTS = 1024;

    private final SimulationLoop loop;
    private final Trace trace;
    private final Host host;
    private final int port;
    private final BehaviourPlayers players;
    private final ImmutableList<TcpListener> listeners;
    private final Map<AttemptKey, Attempt> remembered = new LinkedHashMap<>();
    private final @Nullable Acceptor acceptor;
    private Behaviour behaviour;
    private Consumer<TcpConnection> established = connection -> {};
    private boolean observed;
    private ImmutableList<ConnectOutcome> outcomes;
    private int nextOutcome;
    private long attempts;

    /**
     * Makes a peer and lets it listen.
     *
     * @param port its port, from 1 to 65535
     * @param outcomes what becomes of the attempts in their order, at least one
     * @throws IllegalStateException when somebody listens at the port already
     */
    public ScriptedPeer(SimulationLoop loop, Trace trace, Host host, int port, List<ConnectOutcome> outcomes) {
        this(loop, trace, host, port, outcomes, new Behaviour.Discard());
    }

    /**
     * Makes a peer and lets it listen.
     *
     * @param port its port, from 1 to 65535
     * @param outcomes what becomes of the attempts in their order, at least one
     * @param behaviour what it does with the connections of which the outcome does not say it
     * @throws IllegalStateException when somebody listens at the port already
     */
    public ScriptedPeer(
            SimulationLoop loop, Trace trace, Host host, int port, List<ConnectOutcome> outcomes, Behaviour behaviour) {
        this(loop, trace, host, port, outcomes, behaviour, Optional.empty());
    }

    /**
     * Makes a peer and lets it listen.
     *
     * @param port its port, from 1 to 65535
     * @param outcomes what becomes of the attempts in their order, at least one
     * @param behaviour what it does with the connections of which the outcome does not say it
     * @param backlog how many connections wait until they are taken; absent: as many as there are, which are taken at once
     * @throws IllegalStateException when somebody listens at the port already
     */
    public ScriptedPeer(
            SimulationLoop loop,
            Trace trace,
            Host host,
            int port,
            List<ConnectOutcome> outcomes,
            Behaviour behaviour,
            Optional<Backlog> backlog) {
        this.loop = loop;
        this.trace = trace;
        this.host = host;
        this.port = port;
        this.outcomes = checked(outcomes);
        this.behaviour = behaviour;
        PeerContext context = new PeerContext(loop, trace, host);
        this.players = new BehaviourPlayers(context);
        this.acceptor = backlog.isPresent() ? new Acceptor(context, port, backlog.get()) : null;
        this.listeners = ImmutableList.of(
                host.tcp().listen(new Endpoint(IpAddress.wildcard(IpFamily.IPV4), port), this::requested),
                host.tcp().listen(new Endpoint(IpAddress.wildcard(IpFamily.IPV6), port), this::requested));
    }

    /** Returns the host. */
    public Host host() {
        return host;
    }

    /** Returns the port. */
    public int port() {
        return port;
    }

    /** Returns how many attempts have begun. */
    public long attempts() {
        return attempts;
    }

    /**
     * Gives the peer another script, whose first outcome is for the next attempt; attempts that have begun keep theirs.
     */
    public void setOutcomes(List<ConnectOutcome> newOutcomes) {
        outcomes = checked(newOutcomes);
        nextOutcome = 0;
    }

    /** Gives the peer another behaviour, for the connections that are accepted from now on. */
    public void setBehaviour(Behaviour newBehaviour) {
        behaviour = newBehaviour;
    }

    /** Has somebody told of every connection that is established from now on. */
    public void onEstablished(Consumer<TcpConnection> observer) {
        established = observer;
        observed = true;
    }

    /** Stops listening: further SYNs meet RST+ACK, and delayed acceptances do not happen. */
    public void close() {
        listeners.forEach(TcpListener::close);
        remembered.clear();
    }

    private static ImmutableList<ConnectOutcome> checked(List<ConnectOutcome> outcomes) {
        if (outcomes.isEmpty()) {
            throw new IllegalArgumentException("a scripted peer needs at least one outcome");
        }
        return ImmutableList.copyOf(outcomes);
    }

    private void requested(ConnectionRequest request) {
        if (remembered.isEmpty() && isPlainForEver()) {
            begin(request).synArrived(request);
            return;
        }
        AttemptKey key = new AttemptKey(request.local(), request.remote(), request.initialSequence());
        Attempt attempt = remembered.get(key);
        if (attempt == null) {
            attempt = begin(request);
            remember(key, attempt);
        }
        attempt.synArrived(request);
    }

    /** Tells whether every attempt from now on is accepted at once, so that none needs to be told from another. */
    private boolean isPlainForEver() {
        return acceptor == null
                && nextOutcome == outcomes.size() - 1
                && outcomes.get(nextOutcome) instanceof ConnectOutcome.Accept accept
                && accept.after().nanos() == 0;
    }

    private Attempt begin(ConnectionRequest request) {
        ConnectOutcome outcome = outcomes.get(nextOutcome);
        nextOutcome = Math.min(nextOutcome + 1, outcomes.size() - 1);
        attempts++;
        if (trace.isActive()) {
            trace.emit(new AttemptBegan(host.name(), port, request.remote(), attempts, outcome.toString()));
        }
        return new Attempt(loop, outcome, this::userFor, this::accept, request);
    }

    private TcpUser userFor(@Nullable Behaviour wanted) {
        return players.userFor(wanted == null ? behaviour : wanted);
    }

    private void accept(ConnectionRequest request, TcpUser user) {
        if (acceptor == null) {
            request.accept(observed ? new Observed(user) : user);
        } else {
            acceptor.accept(request, user, established);
        }
    }

    private void remember(AttemptKey key, Attempt attempt) {
        if (remembered.size() == REMEMBERED_ATTEMPTS) {
            Iterator<AttemptKey> oldest = remembered.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        remembered.put(key, attempt);
    }

    /** Tells of the connection, and hands on everything. */
    private final class Observed extends ForwardingUser {

        Observed(TcpUser next) {
            super(next);
        }

        @Override
        public void connected(TcpConnection connection) {
            established.accept(connection);
            super.connected(connection);
        }
    }

    /** What tells attempts apart. Its methods are written out, since every start would make them anew. */
    private record AttemptKey(Endpoint local, Endpoint remote, int initialSequence) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof AttemptKey that
                    && initialSequence == that.initialSequence
                    && remote.equals(that.remote)
                    && local.equals(that.local);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * local.hashCode() + remote.hashCode()) + initialSequence;
        }
    }
}
