package dev.wsksim.verifier.rule.irp;

import com.google.common.collect.ImmutableSet;
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
import dev.wsksim.verifier.LongsByNumber;

/** Remembers of each IRP whether the driver allocated it, and the entry that last prepared it or moved it on. */
final class IrpHistory implements Follower {

    private static final ImmutableSet<Class<? extends TraceRecord>> CHANGES = ImmutableSet.of(
            IrpAllocated.class,
            IrpPassedDown.class,
            CompletionRoutineSet.class,
            IrpTaken.class,
            IrpCompleted.class,
            IrpReused.class,
            IrpReturned.class,
            IrpFreed.class);

    /** For each own IRP the entry of its allocation. */
    private final LongsByNumber allocations = new LongsByNumber();

    private final LongsByNumber lastChange = new LongsByNumber();

    @Override
    public boolean wants(Class<? extends TraceRecord> type) {
        return CHANGES.contains(type);
    }

    @Override
    public void follow(TraceEntry entry) {
        if (entry.record() instanceof IrpAllocated allocated) {
            allocations.put(allocated.irp(), entry.number());
        }
        lastChange.put(changed(entry.record()), entry.number());
    }

    /** Tells whether the driver allocated the IRP. */
    boolean isOwn(long irp) {
        return allocations.get(irp) != 0;
    }

    /** Returns the number of the entry that last prepared or moved the IRP; 0 for an unknown one. */
    long lastChangeOf(long irp) {
        return lastChange.get(irp);
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
