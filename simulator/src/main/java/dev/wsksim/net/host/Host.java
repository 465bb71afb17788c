package dev.wsksim.net.host;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.RandomStreams;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.icmp.EchoStack;
import dev.wsksim.net.ip.DestinationOrder;
import dev.wsksim.net.ip.SourceAddress;
import dev.wsksim.net.link.Link;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.net.link.LinkEnvironment;
import dev.wsksim.net.link.NodePause;
import dev.wsksim.net.link.PacketNode;
import dev.wsksim.net.packet.IcmpError;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.raw.RawStack;
import dev.wsksim.net.tcp.TcpStack;
import dev.wsksim.net.udp.DatagramIpLayer;
import dev.wsksim.net.udp.UdpStack;
import dev.wsksim.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A virtual host: network interfaces with addresses, routes, and the protocols above IP; perhaps a router.
 *
 * <p>Packets to one of its own addresses, loopback included, come back to it over a link {@code name > name} that takes
 * no time; loopback is always there.
 *
 * <p>Assumption: whichever interface a packet for one of its addresses comes to, the host takes it (the weak host model
 * of RFC 1122 section 3.3.4.2), and transports are told nothing when a local address vanishes: the packets that
 * connections send from it are discarded, until they time out.
 */
public final class Host implements PacketNode, DatagramIpLayer {

    private final SimulationLoop loop;
    private final Trace trace;
    private final HostConfiguration configuration;
    private final ImmutableList<NetworkInterface> interfaces;
    private final Topology topology;
    private final Paths paths;
    private final PacketOutput output;
    private final InterfaceChoice choice;
    private final PacketInput input;
    private final EphemeralPorts ephemeralPorts;
    private final HostProtocols protocols;
    private final List<InterfaceListener> interfaceListeners = new ArrayList<>();
    /** Whether every packet has to be looked at before it is sent: its source may be gone, or its neighbour unknown. */
    private boolean inspectsOutput;

    private final NodePause pause;
    private @Nullable IpAddress lastOwned;
    private int lastOwnedVersion;
    /** The two addresses that were last seen to be no broadcast addresses: those of a conversation. */
    private @Nullable IpAddress lastForOne;

    private @Nullable IpAddress lastForOneBefore;
    private int lastForOneVersion;
    private boolean running = true;
    private int arrivalInterface = LOOPBACK_INTERFACE;

    /** Makes a running host without links; the network does this. */
    public Host(
            HostConfiguration configuration,
            SimulationLoop loop,
            Trace trace,
            RandomStreams randoms,
            LinkEnvironment environment,
            Topology topology) {
        this.loop = loop;
        this.trace = trace;
        this.configuration = configuration;
        this.topology = topology;
        this.pause = new NodePause(loop);
        int number = topology.hostAdded();
        ImmutableList.Builder<NetworkInterface> own = ImmutableList.builder();
        for (int i = 0; i < configuration.interfaces().size(); i++) {
            own.add(new NetworkInterface(this, configuration.interfaces().get(i), FIRST_INTERFACE + i, number));
        }
        interfaces = own.build();
        ephemeralPorts = new EphemeralPorts(configuration.firstEphemeralPort(), configuration.lastEphemeralPort());
        Link loopback = new Link(environment, this, this, LinkConfiguration.LOOPBACK);
        paths = new Paths(this, interfaces, configuration, loopback, topology);
        protocols = new HostProtocols(loop, trace, this, configuration.tcp(), randoms);
        output = new PacketOutput(this, protocols, loopback, loop, trace);
        choice = new InterfaceChoice(this, paths, output);
        input = new PacketInput(this, configuration.isRouter(), paths, output, protocols, loop, trace);
        resolveNeighbors();
    }

    private void resolveNeighbors() {
        for (int i = 0; i < interfaces.size(); i++) {
            if (configuration.interfaces().get(i).resolvesNeighbors()) {
                NetworkInterface own = interfaces.get(i);
                own.resolveNeighbors(new NeighborTable(own, loop, trace, output::neighborUnreachable));
                inspectsOutput = true;
            }
        }
    }

    @Override
    public String name() {
        return configuration.name();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public NodePause pause() {
        return pause;
    }

    /** Returns its network interfaces besides loopback. */
    public ImmutableList<NetworkInterface> interfaces() {
        return interfaces;
    }

    /** Tells whether it has an interface with this index, up or down. */
    public boolean hasInterface(int index) {
        return index == LOOPBACK_INTERFACE || interfaces.stream().anyMatch(own -> own.index() == index);
    }

    /**
     * Returns the interface with this name.
     *
     * @throws IllegalArgumentException where it has none
     */
    public NetworkInterface networkInterface(String interfaceName) {
        return interfaces.stream()
                .filter(own -> own.name().equals(interfaceName))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("host " + name() + " has no interface " + interfaceName));
    }

    /**
     * Returns the interface that a link to another host is made at: the first with an address within an on-link prefix
     * of one of the other's interfaces, or with one of theirs within its own; or else the first.
     */
    public NetworkInterface interfaceTowards(Host other) {
        return interfaces.stream()
                .filter(own -> other.interfaces.stream().anyMatch(own::sharesPrefixWith))
                .findFirst()
                .orElse(interfaces.get(0));
    }

    /** Returns the addresses of its interfaces that are up, besides loopback, the preferred ones first. */
    public ImmutableList<HostAddress> addresses() {
        return interfaces.stream()
                .filter(NetworkInterface::isUp)
                .flatMap(own -> own.addresses().stream())
                .collect(ImmutableList.toImmutableList());
    }

    /** Has somebody told of every later change of its interfaces and their addresses. */
    public void addInterfaceListener(InterfaceListener listener) {
        interfaceListeners.add(listener);
    }

    /** Returns the routes that it has now: those to the on-link prefixes of its interfaces, then the configured ones. */
    public ImmutableList<Route> routes() {
        return paths.routes();
    }

    /** Returns its TCP. */
    public TcpStack tcp() {
        return protocols.tcp;
    }

    /** Returns its UDP. */
    public UdpStack udp() {
        return protocols.udp;
    }

    /** Returns what answers echo requests and sends them. */
    public EchoStack echo() {
        return protocols.echo;
    }

    /** Returns its raw endpoints. */
    public RawStack raw() {
        return protocols.raw;
    }

    /** Returns its dynamic ports. */
    public EphemeralPorts ephemeralPorts() {
        return ephemeralPorts;
    }

    /** Returns the links that lead away from it, besides the one to itself, interface by interface. */
    public ImmutableList<Link> links() {
        return interfaces.stream().flatMap(own -> own.links().stream()).collect(ImmutableList.toImmutableList());
    }

    @SuppressWarnings("ReferenceEquality") // packets of a connection share one object; equal ones are found as well
    @Override
    public boolean owns(IpAddress address) {
        if (address == lastOwned && lastOwnedVersion == topology.version()) {
            return true;
        }
        boolean own = address.isLoopback();
        for (int i = 0; i < interfaces.size() && !own; i++) {
            own = interfaces.get(i).owns(address);
        }
        if (own) {
            lastOwned = address;
            lastOwnedVersion = topology.version();
        }
        return own;
    }

    /** Tells whether one of its interfaces, up or down, has an address. */
    boolean hasAddress(IpAddress address) {
        return address.isLoopback() || interfaces.stream().anyMatch(own -> own.find(address) != null);
    }

    /** Returns the route with the longest prefix, then the lowest metric; null where none leads there, as to a group. */
    public @Nullable Route routeTo(IpAddress remote) {
        Path path = paths.to(remote);
        return path == null ? null : path.route();
    }

    @Override
    public boolean canReach(IpAddress remote) {
        return paths.to(remote) != null || isForMany(remote);
    }

    /** Chooses the address from which a packet to {@code remote} would be sent, by RFC 6724. */
    @Override
    public @Nullable IpAddress chooseSource(IpAddress remote) {
        if (owns(remote)) {
            return remote;
        }
        Path path = paths.to(remote);
        return path == null && !isForMany(remote) ? null : SourceChoice.choose(interfaces, path, remote);
    }

    /**
     * Puts addresses of another host in the order in which they are to be tried (RFC 6724 section 6). One that no route
     * leads to comes last; one of its own has itself as its source.
     */
    public ImmutableList<IpAddress> sortDestinations(List<IpAddress> destinations) {
        return DestinationOrder.sort(destinations, this::sourcesTo);
    }

    private ImmutableList<SourceAddress> sourcesTo(IpAddress remote) {
        if (owns(remote)) {
            return ImmutableList.of(new SourceAddress(remote, remote.family().bits(), false, true));
        }
        Path path = paths.to(remote);
        return path == null && !isForMany(remote) ? ImmutableList.of() : SourceChoice.candidates(interfaces, path);
    }

    @Override
    public void send(Packet packet) {
        Path path = paths.to(packet.destination());
        if (inspectsOutput || path == null || path.link() == null || packet.wireBytes() > path.mtu()) {
            sendInspected(packet);
        } else {
            path.link().send(packet);
        }
    }

    @Override
    public boolean canReach(IpAddress remote, int interfaceIndex) {
        return choice.canReach(remote, interfaceIndex);
    }

    @Override
    public @Nullable IpAddress chooseSource(IpAddress remote, int interfaceIndex) {
        return choice.chooseSource(remote, interfaceIndex);
    }

    @Override
    public int mtuTo(IpAddress remote, int interfaceIndex, boolean learned) {
        paths.forgetOldMtus(loop.nowNanos());
        return Paths.mtu(interfaceIndex == 0 ? paths.to(remote) : choice.path(remote, interfaceIndex), learned);
    }

    @Override
    public void send(Packet packet, int interfaceIndex) {
        choice.send(packet, interfaceIndex);
    }

    private void sendInspected(Packet packet) {
        if (!packet.source().isWildcard() && !owns(packet.source())) {
            discard(packet, "the source address is not the host's");
            return;
        }
        if (isForMany(packet.destination())) {
            output.sendToMany(packet, 0);
        } else {
            paths.forgetOldMtus(loop.nowNanos());
            output.send(packet, paths.to(packet.destination()));
        }
    }

    /** Tells whether packets to an address are for all hosts of a link, or for a group. */
    boolean isForMany(IpAddress address) {
        return address.isMulticast() || isBroadcast(address);
    }

    @SuppressWarnings("ReferenceEquality") // equal addresses of other packets are found as well
    @Override
    public boolean isBroadcast(IpAddress address) {
        boolean isKnown = address == lastForOne || address == lastForOneBefore;
        if (isKnown && lastForOneVersion == topology.version()) {
            return false;
        }
        boolean broadcast = isBroadcastSomewhere(address);
        if (!broadcast) {
            lastForOneBefore = lastForOneVersion == topology.version() ? lastForOne : null;
            lastForOne = address;
            lastForOneVersion = topology.version();
        }
        return broadcast;
    }

    private boolean isBroadcastSomewhere(IpAddress address) {
        if (address.isLimitedBroadcast()) {
            return true;
        }
        for (int i = 0; i < interfaces.size(); i++) {
            if (interfaces.get(i).isBroadcast(address)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int defaultHopLimit() {
        return configuration.hopLimit();
    }

    @Override
    public void report(IcmpError error) {
        output.report(error);
    }

    @Override
    public int arrivalInterface() {
        return arrivalInterface;
    }

    @Override
    public int usualInterface() {
        return interfaces.stream()
                .filter(NetworkInterface::isUp)
                .findFirst()
                .map(NetworkInterface::index)
                .orElse(LOOPBACK_INTERFACE);
    }

    @Override
    public @Nullable IpAddress addressAt(int interfaceIndex, IpFamily family) {
        return choice.addressAt(interfaceIndex, family);
    }

    @Override
    public boolean hasAt(int interfaceIndex, IpAddress address) {
        return choice.hasAt(interfaceIndex, address);
    }

    @Override
    public void joinGroup(IpAddress group, int interfaceIndex) {
        protocols.groups().at(interfaceIndex, group.family()).join(group);
    }

    @Override
    public void leaveGroup(IpAddress group, int interfaceIndex) {
        protocols.groups().at(interfaceIndex, group.family()).leave(group);
    }

    /** Takes a packet that the loopback link brings. */
    @Override
    public void receive(Packet packet) {
        arrivalInterface = LOOPBACK_INTERFACE;
        input.forThisHost(packet, null);
    }

    /** Takes a packet that a link has brought to an interface. */
    void received(Packet packet, NetworkInterface in) {
        arrivalInterface = in.index();
        input.arrived(packet, in);
    }

    void discard(Packet packet, String reason) {
        if (trace.isActive()) {
            trace.emit(new PacketDiscarded(name(), packet, reason));
        }
    }

    void linkAdded() {
        topology.changed();
    }

    void interfaceChanged(InterfaceChange change) {
        topology.changed();
        inspectsOutput = true;
        if (trace.isActive()) {
            trace.emit(change);
        }
        if (change instanceof InterfaceStateChanged) {
            protocols.groups().interfaceChanged(networkInterface(change.interfaceName()));
        }
        for (InterfaceListener listener : ImmutableList.copyOf(interfaceListeners)) {
            listener.interfaceChanged(change);
        }
    }

    /**
     * Stops the host dead: it sends and answers nothing more, its connections are gone, and nobody is told. Does
     * nothing to a host that is not running.
     */
    public void crash() {
        if (!running) {
            return;
        }
        running = false;
        pause.forget();
        if (trace.isActive()) {
            trace.emit(new HostStateChanged(name(), false));
        }
        protocols.crash();
        interfaces.forEach(NetworkInterface::forgetNeighbors);
        input.crash();
        paths.crash();
    }

    /** Starts a crashed host again, with its listeners and without its connections. Does nothing to a running host. */
    public void restart() {
        if (running) {
            return;
        }
        running = true;
        if (trace.isActive()) {
            trace.emit(new HostStateChanged(name(), true));
        }
        protocols.restart();
    }

    /**
     * Lets the host stand still, like a virtual machine that is paused: it takes and sends no packet, and no timer of its
     * TCP fires, until it goes on. Other timers, such as those of pings, fragments, neighbours and group reports, run on; what
     * they send waits. Does nothing to a host that is paused or not running.
     */
    public void suspend() {
        if (running && pause.begin() && trace.isActive()) {
            trace.emit(new HostPauseChanged(name(), true));
        }
    }

    /**
     * Lets a paused host go on: what came, what it was about to send and the timers that were due happen now, in the
     * order in which they would have happened. Does nothing to other hosts.
     */
    public void resume() {
        if (pause.isPaused()) {
            if (trace.isActive()) {
                trace.emit(new HostPauseChanged(name(), false));
            }
            pause.end();
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
