package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.net.InetAddresses;
import dev.wsksim.net.ip.PathMtus;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.scenario.model.HostAddress;
import dev.wsksim.scenario.model.HostSpec;
import dev.wsksim.scenario.model.InterfaceSpec;
import dev.wsksim.scenario.model.LinkChange;
import dev.wsksim.scenario.model.LinkSpec;
import dev.wsksim.scenario.model.LinkStep;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.RouteSpec;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.model.Step;
import java.net.Inet6Address;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at how hosts are joined: addresses, routes, and links that are there twice. */
final class TopologyCheck {
    private static final String LEAST_MTU_HINT = "RFC 8200 section 5";

    private final Scenario scenario;
    private final NameTable hosts;
    private final Problems problems;

    TopologyCheck(Scenario scenario, NameTable hosts, Problems problems) {
        this.scenario = scenario;
        this.hosts = hosts;
        this.problems = problems;
    }

    /** Reports all that is wrong. */
    void run() {
        refuseSharedAddresses();
        scenario.hosts().forEach(host -> host.routes().ifPresent(routes -> checkRoutes(host, routes)));
        refuseDoubleLinks();
        refuseSmallMtusWithIpv6();
    }

    private void refuseSharedAddresses() {
        Map<String, String> owners = new LinkedHashMap<>();
        for (HostSpec host : scenario.hosts()) {
            for (HostAddress address : host.addresses()) {
                String text = InetAddresses.toAddrString(address.address());
                String owner = owners.putIfAbsent(text, host.name());
                if (owner != null) {
                    problems.report(
                            address.position(),
                            text.length(),
                            "address " + text + " is given twice",
                            "host '" + owner + "' has it");
                }
            }
        }
    }

    private void checkRoutes(HostSpec host, ImmutableList<RouteSpec> routes) {
        for (RouteSpec route : routes) {
            route.through().ifPresent(through -> requireInterface(host, through));
            route.via().ifPresent(via -> checkVia(host, route, via));
        }
    }

    private void requireInterface(HostSpec host, Reference through) {
        ImmutableList<String> known =
                host.interfaces().stream().map(InterfaceSpec::name).collect(ImmutableList.toImmutableList());
        if (!known.contains(through.name())) {
            report(
                    through,
                    "host '" + host.name() + "' has no interface '" + through + "'",
                    Suggestion.hint(through.name(), known, "its interfaces"));
        }
    }

    private void checkVia(HostSpec host, RouteSpec route, Reference via) {
        if (InetAddresses.isInetAddress(via.name())) {
            boolean ipv4 = via.name().indexOf(':') < 0;
            boolean other = route.to()
                    .filter(to -> to.address().getAddress().length == Integer.BYTES != ipv4)
                    .isPresent();
            if (other) {
                report(via, "no route to these destinations leads via an address of the other family", "");
            }
        } else if (via.name().equals(host.name())) {
            report(via, "a host is not its own router", "");
        } else {
            hosts.require(via);
        }
    }

    /** Of two links from one interface to another only the first would carry anything, however their ends are written. */
    private void refuseDoubleLinks() {
        LinkEnds ends = new LinkEnds(scenario.hosts());
        Map<String, LinkSpec> before = new LinkedHashMap<>();
        for (LinkSpec link : scenario.links()) {
            Optional<String> direction = ends.direction(link.from(), link.to());
            Optional<LinkSpec> first = direction.map(known -> before.putIfAbsent(known, link));
            if (first.isPresent()) {
                refuseSecond(link, first.get(), direction.get());
            } else if (direction.isPresent()
                    && ends.interfaceOf(link.from(), link.to()).equals(ends.interfaceOf(link.to(), link.from()))) {
                reportLink(link, "a link joins two interfaces, here both are '" + link.from() + "'", "");
            }
        }
    }

    private void refuseSecond(LinkSpec link, LinkSpec first, String interfaces) {
        String direction = link.from() + " -> " + link.to();
        String before = first.from() + " -> " + first.to();
        String line = first.position().lineSeenFrom(link.position());
        String hint = direction.equals(before)
                ? "it is first given in " + line + "; name the interface, as in router.lan"
                : line + " gives '" + before + "', which is " + interfaces + " too";
        reportLink(link, "direction '" + direction + "' is given twice", hint);
    }

    private void reportLink(LinkSpec link, String message, String hint) {
        problems.report(link.position(), link.from().name().length(), message, hint);
    }

    /** Every link that carries IPv6 has at least 1280 bytes (RFC 8200 section 5). */
    private void refuseSmallMtusWithIpv6() {
        for (HostSpec host : scenario.hosts()) {
            for (InterfaceSpec own : host.interfaces()) {
                if (own.mtu().orElse(LinkConfiguration.USUAL_MTU) < PathMtus.MIN_MTU_6 && hasIpv6(own.addresses())) {
                    problems.report(
                            own.position(),
                            1,
                            "an interface with an IPv6 address has an MTU from " + PathMtus.MIN_MTU_6 + " on, not "
                                    + own.mtu().orElseThrow(),
                            LEAST_MTU_HINT);
                }
            }
        }
        for (LinkSpec link : scenario.links()) {
            refuseSmallMtuWithIpv6(link.from(), link.to(), link.configuration().mtu());
        }
        for (Step step : scenario.steps()) {
            if (step instanceof LinkStep link && link.change() instanceof LinkChange.Conditions conditions) {
                refuseSmallMtuWithIpv6(
                        link.from(), link.to(), conditions.configuration().mtu());
            }
        }
    }

    private void refuseSmallMtuWithIpv6(Reference from, Reference to, int mtu) {
        if (mtu < PathMtus.MIN_MTU_6 && hasIpv6(from) && hasIpv6(to)) {
            report(
                    from,
                    "a link between IPv6 addresses has an MTU from " + PathMtus.MIN_MTU_6 + " on, not " + mtu,
                    LEAST_MTU_HINT);
        }
    }

    /** Tells whether an end of a link, a host or one of its interfaces, has an IPv6 address. */
    private boolean hasIpv6(Reference end) {
        return scenario.hosts().stream()
                .flatMap(host -> host.interfaces().stream()
                        .filter(own ->
                                end.name().equals(host.name()) || end.name().equals(host.name() + "." + own.name())))
                .anyMatch(own -> hasIpv6(own.addresses()));
    }

    private static boolean hasIpv6(List<HostAddress> addresses) {
        return addresses.stream().anyMatch(address -> address.address() instanceof Inet6Address);
    }

    private void report(Reference at, String message, String hint) {
        problems.report(at.position(), at.name().length(), message, hint);
    }
}
