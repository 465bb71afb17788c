package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.net.InetAddresses;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.link.Corruption;
import dev.wsksim.net.link.Duplication;
import dev.wsksim.net.link.LinkCondition;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.net.link.PacketLoss;
import dev.wsksim.net.link.PacketMatch;
import dev.wsksim.net.link.PacketSelection;
import dev.wsksim.net.link.Reordering;
import dev.wsksim.scenario.model.HostAddress;
import dev.wsksim.scenario.model.InterfaceStep;
import dev.wsksim.scenario.model.LinkChange;
import dev.wsksim.scenario.model.LinkStep;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.model.Step;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for conditions and holds of links that wait for packets from an address that no host ever has. */
final class MatchedAddressCheck {
    private final Scenario scenario;
    private final Problems problems;
    private final ImmutableList<IpAddress> known;

    MatchedAddressCheck(Scenario scenario, Problems problems) {
        this.scenario = scenario;
        this.problems = problems;
        this.known = Stream.concat(
                        scenario.hosts().stream().flatMap(host -> host.addresses().stream()),
                        flat(scenario.steps())
                                .filter(InterfaceStep.class::isInstance)
                                .flatMap(step -> ((InterfaceStep) step).address().stream()))
                .map(MatchedAddressCheck::address)
                .collect(ImmutableList.toImmutableList());
    }

    /** Reports all that is wrong. */
    void run() {
        scenario.links().forEach(link -> check(link.from(), link.configuration()));
        flat(scenario.steps()).forEach(step -> {
            if (step instanceof LinkStep link) {
                if (link.change() instanceof LinkChange.Conditions conditions) {
                    check(link.from(), conditions.configuration());
                } else if (link.change() instanceof LinkChange.Hold hold) {
                    check(link.from(), hold.match());
                }
            }
        });
    }

    private static Stream<Step> flat(List<Step> steps) {
        return steps.stream().flatMap(step -> Stream.concat(Stream.of(step), flat(step.inner())));
    }

    private static IpAddress address(HostAddress own) {
        return IpAddress.of(InetAddresses.toAddrString(own.address()));
    }

    private void check(Reference link, LinkConfiguration configuration) {
        configuration.conditions().stream()
                .flatMap(condition -> selections(condition).stream())
                .forEach(selection -> check(link, selection.match()));
    }

    private static List<PacketSelection> selections(LinkCondition condition) {
        if (condition instanceof PacketLoss loss) {
            return loss.selections();
        }
        if (condition instanceof Duplication duplication) {
            return ImmutableList.of(duplication.selection());
        }
        if (condition instanceof Reordering reordering) {
            return ImmutableList.of(reordering.selection());
        }
        return condition instanceof Corruption corruption
                ? ImmutableList.of(corruption.selection())
                : ImmutableList.of();
    }

    /** Only a source is looked at: packets may be sent to addresses that nobody has. */
    private void check(Reference link, PacketMatch match) {
        Optional<IpAddress> source = match.source();
        if (source.isPresent() && !source.get().isWildcard() && !known.contains(source.get())) {
            problems.report(
                    link.position(),
                    link.name().length(),
                    "no host has the address " + source.get() + ", which this link is to look for in packets",
                    "'from' is the address that sends");
        }
    }
}
