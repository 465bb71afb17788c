package dev.wsksim.kernel.io;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;

/**
 * The IRPs that somebody still has to free or give back, in the order in which they came; linked through the IRPs
 * themselves, so it allocates nothing.
 */
final class IrpLedger {

    private @Nullable Irp first;
    private @Nullable Irp last;

    void add(Irp irp) {
        irp.setPreviousLive(last);
        if (last == null) {
            first = irp;
        } else {
            last.setNextLive(irp);
        }
        last = irp;
    }

    /** Removes an IRP that is in the ledger. */
    void remove(Irp irp) {
        Irp before = irp.previousLive();
        Irp after = irp.nextLive();
        if (before == null) {
            first = after;
        } else {
            before.setNextLive(after);
        }
        if (after == null) {
            last = before;
        } else {
            after.setPreviousLive(before);
        }
        irp.setPreviousLive(null);
        irp.setNextLive(null);
    }

    ImmutableList<Irp> list() {
        ImmutableList.Builder<Irp> list = ImmutableList.builder();
        for (Irp irp = first; irp != null; irp = irp.nextLive()) {
            list.add(irp);
        }
        return list.build();
    }
}
