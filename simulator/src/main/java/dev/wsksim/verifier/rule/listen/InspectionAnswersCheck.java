package dev.wsksim.verifier.rule.listen;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.RuleCheck;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.call.WskCallSettled;
import dev.wsksim.wsk.event.EarlyAnswer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * WskInspectComplete is about an inspection that waits, and accepts or rejects. What is said about a request while
 * WskInspectEvent still runs is judged by what the provider and the callback return.
 */
final class InspectionAnswersCheck implements RuleCheck {

    private final PendedInspections inspections;
    private final Map<Long, WskCallEntered> early = new LinkedHashMap<>();

    InspectionAnswersCheck(PendedInspections inspections) {
        this.inspections = inspections;
    }

    @Override
    public boolean wants(Class<? extends TraceRecord> type) {
        return type == WskCallEntered.class || type == WskCallSettled.class || type == EarlyAnswer.class;
    }

    @Override
    public boolean wants(WskFunction function) {
        return function == WskFunction.WskInspectComplete;
    }

    @Override
    public void observe(TraceEntry entry, ViolationSink sink) {
        if (entry.record() instanceof WskCallEntered call) {
            called(entry, call, sink);
        } else if (entry.record() instanceof WskCallSettled settled) {
            settled(entry, settled, sink);
        } else if (entry.record() instanceof EarlyAnswer answer
                && answer.function().equals(WskFunction.WskInspectComplete.name())
                && !answer.counts()) {
            sink.violated(
                    "WskInspectComplete was called on socket " + answer.socket() + " for " + answer.subject()
                            + ", for which WskInspectEvent then returned " + answer.returned(),
                    entry);
        }
    }

    private void called(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        String action = call.arguments().getOrDefault("Action", "");
        PendedInspections.Pended one = subject(call);
        if (!action.equals("WskInspectAccept") && !action.equals("WskInspectReject")) {
            sink.violated("WskInspectComplete was called with the Action " + action, entry);
        } else if (inspections.isAsked(one)) {
            early.put(call.irp(), call);
        } else if (!inspections.pended().containsKey(one)) {
            sink.violated(isNotPending(call), entry);
        }
    }

    private void settled(TraceEntry entry, WskCallSettled settled, ViolationSink sink) {
        if (settled.function() == WskFunction.WskInspectComplete) {
            WskCallEntered call = early.remove(settled.irp());
            if (call != null && settled.status() == NtStatus.STATUS_INVALID_PARAMETER) {
                sink.violated(isNotPending(call), entry);
            }
        }
    }

    private static PendedInspections.Pended subject(WskCallEntered call) {
        return new PendedInspections.Pended(
                call.subject().socket(), call.arguments().getOrDefault("InspectID", "NULL"));
    }

    private static String isNotPending(WskCallEntered call) {
        PendedInspections.Pended one = subject(call);
        return "WskInspectComplete was called on socket " + one.socket() + " for " + one.id()
                + ", which is not pending";
    }
}
