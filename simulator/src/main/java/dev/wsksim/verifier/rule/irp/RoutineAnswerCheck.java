package dev.wsksim.verifier.rule.irp;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.CompletionRoutineReturned;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.RuleCheck;
import dev.wsksim.verifier.ViolationSink;

/** Looks at what the completion routine of an own IRP returns. */
final class RoutineAnswerCheck implements RuleCheck {

    private final IrpHistory history;

    RoutineAnswerCheck(IrpHistory history) {
        this.history = history;
    }

    @Override
    public boolean wants(Class<? extends TraceRecord> type) {
        return type == CompletionRoutineReturned.class;
    }

    @Override
    public void observe(TraceEntry entry, ViolationSink sink) {
        if (entry.record() instanceof CompletionRoutineReturned returned
                && returned.status() != NtStatus.STATUS_MORE_PROCESSING_REQUIRED
                && history.isOwn(returned.irp())) {
            sink.violated(
                    "the completion routine of IRP " + returned.irp() + ", which the driver allocated, returned "
                            + returned.status(),
                    entry,
                    history.lastChangeOf(returned.irp()));
        }
    }
}
