package dev.wsksim.wsk.socket;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.Event;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.tcp.ConnectionRequest;
import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.wsk.WskDecisions;
import dev.wsksim.wsk.WskEnvironment;
import dev.wsksim.wsk.event.EventFlag;
import dev.wsksim.wsk.event.WskInspectAction;
import dev.wsksim.wsk.event.WskInspectId;
import dev.wsksim.wsk.sharing.BindDecision;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The part of a listening or stream socket that listens: lets connections in, and hands them out in the order in which
 * they were established, to the requests of WskAccept first and to WskAcceptEvent where none is queued.
 *
 * <p>Connections that nobody accepts wait; there is no limit to their number (assumption, OQ-40). One that is reset
 * before it was accepted is forgotten (assumption). The pages warn that WskAcceptEvent may be called although a
 * WskAccept is queued; that is a decision. At the close, connections that were not accepted are reset (assumption,
 * OQ-35).
 *
 * <p>Source: nc-wsk-pfn_wsk_accept, nc-wsk-pfn_wsk_accept_event, listening-for-and-accepting-incoming-connections.
 */
public final class ListenRole implements Event {

    private final WskSocket socket;
    private final LocalAddress address;
    private final ListenIndicator indicator;
    private final ArrayDeque<AcceptRequest> accepts = new ArrayDeque<>(4);
    private final Set<Arrival> arrivals = new LinkedHashSet<>();
    private final ArrayDeque<Arrival> waiting = new ArrayDeque<>(4);
    /** Those of the waiting that go to WskAcceptEvent although a WskAccept is queued. */
    private final ArrayDeque<Arrival> raced = new ArrayDeque<>(1);

    private final @Nullable Inspections inspections;
    private ImmutableList<Endpoint> listensAt = ImmutableList.of();
    private boolean indicationDue;

    ListenRole(WskSocket socket, LocalAddress address, boolean conditional) {
        this.socket = socket;
        this.address = address;
        this.indicator = new ListenIndicator(socket);
        this.inspections = conditional ? new Inspections(this, indicator) : null;
    }

    /** Returns how many established connections wait to be accepted. */
    public int backlog() {
        return waiting.size() + raced.size();
    }

    /** Tells whether WskInspectEvent is asked about every connection. */
    public boolean isConditional() {
        return inspections != null;
    }

    /**
     * Returns why a socket cannot listen at an address, or null where it may: on the same host a scripted peer may
     * listen there, which is no matter of sharing.
     */
    static @Nullable BindDecision judge(WskSocket socket, Endpoint wanted) {
        for (Endpoint endpoint : LocalAddress.onTheNet(socket, wanted)) {
            if (socket.services().table().listening().isTakenByOthers(endpoint)) {
                return new BindDecision(
                        NtStatus.STATUS_ADDRESS_ALREADY_EXISTS,
                        null,
                        "a scripted peer listens at " + endpoint + " of the same host");
            }
        }
        return null;
    }

    /** Begins to listen at the bound address. */
    void listen() {
        listensAt = LocalAddress.onTheNet(socket, address.requireEndpoint());
        for (Endpoint endpoint : listensAt) {
            socket.services().table().listening().open(endpoint, this);
        }
        socket.setState(SocketState.LISTENING);
    }

    /** Queues a request for a connection. */
    public void accept(AcceptRequest request) {
        accepts.addLast(request);
        serve();
    }

    /** Forgets a request that was cancelled. */
    public void cancelAccept(AcceptRequest request) {
        accepts.removeIf(one -> one == request);
    }

    /** Ends an inspection that WskInspectEvent has left pending; only with conditional accept. */
    public InspectCompletion completeInspection(WskInspectId id, WskInspectAction action) {
        if (inspections == null) {
            throw new AssertionError(socket + " does not inspect");
        }
        return inspections.complete(id, action);
    }

    /** Is told that events were enabled: what waits may be indicated now. */
    void eventsEnabled() {
        indicateSoon();
    }

    /** Stops listening; what was not accepted is reset. */
    void tearDown() {
        if (inspections != null) {
            inspections.refuseAll();
        }
        for (Endpoint endpoint : listensAt) {
            socket.services().table().listening().close(endpoint, this);
        }
        listensAt = ImmutableList.of();
        waiting.clear();
        raced.clear();
        for (Arrival arrival : ImmutableList.copyOf(arrivals)) {
            arrival.connection().abort();
        }
        arrivals.clear();
    }

    /** Ends everything because the address is gone: requests fail, and the driver is told in an event of its own. */
    void die() {
        tearDown();
        for (AcceptRequest next = accepts.pollFirst(); next != null; next = accepts.pollFirst()) {
            next.acceptFailed(NtStatus.STATUS_FILE_FORCED_CLOSED, "the socket is dead");
        }
        environment().loop().schedule(0, this::indicateDeath);
    }

    private void indicateDeath() {
        if (socket.state() == SocketState.DEAD && socket.isEnabled(EventFlag.WSK_EVENT_ACCEPT)) {
            indicator.acceptOnDeadSocket();
        }
        if (socket.state() == SocketState.DEAD && isConditional()) {
            indicator.inspectOnDeadSocket();
        }
    }

    /** Takes a SYN. */
    void requested(ConnectionRequest request) {
        if (inspections == null) {
            letIn(request, null);
        } else {
            inspections.requested(request);
        }
    }

    /** Tells whether a SYN repeats one that is being inspected. */
    boolean isInspecting(ConnectionRequest request) {
        return inspections != null && inspections.isInspecting(request);
    }

    /** The peer has given up a SYN. */
    void withdrawn(Endpoint local, Endpoint remote, int sequence) {
        if (inspections != null) {
            inspections.withdrawn(local, remote, sequence);
        }
    }

    /** Goes on with the handshake; tells whether that is possible. */
    boolean letIn(ConnectionRequest request, @Nullable WskInspectId inspectId) {
        Arrival arrival = new Arrival(this, inspectId);
        TcpSettings settings = socket.tcpIfSet();
        Optional<TcpConnection> begun =
                settings == null ? request.accept(arrival) : request.accept(arrival, settings.acceptedParameters());
        begun.ifPresent(connection -> {
            if (settings != null) {
                settings.limit(connection);
            }
            arrival.begun(connection);
            arrivals.add(arrival);
        });
        return begun.isPresent();
    }

    /** The handshake of a connection is complete. */
    void established(Arrival arrival) {
        if (inspections != null && arrival.inspectId() != null) {
            inspections.established(arrival.inspectId());
        }
        waiting.addLast(arrival);
        serve();
    }

    /** The handshake of a connection will never be complete. */
    void abandoned(Arrival arrival) {
        arrivals.remove(arrival);
        if (inspections != null && arrival.inspectId() != null) {
            inspections.dropped(arrival.inspectId());
        }
    }

    /** A connection that nobody has accepted is gone. */
    void lost(Arrival arrival) {
        arrivals.remove(arrival);
        waiting.removeIf(one -> one == arrival);
        raced.removeIf(one -> one == arrival);
    }

    WskSocket socket() {
        return socket;
    }

    WskEnvironment environment() {
        return socket.services().environment();
    }

    /** Hands connections to requests, and lets WskAcceptEvent be called for what is left. */
    private void serve() {
        while (!waiting.isEmpty() && !accepts.isEmpty()) {
            Arrival next = waiting.removeFirst();
            if (socket.isEnabled(EventFlag.WSK_EVENT_ACCEPT) && eventWinsRace()) {
                raced.addLast(next);
            } else {
                AcceptRequest request = accepts.removeFirst();
                request.accepted(accepted(next, request.acceptedCallbacks(), "WskAccept"));
            }
        }
        indicateSoon();
    }

    private boolean eventWinsRace() {
        return environment().decisions().chooses(WskDecisions.ACCEPT_RACE, WskDecisions.EVENT_WINS, socket.number());
    }

    private ConnectionSocket accepted(Arrival arrival, SocketCallbacks callbacks, String how) {
        arrivals.remove(arrival);
        return socket.services().table().accepted(this, arrival, callbacks, how);
    }

    /** Lets an accepted socket keep the port taken after the close of this one, if this one was exclusive. */
    void passOnHold(LocalAddress acceptedAddress) {
        if (socket.exclusiveAddrUse()) {
            acceptedAddress.share(address);
        }
    }

    private void indicateSoon() {
        if (!indicationDue && mayIndicate()) {
            indicationDue = true;
            environment().loop().schedule(0, this);
        }
    }

    private boolean mayIndicate() {
        return socket.state() == SocketState.LISTENING
                && socket.isEnabled(EventFlag.WSK_EVENT_ACCEPT)
                && (!raced.isEmpty() || (accepts.isEmpty() && !waiting.isEmpty()));
    }

    /** Calls WskAcceptEvent with one connection. */
    @Override
    public void fire() {
        indicationDue = false;
        if (mayIndicate()) {
            Arrival next = raced.isEmpty() ? waiting.removeFirst() : raced.removeFirst();
            indicate(accepted(next, SocketCallbacks.NONE, "WskAcceptEvent"));
        } else if (!raced.isEmpty() && socket.state() == SocketState.LISTENING) {
            // WskAcceptEvent was disabled in between.
            while (!raced.isEmpty()) {
                waiting.addFirst(raced.removeLast());
            }
            serve();
        }
        indicateSoon();
    }

    /**
     * Hands a connection to WskAcceptEvent. What the socket inherits is in force before, so that the driver can disable it
     * inside the callback; its own callbacks are called afterwards.
     */
    private void indicate(ConnectionSocket accepted) {
        int inherited = socket.events().enabled() & EventFlag.CONNECTION_EVENTS;
        if (inherited != 0) {
            accepted.events().enable(inherited);
        }
        if (indicator.accept(accepted)) {
            accepted.eventsEnabled();
        } else {
            accepted.closeByProvider();
        }
    }
}
