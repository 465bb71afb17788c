package dev.wsksim.net.host;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.tcp.TcpParameters;
import java.util.List;

/**
 * What a host is made from.
 *
 * @param name the name by which scenarios know it
 * @param interfaces its network interfaces besides loopback
 * @param routes its routes besides those to its on-link prefixes
 * @param reachesLinkedHosts whether it also reaches, without a route, every address of the hosts that it is linked to;
 *     so it is where a scenario says nothing of routes
 * @param isRouter whether it forwards packets for others
 * @param hopLimit the hop limit of the packets that it sends, from 1 to 255
 * @param firstEphemeralPort the first port of the dynamic range
 * @param lastEphemeralPort the last port of the dynamic range
 * @param tcp the constants of its TCP
 */
public record HostConfiguration(
        String name,
        ImmutableList<InterfaceConfiguration> interfaces,
        ImmutableList<Route> routes,
        boolean reachesLinkedHosts,
        boolean isRouter,
        int hopLimit,
        int firstEphemeralPort,
        int lastEphemeralPort,
        TcpParameters tcp) {

    private static final int MAX_HOP_LIMIT = 255;

    public HostConfiguration {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a host needs a name");
        }
        if (firstEphemeralPort < 1 || lastEphemeralPort < firstEphemeralPort || lastEphemeralPort > Endpoint.MAX_PORT) {
            throw new IllegalArgumentException(
                    "not a range of ports: " + firstEphemeralPort + " to " + lastEphemeralPort);
        }
        if (hopLimit < 1 || hopLimit > MAX_HOP_LIMIT) {
            throw new IllegalArgumentException("a hop limit is from 1 to " + MAX_HOP_LIMIT + ", not " + hopLimit);
        }
        if (interfaces.isEmpty()
                || interfaces.stream()
                                .map(InterfaceConfiguration::name)
                                .distinct()
                                .count()
                        < interfaces.size()) {
            throw new IllegalArgumentException("host " + name + " needs interfaces, each with a name of its own");
        }
        judgeRoutes(name, interfaces, routes);
    }

    private static void judgeRoutes(
            String name, ImmutableList<InterfaceConfiguration> interfaces, ImmutableList<Route> routes) {
        for (Route route : routes) {
            if (route.interfaceName().isPresent()
                    && interfaces.stream()
                            .noneMatch(known ->
                                    known.name().equals(route.interfaceName().get()))) {
                throw new IllegalArgumentException("host " + name + " has no interface "
                        + route.interfaceName().get() + " for a route");
            }
        }
    }

    /**
     * Returns a host with one interface that has these addresses, the usual ports and TCP, that reaches the hosts it is
     * linked to.
     */
    public static HostConfiguration of(String name, HostAddress... addresses) {
        return new HostConfiguration(
                name,
                ImmutableList.of(InterfaceConfiguration.of(InterfaceConfiguration.DEFAULT_NAME, addresses)),
                ImmutableList.of(),
                true,
                false,
                Packet.DEFAULT_HOP_LIMIT,
                EphemeralPorts.DEFAULT_FIRST,
                EphemeralPorts.DEFAULT_LAST,
                TcpParameters.WINDOWS_11);
    }

    /** Returns the addresses of all interfaces, the preferred ones first. */
    public ImmutableList<HostAddress> addresses() {
        return interfaces.stream().flatMap(own -> own.addresses().stream()).collect(ImmutableList.toImmutableList());
    }

    /** Returns this configuration with other interfaces. */
    public HostConfiguration withInterfaces(List<InterfaceConfiguration> newInterfaces) {
        return new HostConfiguration(
                name,
                ImmutableList.copyOf(newInterfaces),
                routes,
                reachesLinkedHosts,
                isRouter,
                hopLimit,
                firstEphemeralPort,
                lastEphemeralPort,
                tcp);
    }

    /** Returns this configuration with these routes and the on-link prefixes, and nothing else that can be reached. */
    public HostConfiguration withRoutes(List<Route> newRoutes) {
        return new HostConfiguration(
                name,
                interfaces,
                ImmutableList.copyOf(newRoutes),
                false,
                isRouter,
                hopLimit,
                firstEphemeralPort,
                lastEphemeralPort,
                tcp);
    }

    /** Returns this configuration for a host that forwards packets, or that does not. */
    public HostConfiguration withRouter(boolean newIsRouter) {
        return new HostConfiguration(
                name,
                interfaces,
                routes,
                reachesLinkedHosts,
                newIsRouter,
                hopLimit,
                firstEphemeralPort,
                lastEphemeralPort,
                tcp);
    }

    /** Returns this configuration with another hop limit. */
    public HostConfiguration withHopLimit(int newHopLimit) {
        return new HostConfiguration(
                name,
                interfaces,
                routes,
                reachesLinkedHosts,
                isRouter,
                newHopLimit,
                firstEphemeralPort,
                lastEphemeralPort,
                tcp);
    }

    /** Returns this configuration with another dynamic port range. */
    public HostConfiguration withEphemeralPorts(int first, int last) {
        return new HostConfiguration(
                name, interfaces, routes, reachesLinkedHosts, isRouter, hopLimit, first, last, tcp);
    }

    /** Returns this configuration with other TCP constants. */
    public HostConfiguration withTcp(TcpParameters newTcp) {
        return new HostConfiguration(
                name,
                interfaces,
                routes,
                reachesLinkedHosts,
                isRouter,
                hopLimit,
                firstEphemeralPort,
                lastEphemeralPort,
                newTcp);
    }
}
