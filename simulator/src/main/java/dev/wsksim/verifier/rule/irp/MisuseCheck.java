package dev.wsksim.verifier.rule.irp;

import dev.wsksim.kernel.io.IrpMisused;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.RuleCheck;
import dev.wsksim.verifier.ViolationSink;

/** Turns those misuses that the I/O manager noticed, and that are of one kind, into violations. */
final class MisuseCheck implements RuleCheck {

    /** A kind of misuse. */
    @FunctionalInterface
    interface Kind {

        /** Tells whether a misuse of an IRP, the driver's own or not, is of this kind. */
        boolean covers(IrpMisused misused, boolean own);
    }

    private final IrpHistory history;
    private final Kind kind;

    MisuseCheck(IrpHistory history, Kind kind) {
        this.history = history;
        this.kind = kind;
    }

    @Override
    public boolean wants(Class<? extends TraceRecord> type) {
        return type == IrpMisused.class;
    }

    @Override
    public void observe(TraceEntry entry, ViolationSink sink) {
        if (entry.record() instanceof IrpMisused misused && kind.covers(misused, history.isOwn(misused.irp()))) {
            sink.violated(misused.what(), entry, history.lastChangeOf(misused.irp()));
        }
    }
}
