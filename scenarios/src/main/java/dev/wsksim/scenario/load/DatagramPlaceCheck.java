package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.net.InetAddresses;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.scenario.model.DatagramAct;
import dev.wsksim.scenario.model.DatagramStep;
import dev.wsksim.scenario.model.HostAddress;
import dev.wsksim.scenario.model.HostSpec;
import dev.wsksim.scenario.model.InterfaceSpec;
import dev.wsksim.scenario.model.InterfaceStep;
import dev.wsksim.scenario.model.NetworkPlace;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.model.Step;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks whether the places at which steps let something happen are on hosts: addresses that send, and interfaces. */
final class DatagramPlaceCheck {
    private final Scenario scenario;
    private final Problems problems;

    DatagramPlaceCheck(Scenario scenario, Problems problems) {
        this.scenario = scenario;
        this.problems = problems;
    }

    /** Reports all that is wrong. */
    void run() {
        flat(scenario.steps()).forEach(step -> {
            if (step instanceof DatagramStep datagram) {
                check(datagram.act());
            } else if (step instanceof InterfaceStep change) {
                checkOnlyInterface(change.networkInterface());
            }
        });
    }

    private static Stream<Step> flat(ImmutableList<Step> steps) {
        return steps.stream().flatMap(step -> Stream.concat(Stream.of(step), flat(step.inner())));
    }

    private void check(DatagramAct act) {
        if (act instanceof DatagramAct.SendUdp send) {
            requireOwner(send.from());
        } else if (act instanceof DatagramAct.Ping ping) {
            requireOwner(ping.from());
        } else if (act instanceof DatagramAct.SendRaw send) {
            requireOwner(send.from());
        } else if (act instanceof DatagramAct.Query query) {
            requireOwner(query.from());
        } else if (act instanceof DatagramAct.Membership membership) {
            requireOwner(membership.member());
            membership.interfaceName().ifPresent(name -> requireInterface(membership.member(), name));
        }
    }

    /** An address that a step adds later on counts too: whether it is there by then shows at run. */
    private void requireOwner(NetworkPlace place) {
        Optional<IpAddress> address = place.address();
        boolean added = flat(scenario.steps())
                .anyMatch(step -> step instanceof InterfaceStep change
                        && change.address().filter(own -> is(own, address)).isPresent());
        if (address.isPresent() && !address.get().isLoopback() && owner(place).isEmpty() && !added) {
            Reference name = place.name();
            problems.report(
                    name.position(),
                    name.name().length(),
                    "no host has the address " + name,
                    "a host's name stands for its first address");
        }
    }

    private static boolean is(HostAddress own, Optional<IpAddress> address) {
        return address.equals(IpAddress.parse(InetAddresses.toAddrString(own.address())));
    }

    private Optional<HostSpec> owner(NetworkPlace place) {
        Optional<IpAddress> address = place.address();
        return scenario.hosts().stream()
                .filter(host -> address.isPresent()
                        ? host.addresses().stream().anyMatch(own -> is(own, address))
                        : host.name().equals(place.name().name()))
                .findFirst();
    }

    private void requireInterface(NetworkPlace member, Reference wanted) {
        owner(member).ifPresent(host -> {
            ImmutableList<String> known =
                    host.interfaces().stream().map(InterfaceSpec::name).collect(ImmutableList.toImmutableList());
            if (!known.contains(wanted.name())) {
                problems.report(
                        wanted.position(),
                        wanted.name().length(),
                        "host '" + host.name() + "' has no interface '" + wanted + "'",
                        Suggestion.hint(wanted.name(), known, "its interfaces"));
            }
        });
    }

    private void checkOnlyInterface(Reference name) {
        scenario.hosts().stream()
                .filter(host ->
                        host.name().equals(name.name()) && host.interfaces().size() > 1)
                .forEach(host -> problems.report(
                        name.position(),
                        name.name().length(),
                        "host '" + name + "' has several interfaces",
                        "say which, as in " + name + "."
                                + host.interfaces().get(0).name()));
    }
}
