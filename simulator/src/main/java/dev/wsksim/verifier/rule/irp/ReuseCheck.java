package dev.wsksim.verifier.rule.irp;

import dev.wsksim.kernel.io.IrpAllocated;
import dev.wsksim.kernel.io.IrpCompleted;
import dev.wsksim.kernel.io.IrpFreed;
import dev.wsksim.kernel.io.IrpReused;
import dev.wsksim.kernel.io.IrpTaken;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.LongsByNumber;
import dev.wsksim.verifier.RuleCheck;
import dev.wsksim.verifier.ViolationSink;

/** Knows the own IRPs, and those of them that were completed and not reinitialised. */
final class ReuseCheck implements RuleCheck {

    /** For an own IRP that may be handed over; 0 is for an IRP that is not the driver's, or gone. */
    private static final long FRESH = -1;

    /** For each own IRP the entry of its last completion, where it was not reinitialised since. */
    private final LongsByNumber completedBy = new LongsByNumber();

    @Override
    public boolean wants(Class<? extends TraceRecord> type) {
        return type == IrpAllocated.class
                || type == IrpCompleted.class
                || type == IrpReused.class
                || type == IrpFreed.class
                || type == IrpTaken.class;
    }

    @Override
    public void observe(TraceEntry entry, ViolationSink sink) {
        TraceRecord record = entry.record();
        if (record instanceof IrpAllocated allocated) {
            completedBy.put(allocated.irp(), FRESH);
        } else if (record instanceof IrpCompleted completed) {
            note(completed.irp(), entry.number());
        } else if (record instanceof IrpReused reused) {
            note(reused.irp(), FRESH);
        } else if (record instanceof IrpFreed freed) {
            note(freed.irp(), 0);
        } else if (record instanceof IrpTaken taken) {
            judge(entry, taken, sink);
        }
    }

    private void note(long irp, long value) {
        if (completedBy.get(irp) != 0) {
            completedBy.put(irp, value);
        }
    }

    private void judge(TraceEntry entry, IrpTaken taken, ViolationSink sink) {
        long completion = completedBy.get(taken.irp());
        if (completion > 0) {
            sink.violated(
                    taken.function() + " was given IRP " + taken.irp()
                            + ", which was completed before and not reinitialised with IoReuseIrp",
                    entry,
                    completion);
        }
    }
}
