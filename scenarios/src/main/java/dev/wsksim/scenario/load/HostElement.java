package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.model.AddressPrefix;
import dev.wsksim.scenario.model.HostAddress;
import dev.wsksim.scenario.model.HostSpec;
import dev.wsksim.scenario.model.PortRange;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.RouteSpec;
import dev.wsksim.scenario.model.TcpSettings;
import java.util.Optional;

/** How hosts and their routes are written. */
final class HostElement {
    private static final Field<Optional<AddressPrefix>> TO =
            Field.required("to", NetworkTypes.DESTINATIONS, "The destinations of the route.", "default");
    private static final ElementType<RouteSpec> ROUTE =
            ElementType.checked("route", "A route of a host.", ImmutableList.of(TO), HostElement::route);

    private static final Field<ImmutableList<HostAddress>> ADDRESSES = Field.required(
            "addresses",
            ListType.ofSome(NetworkTypes.HOST_ADDRESS),
            "The host's IPv4 and IPv6 addresses, each may have the length of its prefix; loopback is always there.",
            "[192.0.2.10, 2001:db8::10/64]");
    private static final Field<ImmutableList<RouteSpec>> ROUTES = Field.optional(
            "routes",
            ListType.of(ROUTE),
            "all that a link reaches is reachable",
            "The host's routes; the empty list leaves only its own addresses and their prefixes.",
            "[{ to: default }]");
    private static final Field<PortRange> EPHEMERAL_PORTS = Field.optional(
            "ephemeral-ports",
            NetworkTypes.PORT_RANGE,
            "49152-65535",
            "The ports that a bind to port 0 takes from.",
            "49152-65535");
    private static final Field<TcpSettings> TCP = Field.optional(
            "tcp",
            TcpElement.TCP,
            "as the profile says",
            "In which constants its TCP differs from that of the profile.",
            "{ congestion: newreno, sack: off }");
    private static final ElementType<Bound> HOST = ElementType.values(
            "host", "A virtual host with its addresses.", ImmutableList.of(ADDRESSES, ROUTES, EPHEMERAL_PORTS, TCP));

    /** All hosts of a scenario. */
    static final TableType<Reference, Bound, HostSpec> HOSTS =
            new TableType<>(ScalarTypes.name("a host name"), HOST, HostElement::host);

    /** Words that stand for addresses where a host name may stand too. */
    static final ImmutableList<String> RESERVED_NAMES = ImmutableList.of("any", "loopback", "localhost", "default");

    private HostElement() {}

    private static Optional<HostSpec> host(Reference name, Bound host, Node.Scalar key) {
        if (RESERVED_NAMES.contains(name.name())) {
            host.problems().report(key, "a host cannot be named '" + name + "'", "the word has a meaning in addresses");
            return Optional.empty();
        }
        return Optional.of(new HostSpec(
                name.name(),
                host.get(ADDRESSES),
                host.find(ROUTES),
                host.find(EPHEMERAL_PORTS),
                host.get(TCP, TcpSettings.NONE),
                key.position()));
    }

    private static Optional<RouteSpec> route(Bound route) {
        Optional<AddressPrefix> to = route.get(TO);
        return Optional.of(new RouteSpec(to, route.position()));
    }
}
