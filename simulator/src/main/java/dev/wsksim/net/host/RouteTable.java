package dev.wsksim.net.host;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.address.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * A host's routes: those to the on-link prefixes of its interfaces, then the configured ones. A route through an
 * interface that is down does not count.
 */
final class RouteTable {

    private static final int ON_LINK_METRIC = 0;

    private final ImmutableList<NetworkInterface> interfaces;
    private final ImmutableList<Route> configured;

    RouteTable(ImmutableList<NetworkInterface> interfaces, ImmutableList<Route> configured) {
        this.interfaces = interfaces;
        this.configured = configured;
    }

    /**
     * A route and the interface that packets leave through.
     *
     * @param out the interface, or null where any may have the link
     */
    record Match(Route route, @Nullable NetworkInterface out) {}

    /** Finds the route with the longest prefix, then the lowest metric, then the first. */
    @Nullable
    Match find(IpAddress remote) {
        Match best = null;
        for (NetworkInterface own : interfaces) {
            best = better(best, onLink(own, remote));
        }
        for (Route route : configured) {
            if (route.destination().contains(remote)) {
                best = better(best, usable(route));
            }
        }
        return best;
    }

    /** Finds the best route among those through an interface. */
    @Nullable
    Match find(IpAddress remote, NetworkInterface through) {
        Match best = onLink(through, remote);
        for (Route route : configured) {
            Match match = route.destination().contains(remote) ? usable(route) : null;
            if (match != null && (match.out() == null || match.out() == through)) {
                best = better(best, match);
            }
        }
        return best;
    }

    /**
     * Returns the routes that count now, in the order in which they are looked through, each with the interface that its
     * packets leave through, where that is known before the link to a neighbour is.
     */
    ImmutableList<Route> inUse() {
        ImmutableList.Builder<Route> routes = ImmutableList.builder();
        for (NetworkInterface own : interfaces) {
            if (own.isUp()) {
                own.addresses()
                        .forEach(
                                address -> routes.add(new Route(address.prefix(), ON_LINK_METRIC).through(own.name())));
            }
        }
        for (Route route : configured) {
            Match match = usable(route);
            if (match != null) {
                routes.add(
                        match.out() == null ? route : route.through(match.out().name()));
            }
        }
        return routes.build();
    }

    private static @Nullable Match onLink(NetworkInterface own, IpAddress remote) {
        Match best = null;
        if (own.isUp()) {
            for (HostAddress address : own.addresses()) {
                if (address.prefix().contains(remote)) {
                    best = better(best, new Match(new Route(address.prefix(), ON_LINK_METRIC), own));
                }
            }
        }
        return best;
    }

    /** Returns a configured route with its interface, or null while there is no way to its next hop. */
    private @Nullable Match usable(Route route) {
        if (route.interfaceName().isPresent()) {
            NetworkInterface out = named(route.interfaceName().get());
            return out.isUp() ? new Match(route, out) : null;
        }
        if (route.via().isEmpty()) {
            return new Match(route, null);
        }
        NetworkInterface out = onLinkWith(route.via().get());
        return out == null ? null : new Match(route, out);
    }

    private NetworkInterface named(String name) {
        for (NetworkInterface own : interfaces) {
            if (own.name().equals(name)) {
                return own;
            }
        }
        throw new AssertionError("the configuration was judged, there is an interface " + name);
    }

    /**
     * Finds the interface on whose link a router is: by its prefixes or, where none has the router in it, by a link to
     * the router.
     */
    private @Nullable NetworkInterface onLinkWith(IpAddress router) {
        boolean isInAPrefix = false;
        for (NetworkInterface own : interfaces) {
            boolean isOnLink = own.isOnLink(router);
            isInAPrefix |= isOnLink;
            if (own.isUp() && isOnLink) {
                return own;
            }
        }
        for (NetworkInterface own : interfaces) {
            if (!isInAPrefix && own.isUp() && own.linkTo(router) != null) {
                return own;
            }
        }
        return null;
    }

    private static @Nullable Match better(@Nullable Match best, @Nullable Match other) {
        if (best == null || other == null) {
            return best == null ? other : best;
        }
        int length = other.route().destination().length();
        int bestLength = best.route().destination().length();
        boolean isBetter = length > bestLength
                || (length == bestLength
                        && other.route().metric() < best.route().metric());
        return isBetter ? other : best;
    }
}
