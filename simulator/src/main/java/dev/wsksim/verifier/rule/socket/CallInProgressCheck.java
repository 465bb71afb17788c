package dev.wsksim.verifier.rule.socket;

import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.RuleCheck;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.call.WskCallReturned;
import java.util.ArrayList;
import java.util.List;

/** Knows the calls that have not returned. */
final class CallInProgressCheck implements RuleCheck {

    /** The entries of the calls, each a {@link WskCallEntered}. */
    private final List<TraceEntry> inProgress = new ArrayList<>();

    @Override
    public boolean wants(Class<? extends TraceRecord> type) {
        return type == WskCallEntered.class || type == WskCallReturned.class;
    }

    @Override
    public void observe(TraceEntry entry, ViolationSink sink) {
        if (entry.record() instanceof WskCallEntered call && call.subject().socket() != 0) {
            if (call.function() == WskFunction.WskCloseSocket) {
                judge(entry, call, sink);
            }
            inProgress.add(entry);
        } else if (entry.record() instanceof WskCallReturned returned) {
            forget(returned);
        }
    }

    private void judge(TraceEntry entry, WskCallEntered close, ViolationSink sink) {
        for (int i = 0; i < inProgress.size(); i++) {
            TraceEntry entered = inProgress.get(i);
            WskCallEntered other = call(entered);
            boolean sameSocket = other.subject().socket() == close.subject().socket();
            if (sameSocket && !other.thread().equals(close.thread())) {
                sink.violated(
                        "WskCloseSocket was called on socket " + close.subject().socket() + " while " + other.function()
                                + " was in progress in " + other.thread(),
                        entry,
                        entered.number());
            }
        }
    }

    private void forget(WskCallReturned returned) {
        for (int i = inProgress.size() - 1; i >= 0; i--) {
            WskCallEntered call = call(inProgress.get(i));
            if (call.function() == returned.function() && call.irp() == returned.irp()) {
                inProgress.remove(i);
                return;
            }
        }
    }

    private static WskCallEntered call(TraceEntry entered) {
        return (WskCallEntered) entered.record();
    }
}
