package dev.wsksim.wsk.socket;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.se.Acl;
import dev.wsksim.kernel.se.AclSlot;
import dev.wsksim.kernel.se.SecurityDescriptor;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.WskEnvironment;
import dev.wsksim.wsk.call.SocketEvent;
import dev.wsksim.wsk.client.SecurityDescriptorPointer;
import dev.wsksim.wsk.client.WskClient;
import dev.wsksim.wsk.event.EventCallbacks;
import dev.wsksim.wsk.event.EventFlag;
import dev.wsksim.wsk.sharing.BindDecision;
import dev.wsksim.wsk.sharing.SharingOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * WSK_SOCKET: the provider's object for a socket, with all that is common to the categories.
 *
 * <p>Allocated by the provider, handed to the driver in {@code IoStatus.Information}, freed by the provider when the
 * IRP of WskCloseSocket is completed. Its one public field in C is {@code Dispatch}. Source: ns-wsk-_wsk_socket.
 */
public abstract sealed class WskSocket
        permits BasicSocket, ListenSocket, DatagramSocket, ConnectionSocket, StreamSocket {

    /**
     * The descriptor of a socket that was given none: it lets nobody share (an empty discretionary list). Source:
     * nc-wsk-pfn_wsk_socket.
     */
    public static final SecurityDescriptor NO_SHARING = SecurityDescriptor.NONE.withDacl(AclSlot.of(Acl.EMPTY));

    private final SocketServices services;
    private final int number;
    private final WskClient client;
    private final SocketTriple triple;
    private final OwningContext owner;
    /** The oldest pending request; most sockets never have more than one. */
    private @Nullable PendingRequest oldestPending;

    private @Nullable List<PendingRequest> laterPending;
    /** The sockets opened before and after this one; {@link SocketTable} links them. */
    @Nullable
    WskSocket older;

    @Nullable
    WskSocket newer;

    private SocketCallbacks callbacks;
    private SocketState state = SocketState.CREATED;
    private @Nullable SecurityDescriptorPointer securityDescriptor;
    private boolean reuseAddr;
    private boolean exclusiveAddrUse;
    private boolean v6Only = true;
    private @Nullable EventCallbacks events;
    private @Nullable RetainedIndications retained;
    private @Nullable TcpSettings tcp;
    private @Nullable Runnable whenIdle;

    WskSocket(SocketSetup setup) {
        this.services = setup.services();
        this.number = setup.number();
        this.client = setup.client();
        this.triple = setup.triple();
        this.callbacks = setup.callbacks();
        this.owner = setup.owner();
        this.securityDescriptor = setup.securityDescriptor();
    }

    /** Returns the category, which never changes. */
    public abstract SocketCategory category();

    /** Gives back what the socket holds: connection, listener, endpoint, local address. */
    public abstract void tearDown();

    /** Returns the local address, or null where the category has none. */
    public @Nullable LocalAddress localAddress() {
        return null;
    }

    /**
     * Binds the socket, if the address is one of the host's and sharing allows it; only for categories that have a local
     * address.
     *
     * @return the decision with its reason; on success the socket is bound
     */
    public BindDecision bind(Endpoint wanted) {
        LocalAddress address = localAddress();
        if (address == null) {
            throw new AssertionError(category() + " sockets have no local address");
        }
        BindDecision refused = judgeBind(wanted);
        if (refused != null) {
            return refused;
        }
        BindDecision decision = takeAddress(address, wanted);
        if (decision.binding() != null) {
            state = SocketState.BOUND;
            bound(address);
        }
        return decision;
    }

    /** Takes the address under the rules of sharing. */
    BindDecision takeAddress(LocalAddress address, Endpoint wanted) {
        return address.bind(this, wanted);
    }

    /** Returns why the category cannot be bound to an address, whatever sharing says, or null where it may. */
    @Nullable
    BindDecision judgeBind(Endpoint wanted) {
        return null;
    }

    /** Is told that the socket is bound. */
    void bound(LocalAddress address) {}

    /** Returns the part of the socket that connects, sends and receives, or null where the category has none. */
    public @Nullable ConnectionRole connectionRole() {
        return null;
    }

    /** Returns the part of the socket that listens, or null where it does not. */
    public @Nullable ListenRole listenRole() {
        return null;
    }

    /**
     * Ends the socket because the transport below it is gone: pending requests end with STATUS_FILE_FORCED_CLOSED, the
     * callbacks that can tell of it are called with NULL, and every function but WskCloseSocket fails. A connect that is
     * under way ends as the network ends it, since WskSocketConnect documents no such status.
     */
    public final void die() {
        if (state == SocketState.DEAD
                || state == SocketState.CONNECTING
                || state == SocketState.CLOSING
                || state == SocketState.CLOSED) {
            return;
        }
        state = SocketState.DEAD;
        WskEnvironment environment = services.environment();
        if (environment.trace().isActive()) {
            environment.trace().emit(new SocketEvent(SocketEvent.Change.DIED, number, "its local address is gone"));
        }
        died();
    }

    /** Is told that the socket is dead: fails what is pending, and lets callbacks tell the driver. */
    void died() {}

    /** Returns the socket's number on its host, from 1. */
    public int number() {
        return number;
    }

    /** Returns the client that created the socket. */
    public WskClient client() {
        return client;
    }

    /** Returns family, type and protocol. */
    public SocketTriple triple() {
        return triple;
    }

    /** Returns {@code Socket->Dispatch}. */
    public ProviderTable dispatch() {
        return services.table().dispatchOf(category());
    }

    /** Returns whose security context counts at the bind. */
    public OwningContext owner() {
        return owner;
    }

    /** Returns where the socket is in its life. */
    public SocketState state() {
        return state;
    }

    /** Returns what the driver wants to get back in every callback, and its table. */
    public SocketCallbacks callbacks() {
        return callbacks;
    }

    /** Gives an accepted socket the context and table that WskAcceptEvent has set. */
    void setCallbacks(SocketCallbacks newCallbacks) {
        callbacks = newCallbacks;
    }

    /** Returns which events are enabled and which callbacks run. */
    public EventCallbacks events() {
        EventCallbacks existing = events;
        if (existing == null) {
            existing = new EventCallbacks();
            events = existing;
        }
        return existing;
    }

    /** Tells whether a callback of the socket is running. */
    public boolean isCallbackRunning() {
        EventCallbacks existing = events;
        return existing != null && existing.isAnyRunning();
    }

    /** Tells whether an event is enabled. */
    public boolean isEnabled(EventFlag event) {
        EventCallbacks existing = events;
        return existing != null && existing.isEnabled(event);
    }

    /** Tells whether callbacks about the connection may be called now: the driver has the socket, and is not closing it. */
    boolean mayBeCalledBack() {
        return state != SocketState.CLOSING
                && state != SocketState.CLOSED
                && state != SocketState.DEAD
                && !isBeingOffered();
    }

    /** Tells whether the driver is being given the socket, and does not have it yet. */
    boolean isBeingOffered() {
        return false;
    }

    /** Is told that events were enabled: what waits to be indicated may be indicated now. */
    public void eventsEnabled() {}

    /** Is told that an event was disabled: what waited behind it may be indicated now. */
    public void eventDisabled() {}

    /** Returns the indication lists that the driver keeps. */
    public RetainedIndications retained() {
        RetainedIndications existing = retained;
        if (existing == null) {
            existing = new RetainedIndications();
            retained = existing;
        }
        return existing;
    }

    /** Returns how many indication lists the driver keeps. */
    public int retainedCount() {
        RetainedIndications existing = retained;
        return existing == null ? 0 : existing.count();
    }

    /** Returns the descriptor that the driver gave, or null for the default one. */
    public @Nullable SecurityDescriptorPointer securityDescriptor() {
        return securityDescriptor;
    }

    /** Replaces the descriptor, as SO_WSK_SECURITY does before the bind. */
    public void setSecurityDescriptor(SecurityDescriptorPointer descriptor) {
        securityDescriptor = descriptor;
    }

    /** Returns the value of SO_REUSEADDR. */
    public boolean reuseAddr() {
        return reuseAddr;
    }

    /** Sets SO_REUSEADDR. */
    public void setReuseAddr(boolean value) {
        reuseAddr = value;
    }

    /** Returns the value of SO_EXCLUSIVEADDRUSE. */
    public boolean exclusiveAddrUse() {
        return exclusiveAddrUse;
    }

    /** Sets SO_EXCLUSIVEADDRUSE. */
    public void setExclusiveAddrUse(boolean value) {
        exclusiveAddrUse = value;
    }

    /** Returns what the options of TCP are set to. */
    public TcpSettings tcp() {
        TcpSettings existing = tcp;
        if (existing == null) {
            existing = new TcpSettings(services.host().tcp().parameters());
            tcp = existing;
        }
        return existing;
    }

    /** Changes options of TCP, at once also those of a connection that exists. */
    public void changeTcp(Consumer<TcpSettings> change) {
        change.accept(tcp());
        ConnectionRole role = connectionRole();
        if (role != null) {
            role.settingsChanged();
        }
    }

    /** Returns the options of TCP that were ever looked at, or null: then all are the host's. */
    @Nullable
    TcpSettings tcpIfSet() {
        return tcp;
    }

    /** Takes the options of the listening socket that accepted this one. */
    void inheritTcp(WskSocket listener) {
        TcpSettings given = listener.tcp;
        if (given != null) {
            tcp = given.forAccepted();
        }
    }

    /** Returns how many bytes may wait to be received. */
    public int receiveBuffer() {
        ConnectionRole role = connectionRole();
        TcpConnection connection = role == null ? null : role.connection();
        return connection == null ? tcp().receiveBuffer() : connection.receiveBuffer();
    }

    /** Returns the local addresses of the host, and who waits for their change. */
    public AddressLists addressLists() {
        return services.table().addressLists();
    }

    /** Returns the value of IPV6_V6ONLY, which only counts for AF_INET6. */
    public boolean v6Only() {
        return v6Only;
    }

    /** Sets IPV6_V6ONLY, which counts at the bind. Source: ipproto-ipv6-socket-options, dual-stack-sockets. */
    public void setV6Only(boolean value) {
        v6Only = value;
    }

    /** Tells whether the socket speaks IPv4 too, with IPv4-mapped addresses. */
    public boolean isDualMode() {
        return !v6Only && triple.addressFamily() == Ws2def.AF_INET6;
    }

    /** Tells whether packets of a family are the socket's: it is of that family, or it is in dual mode. */
    public boolean speaks(IpFamily family) {
        boolean six = triple.addressFamily() == Ws2def.AF_INET6;
        return six == (family == IpFamily.IPV6) || isDualMode();
    }

    /** Returns the options of the IP level of a family that the socket speaks. */
    public IpSettings ip(IpFamily family) {
        return tcp().ip(family);
    }

    /** Changes options of the IP level of a family that the socket speaks; at once also those of what is open. */
    public void changeIp(IpFamily family, Consumer<IpSettings> change) {
        changeTcp(settings -> change.accept(settings.ip(family)));
    }

    /** Returns an endpoint of the network as the socket's family writes it: IPv4 ones are mapped for AF_INET6. */
    Endpoint told(Endpoint onTheNet) {
        boolean mapped =
                triple.addressFamily() == Ws2def.AF_INET6 && onTheNet.address().family() == IpFamily.IPV4;
        return mapped ? new Endpoint(onTheNet.address().toIpv4Mapped(), onTheNet.port()) : onTheNet;
    }

    /** Returns the endpoint of the network that an address of the driver stands for. */
    Endpoint onTheNet(Endpoint told) {
        boolean maps = isDualMode() && told.address().isIpv4Mapped();
        return maps ? new Endpoint(told.address().unmapped(), told.port()) : told;
    }

    /** Takes over the options that an accepted socket inherits. Source: so-keepalive, so-rcvbuf. */
    void inheritFrom(WskSocket listening) {
        v6Only = listening.v6Only;
        inheritTcp(listening);
    }

    /** Notes that a request began whose IRP will be completed later. */
    public void requestPended(PendingRequest request) {
        if (oldestPending == null) {
            oldestPending = request;
            return;
        }
        List<PendingRequest> later = laterPending;
        if (later == null) {
            later = new ArrayList<>(2);
            laterPending = later;
        }
        later.add(request);
    }

    /** Notes that such a request's IRP is being completed. */
    public void requestCompleted(PendingRequest request) {
        List<PendingRequest> later = laterPending;
        if (oldestPending == request) {
            oldestPending = later == null || later.isEmpty() ? null : later.remove(0);
        } else if (later != null) {
            later.remove(request);
        }
    }

    /** Lets a close that waits go on, if this was the last request that it waited for. */
    public void goOnClosing() {
        Runnable next = whenIdle;
        EventCallbacks running = events;
        if (next != null && oldestPending == null && (running == null || !running.isAnyRunning())) {
            whenIdle = null;
            next.run();
        }
    }

    /** Returns the requests whose IRPs are pending, the oldest first. */
    public ImmutableList<PendingRequest> pendingRequests() {
        PendingRequest oldest = oldestPending;
        if (oldest == null) {
            return ImmutableList.of();
        }
        List<PendingRequest> later = laterPending;
        return ImmutableList.<PendingRequest>builder()
                .add(oldest)
                .addAll(later == null ? ImmutableList.of() : later)
                .build();
    }

    /**
     * Begins the close: nothing may be called any more; {@code idle} runs once, from {@link #goOnClosing}, when nothing
     * is pending.
     */
    public void beginClose(Runnable idle) {
        state = SocketState.CLOSING;
        whenIdle = idle;
    }

    /** Ends the close: the memory of WSK_SOCKET is gone. */
    public void free() {
        state = SocketState.CLOSED;
    }

    SocketServices services() {
        return services;
    }

    void setState(SocketState newState) {
        state = newState;
    }

    SharingOption sharingOption() {
        return SharingOption.of(reuseAddr, exclusiveAddrUse);
    }

    SecurityDescriptor effectiveSecurityDescriptor() {
        SecurityDescriptorPointer given = securityDescriptor;
        return given == null ? NO_SHARING : given.descriptor();
    }

    @Override
    public String toString() {
        return "socket " + number;
    }
}
