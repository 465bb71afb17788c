package dev.wsksim.verifier.rule.socket;

import dev.wsksim.trace.TraceEntry;
import dev.wsksim.verifier.RuleCheck;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.call.WskCallReturned;
import java.util.ArrayList;
import java.util.List;

/** Knows the calls that have not returned. */
final class CallInProgressCheck implements RuleCheck {

    /** A call that was entered, and the entry that says so. */
    private record Entered(long entry, WskCallEntered call) {}

    private final List<Entered> inProgress = new ArrayList<>();

    @Override
    public void observe(TraceEntry entry, ViolationSink sink) {
        if (entry.record() instanceof WskCallEntered call && call.subject().socket() != 0) {
            if (call.function() == WskFunction.WskCloseSocket) {
                judge(entry, call, sink);
            }
            inProgress.add(new Entered(entry.number(), call));
        } else if (entry.record() instanceof WskCallReturned returned) {
            forget(returned);
        }
    }

    private void judge(TraceEntry entry, WskCallEntered close, ViolationSink sink) {
        for (Entered other : inProgress) {
            boolean sameSocket =
                    other.call().subject().socket() == close.subject().socket();
            if (sameSocket && !other.call().thread().equals(close.thread())) {
                sink.violated(
                        "WskCloseSocket was called on socket " + close.subject().socket() + " while "
                                + other.call().function() + " was in progress in "
                                + other.call().thread(),
                        entry,
                        other.entry());
            }
        }
    }

    private void forget(WskCallReturned returned) {
        for (int i = inProgress.size() - 1; i >= 0; i--) {
            WskCallEntered call = inProgress.get(i).call();
            if (call.function() == returned.function() && call.irp() == returned.irp()) {
                inProgress.remove(i);
                return;
            }
        }
    }
}
