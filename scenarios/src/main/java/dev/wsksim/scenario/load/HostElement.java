package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.model.AddressPrefix;
import dev.wsksim.scenario.model.HostAddress;
import dev.wsksim.scenario.model.HostSpec;
import dev.wsksim.scenario.model.InterfaceSpec;
import dev.wsksim.scenario.model.PortRange;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.RouteSpec;
import dev.wsksim.scenario.model.TcpSettings;
import java.util.Optional;
import java.util.OptionalInt;

/** How hosts, their interfaces and their routes are written. */
final class HostElement {
    private static final int MIN_MTU = 68;
    private static final int MAX_MTU = 65535;
    private static final int MAX_HOP_LIMIT = 255;

    private static final Field<Optional<AddressPrefix>> TO =
            Field.required("to", NetworkTypes.DESTINATIONS, "The destinations of the route.", "default");
    private static final Field<Reference> VIA = Field.optional(
            "via",
            NetworkTypes.HOST_OR_ADDRESS,
            "none: the destinations are neighbours",
            "The router: a host, of which the address on a common prefix is taken, or an address.",
            "router");
    private static final Field<Reference> INTERFACE = Field.optional(
            "interface",
            ScalarTypes.name("the name of an interface"),
            "the one that leads to the router",
            "The interface of this host that packets leave through.",
            "wifi");
    private static final Field<Integer> METRIC = Field.optional(
            "metric",
            ScalarTypes.integer("a metric from 0 on", 0, Integer.MAX_VALUE),
            "0",
            "The cost: of routes with prefixes of the same length the cheapest is taken, of equals the first.",
            "10");
    private static final ElementType<RouteSpec> ROUTE = ElementType.checked(
            "route", "A route of a host.", ImmutableList.of(TO, VIA, INTERFACE, METRIC), HostElement::route);

    private static final Field<ImmutableList<HostAddress>> ADDRESSES = Field.optional(
            "addresses",
            ListType.ofSome(NetworkTypes.HOST_ADDRESS),
            "none; either this or 'interfaces' has to be there",
            "The IPv4 and IPv6 addresses, each may have the length of its prefix; loopback is always there.",
            "[192.0.2.10, 2001:db8::10/64]");
    private static final Field<Integer> MTU = Field.optional(
            "mtu",
            ScalarTypes.integer("an MTU from 68 to 65535", MIN_MTU, MAX_MTU),
            "1500",
            "How many bytes packets that leave may have, IP header included.",
            "1400");
    private static final Field<Boolean> UP = Field.optional(
            "up", ScalarTypes.TRUE_OR_FALSE, "true", "Whether the interface is up at the beginning.", "false");
    private static final Field<Boolean> NEIGHBORS = Field.optional(
            "neighbors",
            ScalarTypes.TRUE_OR_FALSE,
            "false: a neighbour is known where a link leads to it",
            "Whether a neighbour's link address is asked for before anything is sent to it, with ARP or neighbour"
                    + " solicitations; one that does not answer is unreachable.",
            "true");
    private static final ElementType<Bound> INTERFACE_OF_HOST = ElementType.values(
            "interface", "A network interface of a host.", ImmutableList.of(ADDRESSES, MTU, UP, NEIGHBORS));
    private static final Field<ImmutableList<InterfaceSpec>> INTERFACES = Field.optional(
            "interfaces",
            new TableType<>(ScalarTypes.name("the name of an interface"), INTERFACE_OF_HOST, HostElement::ofHost),
            "one, named ethernet, with the addresses of the host",
            "The host's network interfaces by name.",
            "{ lan: { addresses: [192.0.2.1/24] }, wan: { addresses: [198.51.100.1/24], mtu: 1400 } }");
    private static final Field<ImmutableList<RouteSpec>> ROUTES = Field.optional(
            "routes",
            ListType.of(ROUTE),
            "all that a link reaches is reachable",
            "The host's routes; the empty list leaves only its own addresses and their prefixes.",
            "[{ to: default, via: router }]");
    private static final Field<Boolean> ROUTER = Field.optional(
            "router", ScalarTypes.TRUE_OR_FALSE, "false", "Whether the host forwards packets for others.", "true");
    private static final Field<Integer> HOP_LIMIT = Field.optional(
            "hop-limit",
            ScalarTypes.integer("a hop limit from 1 to 255", 1, MAX_HOP_LIMIT),
            "128",
            "The time to live or hop limit of what the host sends, unless it is said for a packet.",
            "64");
    private static final Field<PortRange> EPHEMERAL_PORTS = Field.optional(
            "ephemeral-ports",
            NetworkTypes.PORT_RANGE,
            "49152-65535",
            "The ports that a bind to port 0 takes from.",
            "49152-65535");
    private static final Field<TcpSettings> TCP = Field.optional(
            "tcp",
            LaterType.of(() -> TcpElement.TCP),
            "as the profile says",
            "In which constants its TCP differs from that of the profile.",
            "{ congestion: newreno, sack: off }");
    private static final Field<ImmutableList<NameFileElement.Content>> FILES = Field.optional(
            "files",
            LaterType.of(() -> NameFileElement.FILES),
            "what Windows installs: no hosts, and the well-known services",
            "The files by which the driver's host resolves names, in C:\\Windows\\System32\\drivers.",
            "{ etc/hosts: \"192.0.2.20 files.example files\" }");
    private static final ElementType<Bound> HOST = ElementType.values(
            "host",
            "A virtual host with its addresses.",
            ImmutableList.of(
                    ADDRESSES, INTERFACES, MTU, NEIGHBORS, ROUTES, ROUTER, HOP_LIMIT, EPHEMERAL_PORTS, TCP, FILES));

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
        host.atMostOneOf(ADDRESSES, INTERFACES);
        if (host.isWritten(INTERFACES) && host.isWritten(MTU)) {
            host.report(MTU, "a host with 'interfaces' has no MTU of its own", "give it to an interface");
        }
        if (host.isWritten(INTERFACES) && host.isWritten(NEIGHBORS)) {
            host.report(NEIGHBORS, "a host with 'interfaces' asks for no neighbours itself", "give it to an interface");
        }
        if (!host.isWritten(INTERFACES) && !host.isWritten(ADDRESSES)) {
            host.report("key 'addresses' is missing in a host", "for example: addresses: " + ADDRESSES.example());
            return Optional.empty();
        }
        return Optional.of(new HostSpec(
                name.name(),
                interfaces(host),
                host.find(ROUTES),
                host.get(ROUTER, false),
                optional(host.find(HOP_LIMIT)),
                host.find(EPHEMERAL_PORTS),
                host.get(TCP, TcpSettings.NONE),
                NameFileElement.files(host.get(FILES, ImmutableList.of()), host.problems()),
                key.position()));
    }

    private static ImmutableList<InterfaceSpec> interfaces(Bound host) {
        ImmutableList<InterfaceSpec> written = host.get(INTERFACES, ImmutableList.of());
        if (host.isWritten(INTERFACES)
                && written.isEmpty()
                && host.find(INTERFACES).isPresent()) {
            host.report(INTERFACES, "a host needs an interface", "for example: interfaces: " + INTERFACES.example());
        }
        return written.isEmpty()
                ? ImmutableList.of(new InterfaceSpec(
                        InterfaceSpec.DEFAULT_NAME,
                        host.get(ADDRESSES, ImmutableList.of()),
                        optional(host.find(MTU)),
                        true,
                        host.get(NEIGHBORS, false),
                        host.position()))
                : written;
    }

    private static Optional<InterfaceSpec> ofHost(Reference name, Bound own, Node.Scalar key) {
        return Optional.of(new InterfaceSpec(
                name.name(),
                own.get(ADDRESSES, ImmutableList.of()),
                optional(own.find(MTU)),
                own.get(UP, true),
                own.get(NEIGHBORS, false),
                key.position()));
    }

    private static Optional<RouteSpec> route(Bound route) {
        return Optional.of(new RouteSpec(
                route.get(TO), route.find(VIA), route.find(INTERFACE), route.get(METRIC, 0), route.position()));
    }

    private static OptionalInt optional(Optional<Integer> number) {
        return number.isPresent() ? OptionalInt.of(number.get()) : OptionalInt.empty();
    }
}
