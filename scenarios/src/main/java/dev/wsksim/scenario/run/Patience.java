package dev.wsksim.scenario.run;

import dev.wsksim.scenario.model.AwaitStep;
import dev.wsksim.scenario.model.CallStep;
import dev.wsksim.scenario.model.Step;
import dev.wsksim.scenario.model.StepTiming;
import java.util.Optional;

/**
 * Whether the driver has nothing else to do than to wait for the outcome of the call that it makes now.
 *
 * <p>That is so where the next step awaits the call, without a time of its own, or there is no further step. A call that a callback or a completion
 * routine makes is never waited for, nor one that is made while another one waits, or by one of several threads side by side.
 */
final class Patience {

    private static final long NO_IRP = -1;

    private boolean left;
    private long ownIrp = NO_IRP;

    /** Is told of the step that is taken, and of the one behind it. */
    void stepTaken(Step step, Optional<Step> next) {
        ownIrp = NO_IRP;
        left = step instanceof CallStep call
                && next.map(behind -> isAwaitOf(call, behind)).orElse(true);
    }

    /** Is told that the step has been taken. */
    void stepOver() {
        left = false;
    }

    /** Is told of a call that takes an IRP; the first one is the step's own, whatever is called from inside it. */
    void callBegun(long irp) {
        if (ownIrp == NO_IRP) {
            ownIrp = irp;
        }
    }

    /** Returns whether the driver would wait for the outcome of this IRP; only the first one who asks may. */
    boolean take(long irp) {
        boolean taken = left && irp == ownIrp;
        left = false;
        return taken;
    }

    private static boolean isAwaitOf(CallStep call, Step next) {
        return next instanceof AwaitStep await
                && await.within().isEmpty()
                && await.timing() instanceof StepTiming.Next
                && call.id().isPresent()
                && await.calls().stream()
                        .anyMatch(
                                awaited -> awaited.name().equals(call.id().get().name()));
    }
}
