package dev.wsksim.net.host;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.address.IpAddress;
import org.jspecify.annotations.Nullable;

/** A host's routes: those to its on-link prefixes, then the configured ones. */
final class RouteTable {

    private static final int ON_LINK_METRIC = 0;

    private final ImmutableList<HostAddress> addresses;
    private final ImmutableList<Route> routes;

    RouteTable(HostConfiguration configuration) {
        addresses = configuration.addresses();
        ImmutableList.Builder<Route> all = ImmutableList.builder();
        addresses.forEach(address -> all.add(new Route(address.prefix(), ON_LINK_METRIC)));
        all.addAll(configuration.routes());
        routes = all.build();
    }

    /** Finds the route with the longest prefix, then the lowest metric, then the first. */
    @Nullable
    Route find(IpAddress remote) {
        Route best = null;
        for (int i = 0; i < routes.size(); i++) {
            Route route = routes.get(i);
            if (route.destination().contains(remote) && (best == null || isBetter(route, best))) {
                best = route;
            }
        }
        return best;
    }

    private static boolean isBetter(Route route, Route than) {
        int length = route.destination().length();
        int otherLength = than.destination().length();
        return length > otherLength || (length == otherLength && route.metric() < than.metric());
    }

    /**
     * Chooses the address with the longest prefix that is shared with the remote one on-link, or else the first of the
     * family.
     */
    @Nullable
    IpAddress chooseSource(IpAddress remote) {
        HostAddress best = null;
        for (int i = 0; i < addresses.size(); i++) {
            HostAddress candidate = addresses.get(i);
            if (candidate.address().family() != remote.family()) {
                continue;
            }
            if (best == null || onLinkLength(candidate, remote) > onLinkLength(best, remote)) {
                best = candidate;
            }
        }
        return best == null ? null : best.address();
    }

    private static int onLinkLength(HostAddress own, IpAddress remote) {
        return own.prefix().contains(remote) ? own.prefixLength() : 0;
    }
}
