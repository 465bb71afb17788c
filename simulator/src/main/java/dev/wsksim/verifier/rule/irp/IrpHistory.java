package dev.wsksim.verifier.rule.irp;

import dev.wsksim.kernel.io.CompletionRoutineSet;
import dev.wsksim.kernel.io.IrpAllocated;
import dev.wsksim.kernel.io.IrpCompleted;
import dev.wsksim.kernel.io.IrpFreed;
import dev.wsksim.kernel.io.IrpPassedDown;
import dev.wsksim.kernel.io.IrpReturned;
import dev.wsksim.kernel.io.IrpReused;
import dev.wsksim.kernel.io.IrpTaken;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.Follower;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Remembers of each IRP whether the driver allocated it, and the entry that last prepared it or moved it on. */
final class IrpHistory implements Follower {

    private final Set<Long> own = new LinkedHashSet<>();
    private final Map<Long, Long> lastChange = new LinkedHashMap<>();

    @Override
    public void follow(TraceEntry entry) {
        TraceRecord record = entry.record();
        if (record instanceof IrpAllocated allocated) {
            own.add(allocated.irp());
        }
        long irp = changed(record);
        if (irp != 0) {
            lastChange.put(irp, entry.number());
        }
    }

    /** Tells whether the driver allocated the IRP. */
    boolean isOwn(long irp) {
        return own.contains(irp);
    }

    /** Returns the number of the entry that last prepared or moved the IRP; 0 for an unknown one. */
    long lastChangeOf(long irp) {
        return lastChange.getOrDefault(irp, 0L);
    }

    private static long changed(TraceRecord record) {
        if (record instanceof IrpAllocated allocated) {
            return allocated.irp();
        } else if (record instanceof IrpPassedDown passedDown) {
            return passedDown.irp();
        } else if (record instanceof CompletionRoutineSet set) {
            return set.irp();
        } else if (record instanceof IrpTaken taken) {
            return taken.irp();
        } else if (record instanceof IrpCompleted completed) {
            return completed.irp();
        } else if (record instanceof IrpReused reused) {
            return reused.irp();
        } else if (record instanceof IrpReturned returned) {
            return returned.irp();
        }
        return record instanceof IrpFreed freed ? freed.irp() : 0;
    }
}
