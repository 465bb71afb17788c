package dev.wsksim.verifier.rule.event;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.RuleCheck;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.WskCallSettled;
import dev.wsksim.wsk.event.EarlyAnswer;

/** Finds the lists that were given back and are not the driver's, or did not become it when the callback returned. */
final class ReleaseCheck implements RuleCheck {

    @Override
    public boolean wants(Class<? extends TraceRecord> type) {
        return type == WskCallSettled.class || type == EarlyAnswer.class;
    }

    @Override
    public boolean wants(WskFunction function) {
        return function == WskFunction.WskRelease;
    }

    @Override
    public void observe(TraceEntry entry, ViolationSink sink) {
        if (entry.record() instanceof WskCallSettled settled) {
            settled(entry, settled, sink);
        } else if (entry.record() instanceof EarlyAnswer early
                && early.function().equals(WskFunction.WskRelease.name())
                && !early.counts()) {
            sink.violated(
                    "WskRelease was called with a list for which " + early.callback() + " of socket " + early.socket()
                            + " then returned " + early.returned(),
                    entry);
        }
    }

    private static void settled(TraceEntry entry, WskCallSettled settled, ViolationSink sink) {
        if (settled.status() == NtStatus.STATUS_INVALID_PARAMETER) {
            sink.violated("WskRelease was called with a list that was not kept, or released before", entry);
        }
    }
}
