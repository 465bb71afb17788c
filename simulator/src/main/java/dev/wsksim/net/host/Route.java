package dev.wsksim.net.host;

import dev.wsksim.net.address.IpPrefix;

/**
 * One line of a host's routing table.
 *
 * @param destination the addresses that it leads to
 * @param metric its cost; of two routes with prefixes of the same length, the cheaper one is taken
 */
public record Route(IpPrefix destination, int metric) {

    @Override
    public String toString() {
        return destination + " metric " + metric;
    }
}
