package dev.wsksim.scenario.run;

import dev.wsksim.net.host.Host;
import dev.wsksim.net.link.Link;
import dev.wsksim.net.link.Partitions;
import dev.wsksim.scenario.model.HostAction;
import dev.wsksim.scenario.model.HostStep;
import dev.wsksim.scenario.model.InterfaceStep;
import dev.wsksim.scenario.model.LinkChange;
import dev.wsksim.scenario.model.LinkStep;
import dev.wsksim.scenario.model.PartitionStep;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.trace.Trace;

/** Lets steps happen to hosts, interfaces and links; a step that changes nothing becomes a finding. */
final class NetworkPlayer {

    private final ScenarioWorld world;
    private final FindingsLog findings;
    private final Trace trace;

    NetworkPlayer(ScenarioWorld world, FindingsLog findings) {
        this.world = world;
        this.findings = findings;
        this.trace = world.simulation().trace();
    }

    void play(HostStep step) {
        Host host = world.host(step.host().name());
        String before = state(host);
        switch (step.action()) {
            case CRASH -> host.crash();
            case RESTART -> host.restart();
            case PAUSE -> host.suspend();
            case RESUME -> host.resume();
        }
        if (before.equals(state(host))) {
            changesNothing(step.position(), "host '" + host + "'", "a host that " + demand(step.action()), before);
        }
    }

    private static String state(Host host) {
        if (!host.isRunning()) {
            return "it does not run";
        }
        return host.pause().isPaused() ? "it is paused" : "it runs";
    }

    private static String demand(HostAction action) {
        return switch (action) {
            case CRASH -> "runs or is paused";
            case RESTART -> "does not run";
            case PAUSE -> "runs";
            case RESUME -> "is paused";
        };
    }

    void play(LinkStep step) {
        world.link(step.from().name(), step.to().name())
                .ifPresentOrElse(link -> change(step, link), () -> noLink(step));
    }

    private void change(LinkStep step, Link link) {
        String what = "link '" + step.from() + " -> " + step.to() + "'";
        if (step.change() instanceof LinkChange.State state && state.up() == link.isUp()) {
            changesNothing(step.position(), what, "a link that is " + word(!state.up()), "it is " + word(link.isUp()));
        } else if (step.change() instanceof LinkChange.Hold hold && link.holds(hold.match())) {
            changesNothing(step.position(), what, "a hold of other packets", "it holds these already");
        }
        LinkChanges.apply(step.change(), link).ifPresent(shortage -> tooFewKept(step, shortage));
    }

    private static String word(boolean up) {
        return up ? "up" : "down";
    }

    private void noLink(LinkStep step) {
        findings.add(
                FindingKind.ARGUMENT,
                step.position(),
                "there is no link " + step.from() + " -> " + step.to(),
                "",
                "",
                "links are defined under 'links', one for each direction",
                trace.lastNumber());
    }

    private void tooFewKept(LinkStep step, LinkChanges.Shortage shortage) {
        findings.add(
                FindingKind.STEP,
                step.position(),
                "the link keeps too few packets for this release",
                "at least " + shortage.wanted() + " kept",
                shortage.kept() + " kept",
                "packets are kept that match a 'hold' and are sent after it",
                trace.lastNumber());
    }

    void play(InterfaceStep step) {
        WorldInterfaces.Change change = world.change(step);
        change.problem()
                .ifPresent(problem ->
                        findings.add(FindingKind.ARGUMENT, step.position(), problem, "", "", "", trace.lastNumber()));
        change.unchanged()
                .ifPresent(up -> changesNothing(
                        step.position(),
                        "interface '" + step.networkInterface() + "'",
                        "an interface that is " + word(!up),
                        "it is " + word(up)));
    }

    void play(PartitionStep step) {
        Partitions partitions = world.simulation().network().partitions();
        if (step.sides().isPresent()) {
            partitions.begin(LinkChanges.partition(step.name(), step.sides().get(), world));
        } else if (!partitions.heal(step.name().name())) {
            findings.add(
                    FindingKind.STEP,
                    step.position(),
                    "there is no partition to heal",
                    "partition " + step.name() + " divides the network",
                    "it does not, or no more",
                    "a 'partition' step begins it, and one 'heal' ends it",
                    trace.lastNumber());
        }
    }

    private void changesNothing(SourcePosition position, String what, String expected, String actual) {
        findings.add(
                FindingKind.STEP,
                position,
                "this step changes nothing at " + what,
                expected,
                actual,
                "leave it out, or look why an earlier step has not come",
                trace.lastNumber());
    }
}
