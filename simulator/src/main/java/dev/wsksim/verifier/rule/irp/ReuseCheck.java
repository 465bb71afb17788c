package dev.wsksim.verifier.rule.irp;

import dev.wsksim.kernel.io.IrpAllocated;
import dev.wsksim.kernel.io.IrpCompleted;
import dev.wsksim.kernel.io.IrpFreed;
import dev.wsksim.kernel.io.IrpReused;
import dev.wsksim.kernel.io.IrpTaken;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.RuleCheck;
import dev.wsksim.verifier.ViolationSink;
import java.util.LinkedHashMap;
import java.util.Map;

/** Knows the own IRPs, and those of them that were completed and not reinitialised. */
final class ReuseCheck implements RuleCheck {

    private static final long FRESH = 0;

    private final Map<Long, Long> completedBy = new LinkedHashMap<>();

    @Override
    public void observe(TraceEntry entry, ViolationSink sink) {
        TraceRecord record = entry.record();
        if (record instanceof IrpAllocated allocated) {
            completedBy.put(allocated.irp(), FRESH);
        } else if (record instanceof IrpCompleted completed) {
            completedBy.replace(completed.irp(), entry.number());
        } else if (record instanceof IrpReused reused) {
            completedBy.replace(reused.irp(), FRESH);
        } else if (record instanceof IrpFreed freed) {
            completedBy.remove(freed.irp());
        } else if (record instanceof IrpTaken taken) {
            judge(entry, taken, sink);
        }
    }

    private void judge(TraceEntry entry, IrpTaken taken, ViolationSink sink) {
        long completion = completedBy.getOrDefault(taken.irp(), FRESH);
        if (completion != FRESH) {
            sink.violated(
                    taken.function() + " was given IRP " + taken.irp()
                            + ", which was completed before and not reinitialised with IoReuseIrp",
                    entry,
                    completion);
        }
    }
}
