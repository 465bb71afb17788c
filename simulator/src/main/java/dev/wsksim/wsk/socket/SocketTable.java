package dev.wsksim.wsk.socket;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.mm.MemoryManager;
import dev.wsksim.kernel.ps.EProcess;
import dev.wsksim.kernel.ps.EThread;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.host.Host;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.WskEnvironment;
import dev.wsksim.wsk.call.SocketEvent;
import dev.wsksim.wsk.client.SecurityDescriptorPointer;
import dev.wsksim.wsk.client.WskClient;
import dev.wsksim.wsk.event.CallbackRunner;
import dev.wsksim.wsk.sharing.AddressTable;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All sockets of one host: makes them, numbers them, knows which are open, and holds the tables of their local
 * addresses.
 */
public final class SocketTable {

    private final SocketServices services;
    private final AddressTable tcp4;
    private final AddressTable tcp6;
    private final AddressTable udp4;
    private final AddressTable udp6;
    private @Nullable WskSocket oldest;
    private @Nullable WskSocket newest;
    private final Map<SocketCategory, ProviderTable> dispatches = new EnumMap<>(SocketCategory.class);
    private final SharedEndpoints sharedEndpoints;
    private final AddressLists addressLists;
    private final ListeningPoints listening;
    private int created;
    private @Nullable OwningContext lastOwner;

    /** Makes the table of a host without sockets. */
    public SocketTable(WskEnvironment environment, MemoryManager memory) {
        sharedEndpoints = new SharedEndpoints(environment);
        services = new SocketServices(environment, new CallbackRunner(environment), memory, this);
        addressLists = new AddressLists(environment.host());
        tcp4 = new AddressTable(environment.host().ephemeralPorts());
        tcp6 = new AddressTable(environment.host().ephemeralPorts());
        udp4 = udpAddresses(environment.host(), IpFamily.IPV4);
        udp6 = udpAddresses(environment.host(), IpFamily.IPV6);
        listening = new ListeningPoints(environment);
        environment.host().addInterfaceListener(new LostAddresses(this));
    }

    private static AddressTable udpAddresses(Host host, IpFamily family) {
        IpAddress any = IpAddress.wildcard(family);
        return new AddressTable(host.ephemeralPorts(), port -> host.udp().isFree(any, port));
    }

    /** Takes the provider dispatch tables, which are made after the sockets' services. */
    public void provideDispatches(ProviderTables tables) {
        for (SocketCategory category : SocketCategory.values()) {
            dispatches.put(category, tables.of(category));
        }
    }

    /** Returns the local addresses of the host. */
    AddressLists addressLists() {
        return addressLists;
    }

    /** Returns the provider dispatch table of a category. */
    ProviderTable dispatchOf(SocketCategory category) {
        ProviderTable table = dispatches.get(category);
        if (table == null) {
            throw new AssertionError("the provider dispatch tables were not provided");
        }
        return table;
    }

    SharedEndpoints sharedEndpoints() {
        return sharedEndpoints;
    }

    /** Returns whose security context counts for a new socket; sockets of one owner in a row share one object. */
    public OwningContext owner(@Nullable EProcess owningProcess, @Nullable EThread owningThread, EThread current) {
        OwningContext owner = OwningContext.of(owningProcess, owningThread, current);
        OwningContext last = lastOwner;
        if (last != null && last.isSameAs(owner)) {
            return last;
        }
        lastOwner = owner;
        return owner;
    }

    /** Makes a socket; it starts with the static callbacks of its client. */
    public WskSocket create(
            SocketCategory category,
            WskClient client,
            SocketTriple triple,
            SocketCallbacks callbacks,
            OwningContext owner,
            @Nullable SecurityDescriptorPointer securityDescriptor) {
        WskSocket socket = make(
                category, new SocketSetup(services, ++created, client, triple, callbacks, owner, securityDescriptor));
        int fixed = client.staticEvents() & category.events();
        if (fixed != 0) {
            socket.events().enableForGood(fixed);
        }
        link(socket);
        client.socketOpened();
        return socket;
    }

    /** Makes the socket of a connection that a listening one has accepted; its local port is that one's. */
    ConnectionSocket accepted(ListenRole by, Arrival arrival, SocketCallbacks callbacks, String how) {
        WskSocket listening = by.socket();
        ConnectionSocket made = (ConnectionSocket) create(
                SocketCategory.CONNECTION,
                listening.client(),
                listening.triple(),
                callbacks,
                listening.owner(),
                listening.securityDescriptor());
        made.acceptedFrom(listening, arrival.inspectId());
        by.passOnHold(made.localAddress());
        made.connectionRole().adopt(arrival.connection());
        WskEnvironment environment = services.environment();
        if (environment.trace().isActive()) {
            String detail = "connection socket, accepted by " + how + " of " + listening + " from " + made.remote();
            environment.trace().emit(new SocketEvent(SocketEvent.Change.CREATED, made.number(), detail));
        }
        made.eventsEnabled();
        return made;
    }

    private static WskSocket make(SocketCategory category, SocketSetup setup) {
        return switch (category) {
            case BASIC -> new BasicSocket(setup);
            case LISTEN -> new ListenSocket(setup);
            case CONNECTION -> new ConnectionSocket(setup);
            case DATAGRAM -> new DatagramSocket(setup);
            case STREAM -> new StreamSocket(setup);
        };
    }

    /** Frees a socket whose connection and address were given back, and with it the lists that the driver still keeps. */
    public void free(WskSocket socket) {
        int lists = socket.retainedCount();
        if (lists > 0) {
            socket.retained().takeAllBack();
            if (services.environment().trace().isActive()) {
                services.environment().trace().emit(new IndicationsLost(socket.number(), lists));
            }
        }
        socket.free();
        unlink(socket);
        socket.client().socketClosed();
    }

    /** Returns the sockets that are not closed, the oldest first. */
    public ImmutableList<WskSocket> open() {
        ImmutableList.Builder<WskSocket> open = ImmutableList.builder();
        for (WskSocket socket = oldest; socket != null; socket = socket.newer) {
            open.add(socket);
        }
        return open.build();
    }

    private void link(WskSocket socket) {
        WskSocket before = newest;
        socket.older = before;
        newest = socket;
        if (before == null) {
            oldest = socket;
        } else {
            before.newer = socket;
        }
    }

    private void unlink(WskSocket socket) {
        WskSocket before = socket.older;
        WskSocket after = socket.newer;
        if (before == null) {
            oldest = after;
        } else {
            before.newer = after;
        }
        if (after == null) {
            newest = before;
        } else {
            after.older = before;
        }
        socket.older = null;
        socket.newer = null;
    }

    /** Returns the endpoints at which sockets listen. */
    ListeningPoints listening() {
        return listening;
    }

    /** Returns the addresses in use of a transport. */
    AddressTable addressesOf(SocketTriple triple) {
        boolean six = triple.addressFamily() == Ws2def.AF_INET6;
        if (triple.socketType() == Ws2def.SOCK_STREAM) {
            return six ? tcp6 : tcp4;
        }
        return six ? udp6 : udp4;
    }

    /** Returns the table of a transport in which dual-mode sockets hold their IPv4 addresses. */
    AddressTable ipv4AddressesOf(SocketTriple triple) {
        return triple.socketType() == Ws2def.SOCK_STREAM ? tcp4 : udp4;
    }

    /** Returns the TCP addresses in use of a family. */
    public AddressTable addressesOf(int addressFamily) {
        return addressFamily == Ws2def.AF_INET6 ? tcp6 : tcp4;
    }
}
