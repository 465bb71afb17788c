package dev.wsksim.net.host;

import dev.wsksim.net.address.IpPrefix;

/**
 * One line of a host's routing table.
 *
 * <p>As long as links lead straight to neighbours, a route only makes its addresses reachable: which link a packet takes
 * follows from the host that has the address, and {@link Host#routeTo} alone tells one route from another.
 *
 * @param destination the addresses that it leads to
 * @param metric its cost; of two routes with prefixes of the same length, the cheaper one is the best
 */
public record Route(IpPrefix destination, int metric) {

    @Override
    public String toString() {
        return destination + " metric " + metric;
    }
}
