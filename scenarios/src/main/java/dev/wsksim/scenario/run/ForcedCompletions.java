package dev.wsksim.scenario.run;

import dev.wsksim.engine.DecisionPoint;
import dev.wsksim.engine.DecisionPolicy;
import dev.wsksim.scenario.run.RunOptions.DecisionMode;
import dev.wsksim.wsk.WskDecisions;
import dev.wsksim.wsk.WskFunction;

/** Answers when and at which IRQL IRPs are completed always alike, and everything else as Windows typically behaves. */
final class ForcedCompletions implements DecisionPolicy {

    private static final String COMPLETION = ".completion";

    private final DecisionMode mode;

    ForcedCompletions(DecisionMode mode) {
        this.mode = mode;
    }

    @Override
    public int choose(DecisionPoint point, int count, long subject) {
        if (isCompletionOfACall(point)) {
            return mode == DecisionMode.INLINE ? WskFunction.INLINE : WskFunction.PENDED;
        }
        if (point.name().equals(WskDecisions.COMPLETION_IRQL.name())) {
            boolean dispatch = mode == DecisionMode.DISPATCH;
            return dispatch ? WskDecisions.AT_DISPATCH_LEVEL : 1 - WskDecisions.AT_DISPATCH_LEVEL;
        }
        return TYPICAL.choose(point, count, subject);
    }

    private static boolean isCompletionOfACall(DecisionPoint point) {
        String name = point.name();
        return name.endsWith(COMPLETION)
                && WskFunction.byName(name.substring(0, name.length() - COMPLETION.length()))
                        .isPresent();
    }
}
