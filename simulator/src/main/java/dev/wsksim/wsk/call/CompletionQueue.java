package dev.wsksim.wsk.call;

import dev.wsksim.engine.Event;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.wsk.WskDecisions;
import dev.wsksim.wsk.WskEnvironment;
import java.util.ArrayList;
import java.util.List;

/**
 * The requests whose outcome is known and whose IRPs are due to be completed, each in an event of its own.
 *
 * <p>An outcome and its completion are two moments: between them the driver may already try to cancel, and finds that
 * it is too late. When several completions are due at the same instant, their order is a decision.
 */
public final class CompletionQueue implements Event {

    private final WskEnvironment environment;
    private final List<WskCall> due = new ArrayList<>();

    CompletionQueue(WskEnvironment environment) {
        this.environment = environment;
    }

    /** Adds a settled call; its IRP is completed in an event at this same instant. */
    void add(WskCall call) {
        due.add(call);
        environment.loop().schedule(0, this);
    }

    /** Takes a call back that is completed elsewhere. */
    void remove(WskCall call) {
        due.remove(call);
    }

    /** Completes one of the calls that are due, unless all were taken back. */
    @Override
    public void fire() {
        int count = due.size();
        if (count == 0) {
            return;
        }
        long oldest = due.get(0).irpNumber();
        WskCall next = due.remove(environment.decisions().choose(WskDecisions.COMPLETION_ORDER, count, oldest));
        environment.loop().setCause(next.settledCause());
        next.complete(irql(next.irpNumber()));
    }

    private Irql irql(long irp) {
        boolean dispatch =
                environment.decisions().chooses(WskDecisions.COMPLETION_IRQL, WskDecisions.AT_DISPATCH_LEVEL, irp);
        return dispatch ? Irql.DISPATCH_LEVEL : Irql.PASSIVE_LEVEL;
    }
}
