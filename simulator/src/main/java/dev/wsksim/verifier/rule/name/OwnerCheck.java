package dev.wsksim.verifier.rule.name;

import dev.wsksim.kernel.ps.ImpersonationBegan;
import dev.wsksim.kernel.ps.ImpersonationEnded;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.RuleCheck;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.WskCallEntered;
import java.util.LinkedHashMap;
import java.util.Map;

/** Knows which threads impersonate, and judges OwningProcess and OwningThread of the name functions. */
final class OwnerCheck implements RuleCheck {

    /** The entry with which a thread began to impersonate, by what the thread calls itself. */
    private final Map<String, Long> impersonating = new LinkedHashMap<>();

    @Override
    public boolean wants(Class<? extends TraceRecord> type) {
        return type == ImpersonationBegan.class || type == ImpersonationEnded.class || type == WskCallEntered.class;
    }

    @Override
    public boolean wants(WskFunction function) {
        return function == WskFunction.WskGetAddressInfo || function == WskFunction.WskGetNameInfo;
    }

    @Override
    public void observe(TraceEntry entry, ViolationSink sink) {
        if (entry.record() instanceof ImpersonationBegan began) {
            impersonating.put(began.thread(), entry.number());
        } else if (entry.record() instanceof ImpersonationEnded ended) {
            impersonating.remove(ended.thread());
        } else if (entry.record() instanceof WskCallEntered call) {
            judge(entry, call, sink);
        }
    }

    private void judge(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        boolean process = isGiven(call, "OwningProcess");
        boolean thread = isGiven(call, "OwningThread");
        if (thread && !process) {
            sink.violated(call.function() + " was called with OwningThread and without OwningProcess", entry);
        }
        if (process || thread) {
            String caller = "thread " + call.thread() + " (";
            impersonating.forEach((name, began) -> {
                if (name.startsWith(caller)) {
                    String what = process ? "OwningProcess" : "OwningThread";
                    sink.violated(
                            call.function() + " was called with " + what + " by a thread that impersonates",
                            entry,
                            began);
                }
            });
        }
    }

    private static boolean isGiven(WskCallEntered call, String parameter) {
        return !call.arguments().getOrDefault(parameter, "NULL").equals("NULL");
    }
}
