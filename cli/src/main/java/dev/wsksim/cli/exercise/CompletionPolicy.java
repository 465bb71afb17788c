package dev.wsksim.cli.exercise;

import dev.wsksim.cli.exercise.Network.Completions;
import dev.wsksim.engine.DecisionPoint;
import dev.wsksim.engine.DecisionPolicy;
import dev.wsksim.wsk.WskDecisions;
import dev.wsksim.wsk.WskFunction;
import java.util.function.BooleanSupplier;

/** Answers when and at which IRQL IRPs are completed always alike, and everything else as Windows typically behaves. */
final class CompletionPolicy implements DecisionPolicy {
    private final Completions mode;
    private final BooleanSupplier insideAnEvent;

    /** Makes one; a call out of an event cannot wait for its outcome, and {@code insideAnEvent} tells whether it is one. */
    CompletionPolicy(Completions mode, BooleanSupplier insideAnEvent) {
        this.mode = mode;
        this.insideAnEvent = insideAnEvent;
    }

    @Override
    public int choose(DecisionPoint point, int count, long subject) {
        boolean inline = mode == Completions.INLINE;
        if (mode == Completions.TYPICAL) {
            return TYPICAL.choose(point, count, subject);
        }
        if (WskFunction.isCompletionPoint(point)) {
            return inline ? WskFunction.INLINE : WskFunction.PENDED;
        }
        if (!inline && point.name().equals(WskDecisions.COMPLETION_IRQL.name())) {
            return mode == Completions.DISPATCH ? WskDecisions.AT_DISPATCH_LEVEL : 1 - WskDecisions.AT_DISPATCH_LEVEL;
        }
        if (inline && point.name().equals(WskDecisions.INLINE_WAIT.name())) {
            return insideAnEvent.getAsBoolean() ? 1 - WskDecisions.UNTIL_THE_OUTCOME : WskDecisions.UNTIL_THE_OUTCOME;
        }
        return TYPICAL.choose(point, count, subject);
    }
}
