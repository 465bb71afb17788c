package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.link.Link;
import dev.wsksim.net.link.PacketNode;
import dev.wsksim.net.link.Partition;
import dev.wsksim.scenario.model.LinkChange;
import dev.wsksim.scenario.model.PartitionStep;
import dev.wsksim.scenario.model.Reference;
import java.util.List;
import java.util.Optional;

/** Does to links what steps say. */
final class LinkChanges {

    private LinkChanges() {}

    /**
     * A link keeps fewer packets than are to go on.
     *
     * @param wanted how many it has to keep at least
     * @param kept how many it keeps
     */
    record Shortage(int wanted, int kept) {}

    /** Does it; returns what of it could not be done, if anything. */
    static Optional<Shortage> apply(LinkChange change, Link link) {
        if (change instanceof LinkChange.State state) {
            link.setUp(state.up());
        } else if (change instanceof LinkChange.Conditions conditions) {
            link.setConditions(conditions.configuration());
        } else if (change instanceof LinkChange.Hold hold) {
            link.hold(hold.match());
        } else if (change instanceof LinkChange.Let let) {
            int kept = link.heldPackets();
            link.release(let.release());
            if (kept < let.release().needs()) {
                return Optional.of(new Shortage(let.release().needs(), kept));
            }
        } else {
            throw new AssertionError("nobody does " + change);
        }
        return Optional.empty();
    }

    static Partition partition(Reference name, PartitionStep.Sides sides, ScenarioWorld world) {
        return new Partition(
                name.name(), nodes(sides.senders(), world), nodes(sides.receivers(), world), sides.twoWay());
    }

    private static ImmutableList<PacketNode> nodes(List<Reference> hosts, ScenarioWorld world) {
        return hosts.stream().map(host -> world.host(host.name())).collect(ImmutableList.toImmutableList());
    }
}
