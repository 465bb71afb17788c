package dev.wsksim.verifier.rule.irp;

import dev.wsksim.kernel.io.InvokeOn;
import dev.wsksim.kernel.io.IrpTaken;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.RuleCheck;
import dev.wsksim.verifier.ViolationSink;

/** Looks at the completion routine of an own IRP at the moment when WSK takes it. */
final class HandoverCheck implements RuleCheck {

    /** What is demanded. */
    enum Demand {
        /** That there is a routine. */
        ROUTINE,
        /** That a routine which is there has all three flags. */
        ALL_INVOKE_FLAGS
    }

    private final IrpHistory history;
    private final Demand demand;

    HandoverCheck(IrpHistory history, Demand demand) {
        this.history = history;
        this.demand = demand;
    }

    @Override
    public boolean wants(Class<? extends TraceRecord> type) {
        return type == IrpTaken.class;
    }

    @Override
    public void observe(TraceEntry entry, ViolationSink sink) {
        if (entry.record() instanceof IrpTaken taken && history.isOwn(taken.irp())) {
            judge(entry, taken, sink);
        }
    }

    private void judge(TraceEntry entry, IrpTaken taken, ViolationSink sink) {
        String who = taken.function() + " was given IRP " + taken.irp();
        if (demand == Demand.ROUTINE && !taken.routine()) {
            sink.violated(who + " without a completion routine", entry, history.lastChangeOf(taken.irp()));
        }
        boolean partial = taken.routine() && !taken.invokeOn().equals(InvokeOn.ALWAYS);
        if (demand == Demand.ALL_INVOKE_FLAGS && partial) {
            String when = who + " with a completion routine that runs on " + taken.invokeOn() + " only";
            sink.violated(when, entry, history.lastChangeOf(taken.irp()));
        }
    }
}
