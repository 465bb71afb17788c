package dev.wsksim.verifier.rule.irp;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.io.IrpAllocated;
import dev.wsksim.kernel.io.IrpCompletedPastItsOwner;
import dev.wsksim.kernel.io.IrpFreed;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.RuleCheck;
import dev.wsksim.verifier.ViolationSink;
import java.util.LinkedHashMap;
import java.util.Map;

/** Knows the own IRPs that were not freed, each with the entry of its allocation. */
final class FreedAtEndCheck implements RuleCheck {

    private final Map<Long, Long> allocated = new LinkedHashMap<>();

    @Override
    public boolean wants(Class<? extends TraceRecord> type) {
        return type == IrpAllocated.class || type == IrpFreed.class || type == IrpCompletedPastItsOwner.class;
    }

    @Override
    public void observe(TraceEntry entry, ViolationSink sink) {
        if (entry.record() instanceof IrpAllocated one) {
            allocated.put(one.irp(), entry.number());
        } else if (entry.record() instanceof IrpFreed freed) {
            allocated.remove(freed.irp());
        } else if (entry.record() instanceof IrpCompletedPastItsOwner past) {
            allocated.remove(past.irp());
        }
    }

    @Override
    public void atEnd(ViolationSink sink) {
        allocated.forEach((irp, entry) -> sink.violated("IRP " + irp + " was never freed", ImmutableList.of(entry)));
    }
}
