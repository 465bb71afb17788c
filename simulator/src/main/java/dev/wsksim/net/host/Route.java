package dev.wsksim.net.host;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpPrefix;
import java.util.Optional;

/**
 * One line of a host's routing table.
 *
 * @param destination the addresses that it leads to
 * @param via the router that takes packets on their way; without one, the destination itself is a neighbour
 * @param interfaceName the interface that packets leave through; without one, that on whose link the next hop is
 * @param metric its cost; of two routes with prefixes of the same length, the cheaper one is the best
 */
public record Route(IpPrefix destination, Optional<IpAddress> via, Optional<String> interfaceName, int metric) {

    public Route {
        if (via.isPresent() && via.get().family() != destination.address().family()) {
            throw new IllegalArgumentException("no route to " + destination + " leads via " + via.get());
        }
    }

    /** Returns a route to neighbours. */
    public Route(IpPrefix destination, int metric) {
        this(destination, Optional.empty(), Optional.empty(), metric);
    }

    /** Returns a route via a router. */
    public static Route via(IpPrefix destination, IpAddress router, int metric) {
        return new Route(destination, Optional.of(router), Optional.empty(), metric);
    }

    /** Returns this route through a certain interface. */
    public Route through(String newInterfaceName) {
        return new Route(destination, via, Optional.of(newInterfaceName), metric);
    }

    @Override
    public String toString() {
        return destination
                + via.map(router -> " via " + router).orElse("")
                + interfaceName.map(through -> " interface " + through).orElse("")
                + " metric " + metric;
    }
}
