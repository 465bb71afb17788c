package dev.wsksim.net.host;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.RandomStreams;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.address.IpPrefix;
import dev.wsksim.net.icmp.EchoStack;
import dev.wsksim.net.link.Link;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.net.link.LinkEnvironment;
import dev.wsksim.net.link.PacketNode;
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
 * A virtual host: addresses, routes, links that lead away from it, and the protocols above IP.
 *
 * <p>Packets to one of its own addresses, loopback included, come back to it over a link {@code name > name} that takes
 * no time; loopback is always there.
 */
public final class Host implements PacketNode, DatagramIpLayer {

    /** The MTU of Ethernet (RFC 894). */
    private static final int ETHERNET_MTU = 1500;

    private final Trace trace;
    private final HostConfiguration configuration;
    private final RouteTable routes;
    private final Link loopback;
    private final List<Link> links = new ArrayList<>(2);
    private final EphemeralPorts ephemeralPorts;
    private final HostProtocols protocols;
    private boolean running = true;

    /** Makes a running host without links; the network does this. */
    public Host(
            HostConfiguration configuration,
            SimulationLoop loop,
            Trace trace,
            RandomStreams randoms,
            LinkEnvironment environment) {
        this.trace = trace;
        this.configuration = configuration;
        routes = new RouteTable(configuration);
        ephemeralPorts = new EphemeralPorts(configuration.firstEphemeralPort(), configuration.lastEphemeralPort());
        loopback = new Link(environment, this, this, LinkConfiguration.LOOPBACK);
        protocols = new HostProtocols(loop, trace, this, configuration.tcp(), randoms);
    }

    @Override
    public String name() {
        return configuration.name();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Returns its addresses besides loopback, the preferred ones first. */
    public ImmutableList<HostAddress> addresses() {
        return configuration.addresses();
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

    /** Returns the links that lead away from it, besides the one to itself, in the order in which they were made. */
    public ImmutableList<Link> links() {
        return ImmutableList.copyOf(links);
    }

    /** Adds a link that leads away from it; the network does this. */
    public void attach(Link link) {
        links.add(link);
    }

    @Override
    public boolean owns(IpAddress address) {
        if (address.isLoopback()) {
            return true;
        }
        ImmutableList<HostAddress> own = configuration.addresses();
        for (int i = 0; i < own.size(); i++) {
            if (own.get(i).address().equals(address)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the best route to an address: the one with the longest prefix, then the lowest metric, then the first.
     *
     * @return the route, or null where none leads there
     */
    public @Nullable Route routeTo(IpAddress remote) {
        if (owns(remote)) {
            return new Route(new IpPrefix(remote, remote.family().bits()), 0);
        }
        Route route = routes.find(remote);
        if (route == null && configuration.reachesLinkedHosts() && linkTo(remote) != null) {
            return new Route(new IpPrefix(remote, remote.family().bits()), 0);
        }
        return route;
    }

    @Override
    public boolean canReach(IpAddress remote) {
        return owns(remote)
                || isForMany(remote)
                || (configuration.reachesLinkedHosts() && linkTo(remote) != null)
                || routes.find(remote) != null;
    }

    /**
     * Chooses the address from which a packet to {@code remote} would be sent: the remote address itself where it is
     * our own, an address on the same link, or else the first address of the family. (RFC 6724 has more rules, for
     * hosts with several interfaces and scopes.)
     *
     * @return the address, or null where no route leads to {@code remote} or no address of its family is there
     */
    @Override
    public @Nullable IpAddress chooseSource(IpAddress remote) {
        if (owns(remote)) {
            return remote;
        }
        if (isForMany(remote)) {
            return routes.chooseSource(remote);
        }
        return canReach(remote) ? routes.chooseSource(remote) : null;
    }

    @Override
    public int mtuTo(IpAddress remote) {
        return ETHERNET_MTU;
    }

    @Override
    public void send(Packet packet) {
        IpAddress destination = packet.destination();
        if (isForMany(destination)) {
            sendToMany(packet);
            return;
        }
        Link link = owns(destination) ? loopback : linkTo(destination);
        if (link != null) {
            link.send(packet);
        } else if (trace.isActive()) {
            trace.emit(new PacketUnroutable(name(), packet));
        }
    }

    /** To all or to a group: over every link, and to the host itself where it is meant too (RFC 1122 section 3.3.7). */
    private void sendToMany(Packet packet) {
        if (packet.hopLimit() > 0) {
            for (int i = 0; i < links.size(); i++) {
                links.get(i).send(packet);
            }
        }
        if (!packet.destination().isMulticast() || protocols.isMember(packet.destination())) {
            loopback.send(packet);
        }
    }

    private boolean isForMany(IpAddress address) {
        return address.isMulticast() || isBroadcast(address);
    }

    @Override
    public boolean isBroadcast(IpAddress address) {
        if (address.family() == IpFamily.IPV6) {
            return false;
        }
        if (address.isLimitedBroadcast()) {
            return true;
        }
        ImmutableList<HostAddress> own = configuration.addresses();
        for (int i = 0; i < own.size(); i++) {
            if (own.get(i).isBroadcast(address)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void joinGroup(IpAddress group) {
        protocols.groups(group.family()).join(group);
    }

    @Override
    public void leaveGroup(IpAddress group) {
        protocols.groups(group.family()).leave(group);
    }

    @Override
    public void receive(Packet packet) {
        IpAddress destination = packet.destination();
        if (destination.isMulticast() && !protocols.isMember(destination)) {
            if (trace.isActive()) {
                trace.emit(new PacketIgnored(name(), packet, "the host is not in the group"));
            }
            return;
        }
        protocols.arrived(packet);
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
        if (trace.isActive()) {
            trace.emit(new HostStateChanged(name(), false));
        }
        protocols.crash();
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

    private @Nullable Link linkTo(IpAddress destination) {
        for (int i = 0; i < links.size(); i++) {
            Link link = links.get(i);
            if (link.to().owns(destination)) {
                return link;
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return name();
    }
}
