package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableSet;
import dev.wsksim.engine.DecisionListener;
import dev.wsksim.engine.DecisionPoint;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.scenario.model.ScriptedDecision;
import dev.wsksim.scenario.model.StatusExpectation;
import dev.wsksim.wsk.WskFunction;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Knows which calls completed their IRP before they returned although the scenario did not ask for it.
 *
 * <p>{@code returns: STATUS_PENDING} says that the outcome comes through the IRP. Where the scenario leaves open when the IRP is completed, and whoever
 * answers decisions (never the typical policy) has it completed inside the call, the outcome is returned as well: the same status as in the IRP,
 * and nothing else, is in order then.
 */
final class InlineReturns implements DecisionListener {

    private final ImmutableSet<String> scripted;
    private final Set<Long> inline = new LinkedHashSet<>();

    InlineReturns(List<ScriptedDecision> script) {
        this.scripted = script.stream().map(ScriptedDecision::at).collect(ImmutableSet.toImmutableSet());
    }

    @Override
    public void decided(DecisionPoint point, int count, long subject, int answer) {
        if (!WskFunction.isCompletionPoint(point)) {
            return;
        }
        if (answer == WskFunction.INLINE && !scripted.contains(point.name())) {
            inline.add(subject);
        } else {
            inline.remove(subject);
        }
    }

    /** Tells whether a call that has just returned was expected to pend its IRP, and returned what it has completed it with instead. */
    boolean accepts(PlayedCall call, StatusExpectation expected, NtStatus returned) {
        Irp irp = call.irp();
        return irp != null
                && inline.contains(irp.number())
                && expected.anyOf().contains(NtStatus.STATUS_PENDING)
                && call.completions().stream().anyMatch(completion -> completion.status() == returned);
    }
}
