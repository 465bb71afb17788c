package dev.wsksim.net.host;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpPrefix;
import dev.wsksim.net.ip.PathMtus;
import dev.wsksim.net.link.Link;
import dev.wsksim.net.packet.IcmpError;
import dev.wsksim.net.packet.Packet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the path to a destination: the host itself, the neighbour or router that the best route tells, or a linked host.
 *
 * <p>What was found is kept, one destination per slot, until anything in the network changes; so a packet of a busy
 * connection costs one comparison.
 */
final class Paths {

    private static final int SLOTS = 16;

    private final Host host;
    private final ImmutableList<NetworkInterface> interfaces;
    private final RouteTable routes;
    private final boolean reachesLinkedHosts;
    private final Link loopback;
    private final PathMtus pathMtus = new PathMtus();
    private final Topology topology;
    private final @Nullable IpAddress[] destinations = new IpAddress[SLOTS];
    private final @Nullable Path[] paths = new Path[SLOTS];
    private @Nullable IpAddress lastDestination;
    private @Nullable Path lastPath;
    private int version;

    Paths(
            Host host,
            ImmutableList<NetworkInterface> interfaces,
            HostConfiguration configuration,
            Link loopback,
            Topology topology) {
        this.host = host;
        this.interfaces = interfaces;
        this.routes = new RouteTable(interfaces, configuration.routes());
        this.reachesLinkedHosts = configuration.reachesLinkedHosts();
        this.loopback = loopback;
        this.topology = topology;
    }

    /** Returns the routes that count now. */
    ImmutableList<Route> routes() {
        return routes.inUse();
    }

    /** Returns the path to a destination, or null where no route leads there, as to all or to a group. */
    @SuppressWarnings("ReferenceEquality") // a connection has one object for its address; equal ones are found as well
    @Nullable
    Path to(IpAddress destination) {
        if (version != topology.version()) {
            forget();
        }
        if (destination == lastDestination) {
            return lastPath;
        }
        Path path = inSlot(destination);
        lastDestination = destination;
        lastPath = path;
        return path;
    }

    private @Nullable Path inSlot(IpAddress destination) {
        int slot = destination.hashCode() & (SLOTS - 1);
        IpAddress known = destinations[slot];
        if (destination.equals(known)) {
            return paths[slot];
        }
        Path path = find(destination);
        destinations[slot] = destination;
        paths[slot] = path;
        return path;
    }

    /**
     * Returns how many bytes packets on a path may have; without a path, as many as on Ethernet.
     *
     * @param learned whether what errors have told counts
     */
    static int mtu(@Nullable Path path, boolean learned) {
        if (path == null) {
            return InterfaceConfiguration.ETHERNET_MTU;
        }
        return learned ? path.mtu() : path.linkMtu();
    }

    /** Learns from an error that packets to a destination have to be smaller; tells whether that is news. */
    boolean learnMtu(IcmpError error, int before, long nowNanos) {
        Packet offending = error.offending();
        boolean news =
                pathMtus.learn(offending.destination(), error.parameter(), offending.wireBytes(), before, nowNanos);
        if (news) {
            forget();
        }
        return news;
    }

    /** Forgets path MTUs that were learned too long ago. */
    void forgetOldMtus(long nowNanos) {
        if (pathMtus.forgetOld(nowNanos)) {
            forget();
        }
    }

    /** Forgets everything, as a host that crashes does. */
    void crash() {
        pathMtus.clear();
        forget();
    }

    private void forget() {
        version = topology.version();
        lastDestination = null;
        lastPath = null;
        for (int slot = 0; slot < SLOTS; slot++) {
            destinations[slot] = null;
            paths[slot] = null;
        }
    }

    private @Nullable Path find(IpAddress destination) {
        if (host.owns(destination)) {
            return new Path(
                    hostRoute(destination),
                    null,
                    destination,
                    loopback,
                    InterfaceConfiguration.MAX_MTU,
                    InterfaceConfiguration.MAX_MTU);
        }
        if (host.isForMany(destination)) {
            return null;
        }
        RouteTable.Match match = routes.find(destination);
        if (match == null) {
            return reachesLinkedHosts ? throughAnyLink(hostRoute(destination), destination, destination) : null;
        }
        Route route = match.route();
        IpAddress nextHop = route.via().orElse(destination);
        NetworkInterface out = match.out();
        Link link = out == null ? null : out.linkTo(nextHop);
        if (out != null && (link != null || !reachesLinkedHosts)) {
            return path(route, out, nextHop, link, destination);
        }
        Path other = throughAnyLink(route, nextHop, destination);
        return other != null ? other : path(route, out, nextHop, null, destination);
    }

    /** Returns the path to a destination that is not the host's own and leaves through an interface; null without one. */
    @Nullable
    Path through(NetworkInterface out, IpAddress destination) {
        if (host.isForMany(destination)) {
            return null;
        }
        RouteTable.Match match = routes.find(destination, out);
        if (match == null) {
            Link link = reachesLinkedHosts ? out.linkTo(destination) : null;
            return link == null ? null : path(hostRoute(destination), out, destination, link, destination);
        }
        IpAddress nextHop = match.route().via().orElse(destination);
        return path(match.route(), out, nextHop, out.linkTo(nextHop), destination);
    }

    /** Returns the path over the first link to the host that has an address, or null where there is none. */
    private @Nullable Path throughAnyLink(Route route, IpAddress neighbor, IpAddress destination) {
        for (NetworkInterface out : interfaces) {
            Link link = out.isUp() ? out.linkTo(neighbor) : null;
            if (link != null) {
                return path(route, out, neighbor, link, destination);
            }
        }
        return null;
    }

    private Path path(
            Route route,
            @Nullable NetworkInterface out,
            IpAddress nextHop,
            @Nullable Link link,
            IpAddress destination) {
        int outMtu = out == null ? InterfaceConfiguration.ETHERNET_MTU : out.mtu();
        return new Path(route, out, nextHop, link, outMtu, pathMtus.find(destination, outMtu));
    }

    private static Route hostRoute(IpAddress address) {
        return new Route(new IpPrefix(address, address.family().bits()), 0);
    }
}
