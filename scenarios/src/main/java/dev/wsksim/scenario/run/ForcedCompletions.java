package dev.wsksim.scenario.run;

import dev.wsksim.engine.DecisionPoint;
import dev.wsksim.engine.DecisionPolicy;
import dev.wsksim.scenario.model.ForcedMode;
import dev.wsksim.wsk.WskDecisions;
import dev.wsksim.wsk.WskFunction;

/**
 * Answers when and at which IRQL IRPs are completed always alike, and everything else as Windows typically behaves.
 *
 * <p>Forced inline, a call whose outcome is not known yet waits for it only where the driver's next step would do nothing else; a driver that has
 * something else to do meanwhile, such as to cancel the request, is not kept from it.
 */
final class ForcedCompletions implements DecisionPolicy {

    private final ForcedMode mode;
    private final Patience patience;
    /** The IRP of the last call that was forced inline; a call whose completion the scenario scripts is not among them. */
    private long forced;

    ForcedCompletions(ForcedMode mode, Patience patience) {
        this.mode = mode;
        this.patience = patience;
    }

    @Override
    public int choose(DecisionPoint point, int count, long subject) {
        if (WskFunction.isCompletionPoint(point)) {
            forced = subject;
            patience.callBegun(subject);
            return mode == ForcedMode.INLINE ? WskFunction.INLINE : WskFunction.PENDED;
        }
        if (mode != ForcedMode.INLINE && point.name().equals(WskDecisions.COMPLETION_IRQL.name())) {
            boolean dispatch = mode == ForcedMode.DISPATCH;
            return dispatch ? WskDecisions.AT_DISPATCH_LEVEL : 1 - WskDecisions.AT_DISPATCH_LEVEL;
        }
        if (point.name().equals(WskDecisions.INLINE_WAIT.name()) && subject == forced) {
            int wait = WskDecisions.UNTIL_THE_OUTCOME;
            return patience.take(subject) ? wait : 1 - wait;
        }
        return TYPICAL.choose(point, count, subject);
    }
}
