package dev.wsksim.junit5.extension;

import dev.wsksim.engine.DecisionPoint;
import dev.wsksim.engine.DecisionPolicy;
import dev.wsksim.scenario.model.ForcedMode;
import dev.wsksim.wsk.WskDecisions;
import dev.wsksim.wsk.WskFunction;
import java.util.function.BooleanSupplier;

/**
 * Answers when and at which IRQL IRPs are completed always alike, and everything else as another policy does.
 *
 * <p>Forced inline, a call that the test makes itself, at or below APC_LEVEL, runs the simulation until its outcome is known, and goes
 * on without one where nothing is left that could bring it about. A call out of a callback or a completion routine is completed before it
 * returns only where its outcome is known at once, since whoever waits inside an event holds up all others.
 */
final class ForcedDecisions implements DecisionPolicy {
    private final ForcedMode mode;
    private final DecisionPolicy otherwise;
    private final BooleanSupplier insideAnEvent;

    /** Makes one; {@code insideAnEvent} tells whether the simulation is what makes the call. */
    ForcedDecisions(ForcedMode mode, DecisionPolicy otherwise, BooleanSupplier insideAnEvent) {
        this.mode = mode;
        this.otherwise = otherwise;
        this.insideAnEvent = insideAnEvent;
    }

    @Override
    public int choose(DecisionPoint point, int count, long subject) {
        if (WskFunction.isCompletionPoint(point)) {
            return mode == ForcedMode.INLINE ? WskFunction.INLINE : WskFunction.PENDED;
        }
        if (mode != ForcedMode.INLINE && point.name().equals(WskDecisions.COMPLETION_IRQL.name())) {
            return mode == ForcedMode.DISPATCH ? WskDecisions.AT_DISPATCH_LEVEL : 1 - WskDecisions.AT_DISPATCH_LEVEL;
        }
        if (mode == ForcedMode.INLINE && point.name().equals(WskDecisions.INLINE_WAIT.name())) {
            return insideAnEvent.getAsBoolean() ? 1 - WskDecisions.UNTIL_THE_OUTCOME : WskDecisions.UNTIL_THE_OUTCOME;
        }
        return otherwise.choose(point, count, subject);
    }
}
