package dev.wsksim.wsk.call;

import dev.wsksim.engine.Event;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.wsk.WskDecisions;
import dev.wsksim.wsk.WskEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * The requests whose outcome is known and whose IRPs are due to be completed, each in an event of its own.
 *
 * <p>An outcome and its completion are two moments: between them the driver may already try to cancel, and finds that
 * it is too late. When several completions are due at the same instant, their order is a decision. The calls are linked
 * through themselves, in the order in which they were settled.
 */
public final class CompletionQueue implements Event {

    private final WskEnvironment environment;
    private @Nullable WskCall first;
    private @Nullable WskCall last;
    private int count;

    CompletionQueue(WskEnvironment environment) {
        this.environment = environment;
    }

    /** Adds a settled call; its IRP is completed in an event at this same instant. */
    void add(WskCall call) {
        WskCall before = last;
        if (before == null) {
            first = call;
        } else {
            before.setNextDue(call);
        }
        last = call;
        count++;
        environment.loop().post(this);
    }

    /** Takes a call back that is completed elsewhere. */
    void remove(WskCall call) {
        WskCall before = null;
        for (WskCall at = first; at != null; at = at.nextDue()) {
            if (at == call) {
                unlink(before, call);
                return;
            }
            before = at;
        }
    }

    /** Completes one of the calls that are due, unless all were taken back. */
    @Override
    public void fire() {
        WskCall oldest = first;
        if (oldest == null) {
            return;
        }
        WskCall before = null;
        WskCall next = oldest;
        int chosen = count == 1
                ? 0
                : environment.decisions().choose(WskDecisions.COMPLETION_ORDER, count, oldest.irpNumber());
        for (int i = 0; i < chosen; i++) {
            before = next;
            next = next.requireNextDue();
        }
        unlink(before, next);
        environment.loop().setCause(next.settledCause());
        next.complete(irql(next.irpNumber()));
    }

    private void unlink(@Nullable WskCall before, WskCall call) {
        WskCall after = call.nextDue();
        if (before == null) {
            first = after;
        } else {
            before.setNextDue(after);
        }
        if (after == null) {
            last = before;
        }
        call.setNextDue(null);
        count--;
    }

    private Irql irql(long irp) {
        boolean dispatch =
                environment.decisions().chooses(WskDecisions.COMPLETION_IRQL, WskDecisions.AT_DISPATCH_LEVEL, irp);
        return dispatch ? Irql.DISPATCH_LEVEL : Irql.PASSIVE_LEVEL;
    }
}
