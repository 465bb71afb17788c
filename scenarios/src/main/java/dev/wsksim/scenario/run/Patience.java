package dev.wsksim.scenario.run;

import dev.wsksim.scenario.model.AwaitStep;
import dev.wsksim.scenario.model.CallStep;
import dev.wsksim.scenario.model.Step;
import dev.wsksim.scenario.model.StepTiming;
import java.util.Optional;

/**
 * Whether the driver has nothing else to do than to wait for the outcome of the call that it makes now.
 *
 * <p>That is so where the next step awaits the call, without a time of its own, or there is no further step. A call that a callback makes is never
 * waited for, nor one that is made while another one waits.
 */
final class Patience {

    private boolean left;

    /** Is told of the step that is taken, and of the one behind it. */
    void stepTaken(Step step, Optional<Step> next) {
        left = step instanceof CallStep call && next.map(behind -> isAwaitOf(call, behind)).orElse(true);
    }

    /** Is told that the step has been taken. */
    void stepOver() {
        left = false;
    }

    /** Returns whether the driver would wait; only the first one who asks may. */
    boolean take() {
        boolean taken = left;
        left = false;
        return taken;
    }

    private static boolean isAwaitOf(CallStep call, Step next) {
        return next instanceof AwaitStep await
                && await.within().isEmpty()
                && await.timing() instanceof StepTiming.Next
                && call.id().isPresent()
                && await.calls().stream()
                        .anyMatch(awaited -> awaited.name().equals(call.id().get().name()));
    }
}
