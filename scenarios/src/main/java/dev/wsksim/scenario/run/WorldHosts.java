package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableList;
import com.google.common.net.InetAddresses;
import dev.wsksim.Simulation;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.address.IpPrefix;
import dev.wsksim.net.host.HostAddress;
import dev.wsksim.net.host.HostConfiguration;
import dev.wsksim.net.host.InterfaceConfiguration;
import dev.wsksim.net.host.Route;
import dev.wsksim.scenario.model.HostSpec;
import dev.wsksim.scenario.model.InterfaceSpec;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.RouteSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns the hosts of a scenario, with their interfaces and routes, into configurations of the simulator. */
final class WorldHosts {

    private final Simulation simulation;
    private final ImmutableList<HostSpec> hosts;

    WorldHosts(Simulation simulation, ImmutableList<HostSpec> hosts) {
        this.simulation = simulation;
        this.hosts = hosts;
    }

    HostConfiguration configuration(HostSpec spec) {
        HostConfiguration configuration = simulation
                .host(spec.name())
                .withInterfaces(spec.interfaces().stream()
                        .map(WorldHosts::configuration)
                        .collect(ImmutableList.toImmutableList()))
                .withRouter(spec.router());
        configuration = configuration.withTcp(spec.tcp().applyTo(configuration.tcp()));
        if (spec.hopLimit().isPresent()) {
            configuration = configuration.withHopLimit(spec.hopLimit().getAsInt());
        }
        if (spec.ephemeralPorts().isPresent()) {
            var ports = spec.ephemeralPorts().get();
            configuration = configuration.withEphemeralPorts(ports.first(), ports.last());
        }
        return spec.routes().isPresent()
                ? configuration.withRoutes(routes(spec, spec.routes().get()))
                : configuration;
    }

    private static InterfaceConfiguration configuration(InterfaceSpec spec) {
        HostAddress[] addresses =
                spec.addresses().stream().map(WorldHosts::address).toArray(HostAddress[]::new);
        return InterfaceConfiguration.of(spec.name(), addresses)
                .withMtu(spec.mtu().orElse(InterfaceConfiguration.ETHERNET_MTU))
                .withUp(spec.up())
                .withNeighborResolution(spec.neighbors());
    }

    /** Returns an address of a scenario as the simulator has it. */
    static HostAddress address(dev.wsksim.scenario.model.HostAddress address) {
        IpAddress ip = IpAddress.of(InetAddresses.toAddrString(address.address()));
        return address.prefixLength().isPresent()
                ? new HostAddress(ip, address.prefixLength().getAsInt())
                : HostAddress.of(ip);
    }

    private List<Route> routes(HostSpec host, List<RouteSpec> specs) {
        List<Route> routes = new ArrayList<>();
        for (RouteSpec spec : specs) {
            for (IpFamily family : IpFamily.values()) {
                IpPrefix to =
                        spec.to().map(prefix -> IpPrefix.of(prefix.toString())).orElse(IpPrefix.everything(family));
                if (to.address().family() == family) {
                    route(host, spec, to).ifPresent(routes::add);
                }
            }
        }
        return routes;
    }

    /** Returns a route of one family, or nothing where its router has no address of the family. */
    private Optional<Route> route(HostSpec host, RouteSpec spec, IpPrefix to) {
        Optional<String> through = spec.through().map(Reference::name);
        if (spec.via().isEmpty()) {
            return Optional.of(new Route(to, Optional.empty(), through, spec.metric()));
        }
        return router(host, spec.via().get().name(), to.address().family())
                .map(router -> new Route(to, Optional.of(router), through, spec.metric()));
    }

    /** Returns the address of a router: of a host the one on a prefix of ours, or else its first one. */
    private Optional<IpAddress> router(HostSpec host, String via, IpFamily family) {
        if (InetAddresses.isInetAddress(via)) {
            return IpAddress.parse(via).filter(address -> address.family() == family);
        }
        ImmutableList<IpAddress> addresses = hosts.stream()
                .filter(other -> other.name().equals(via))
                .flatMap(other -> other.addresses().stream())
                .map(address -> address(address).address())
                .filter(address -> address.family() == family)
                .collect(ImmutableList.toImmutableList());
        return addresses.stream()
                .filter(address -> host.addresses().stream()
                        .anyMatch(own -> address(own).prefix().contains(address)))
                .findFirst()
                .or(() -> addresses.stream().findFirst());
    }
}
