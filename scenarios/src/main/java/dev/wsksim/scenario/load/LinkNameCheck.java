package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.model.LinkSpec;
import dev.wsksim.scenario.model.LinkStep;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.model.Step;
import java.util.Optional;

/** Looks whether the directions that steps and expected packets speak of are links, spelled as the links are. */
final class LinkNameCheck {
    private final Scenario scenario;
    private final LinkEnds ends;
    private final Problems problems;

    LinkNameCheck(Scenario scenario, Problems problems) {
        this.scenario = scenario;
        this.ends = new LinkEnds(scenario.hosts());
        this.problems = problems;
    }

    /** Reports all that is wrong. */
    void run() {
        scenario.steps().forEach(this::checkStep);
        scenario.expect().packets().forEach(packet -> checkPackets(packet.from(), packet.to()));
        scenario.expect().packetCounts().forEach(count -> checkPackets(count.from(), count.to()));
    }

    private void checkStep(Step step) {
        if (step instanceof LinkStep link) {
            require(link.from(), link.to(), " -> ");
        }
        step.inner().forEach(this::checkStep);
    }

    /** What a host sends to itself has a link of its own, which no scenario writes. */
    private void checkPackets(Reference from, Reference to) {
        boolean ownLink = from.name().equals(to.name())
                && scenario.hosts().stream().anyMatch(host -> host.name().equals(from.name()));
        if (!ownLink) {
            require(from, to, " > ");
        }
    }

    private void require(Reference from, Reference to, String arrow) {
        boolean unknownEnd = ends.hostOf(from).isEmpty() || ends.hostOf(to).isEmpty();
        boolean isLink = scenario.links().stream()
                .anyMatch(link -> link.from().name().equals(from.name())
                        && link.to().name().equals(to.name()));
        if (unknownEnd || isLink) {
            return;
        }
        Optional<String> direction = ends.direction(from, to);
        Optional<String> spelled = scenario.links().stream()
                .filter(link -> ends.direction(link.from(), link.to()).equals(direction))
                .map(link -> link.from() + arrow + link.to())
                .findFirst();
        problems.report(
                from.position(),
                from.name().length(),
                "there is no link " + from + arrow + to,
                spelled.map(name -> "it is written " + name + " under 'links'").orElseGet(() -> known(arrow)));
    }

    private String known(String arrow) {
        ImmutableList<LinkSpec> links = scenario.links();
        return links.isEmpty()
                ? "links are defined under 'links', one for each direction"
                : "links: "
                        + String.join(
                                ", ",
                                links.stream()
                                        .limit(6)
                                        .map(link -> link.from() + arrow + link.to())
                                        .toList());
    }
}
