package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.icmp.UnreachableKind;
import dev.wsksim.net.peer.ConnectOutcome;
import dev.wsksim.scenario.model.UnreachableCode;
import java.util.List;

/** Turns the outcomes that a scenario writes for a peer into those that the network plays. */
final class PeerOutcomes implements dev.wsksim.scenario.model.ConnectOutcome.Visitor<ConnectOutcome> {

    /** In place of a count: every SYN of the attempt. */
    private static final int ALL = ConnectOutcome.ALL;

    private final ScriptedEnds ends;

    private PeerOutcomes(ScriptedEnds ends) {
        this.ends = ends;
    }

    static ImmutableList<ConnectOutcome> of(
            List<dev.wsksim.scenario.model.ConnectOutcome> outcomes, ScriptedEnds ends) {
        PeerOutcomes visitor = new PeerOutcomes(ends);
        return outcomes.stream().map(outcome -> outcome.accept(visitor)).collect(ImmutableList.toImmutableList());
    }

    @Override
    public ConnectOutcome accepted(dev.wsksim.scenario.model.ConnectOutcome.Accept outcome) {
        return outcome.data()
                .map(data -> new ConnectOutcome.Accept(outcome.after(), ends.behaviour(data)))
                .orElseGet(() -> new ConnectOutcome.Accept(outcome.after()));
    }

    @Override
    public ConnectOutcome refused(dev.wsksim.scenario.model.ConnectOutcome.Refuse outcome) {
        return new ConnectOutcome.Refuse(outcome.first().orElse(ALL));
    }

    @Override
    public ConnectOutcome ignored(dev.wsksim.scenario.model.ConnectOutcome.Ignore outcome) {
        return new ConnectOutcome.Ignore(outcome.first().orElse(ALL));
    }

    @Override
    public ConnectOutcome reset(dev.wsksim.scenario.model.ConnectOutcome.Reset outcome) {
        return new ConnectOutcome.Reset(outcome.after());
    }

    @Override
    public ConnectOutcome closed(dev.wsksim.scenario.model.ConnectOutcome.Close outcome) {
        return new ConnectOutcome.Close(outcome.after());
    }

    @Override
    public ConnectOutcome unreachable(dev.wsksim.scenario.model.ConnectOutcome.Unreachable outcome) {
        return new ConnectOutcome.Unreachable(kind(outcome.code()));
    }

    static UnreachableKind kind(UnreachableCode code) {
        return switch (code) {
            case NETWORK -> UnreachableKind.NETWORK;
            case HOST -> UnreachableKind.HOST;
            case PROTOCOL -> UnreachableKind.PROTOCOL;
            case PORT -> UnreachableKind.PORT;
            case ADMIN -> UnreachableKind.ADMINISTRATIVELY_PROHIBITED;
        };
    }
}
