package dev.wsksim.net.host;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.tcp.TcpParameters;
import java.util.List;

/**
 * What a host is made from.
 *
 * @param name the name by which scenarios know it
 * @param addresses its addresses besides loopback, the preferred ones first
 * @param routes its routes besides those to its on-link prefixes
 * @param reachesLinkedHosts whether it also reaches, without a route, every address of the hosts that it is linked to;
 *     so it is where a scenario says nothing of routes
 * @param firstEphemeralPort the first port of the dynamic range
 * @param lastEphemeralPort the last port of the dynamic range
 * @param tcp the constants of its TCP
 */
public record HostConfiguration(
        String name,
        ImmutableList<HostAddress> addresses,
        ImmutableList<Route> routes,
        boolean reachesLinkedHosts,
        int firstEphemeralPort,
        int lastEphemeralPort,
        TcpParameters tcp) {

    public HostConfiguration {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a host needs a name");
        }
        if (firstEphemeralPort < 1 || lastEphemeralPort < firstEphemeralPort || lastEphemeralPort > Endpoint.MAX_PORT) {
            throw new IllegalArgumentException(
                    "not a range of ports: " + firstEphemeralPort + " to " + lastEphemeralPort);
        }
    }

    /** Returns a host with these addresses, the usual ports and TCP, that reaches the hosts it is linked to. */
    public static HostConfiguration of(String name, HostAddress... addresses) {
        return new HostConfiguration(
                name,
                ImmutableList.copyOf(addresses),
                ImmutableList.of(),
                true,
                EphemeralPorts.DEFAULT_FIRST,
                EphemeralPorts.DEFAULT_LAST,
                TcpParameters.WINDOWS_11);
    }

    /** Returns this configuration with these routes and the on-link prefixes, and nothing else that can be reached. */
    public HostConfiguration withRoutes(List<Route> newRoutes) {
        return new HostConfiguration(
                name, addresses, ImmutableList.copyOf(newRoutes), false, firstEphemeralPort, lastEphemeralPort, tcp);
    }

    /** Returns this configuration with another dynamic port range. */
    public HostConfiguration withEphemeralPorts(int first, int last) {
        return new HostConfiguration(name, addresses, routes, reachesLinkedHosts, first, last, tcp);
    }

    /** Returns this configuration with other TCP constants. */
    public HostConfiguration withTcp(TcpParameters newTcp) {
        return new HostConfiguration(
                name, addresses, routes, reachesLinkedHosts, firstEphemeralPort, lastEphemeralPort, newTcp);
    }
}
