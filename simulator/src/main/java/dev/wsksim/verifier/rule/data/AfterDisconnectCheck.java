package dev.wsksim.verifier.rule.data;

import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.RuleCheck;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.call.WskCallReturned;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Knows the sockets on which WskDisconnect was called and did not fail at once.
 *
 * <p>Calls may be inside each other, as where a completion routine runs before a call returns; a call that fails takes
 * back what it has begun itself, and not what an earlier one on the same socket has.
 */
final class AfterDisconnectCheck implements RuleCheck {

    /** A WskDisconnect that has not returned, whether it is the first one on its socket, and the first abortive one. */
    private record Open(int socket, boolean first, boolean firstAbort) {}

    private final Map<Integer, Long> disconnects = new LinkedHashMap<>();
    private final Map<Integer, Long> aborts = new LinkedHashMap<>();
    private final ArrayDeque<Open> open = new ArrayDeque<>();

    @Override
    public boolean wants(Class<? extends TraceRecord> type) {
        return type == WskCallEntered.class || type == WskCallReturned.class;
    }

    @Override
    public boolean wants(WskFunction function) {
        return function == WskFunction.WskDisconnect
                || function == WskFunction.WskSend
                || function == WskFunction.WskReceive;
    }

    @Override
    public void observe(TraceEntry entry, ViolationSink sink) {
        if (entry.record() instanceof WskCallEntered call) {
            entered(entry, call, sink);
        } else if (entry.record() instanceof WskCallReturned returned
                && returned.function() == WskFunction.WskDisconnect) {
            Open last = open.pollLast();
            boolean failed = returned.status() != null && !returned.status().isSuccess();
            if (last != null && failed) {
                undo(last);
            }
        }
    }

    private void undo(Open failed) {
        if (failed.first()) {
            disconnects.remove(failed.socket());
        }
        if (failed.firstAbort()) {
            aborts.remove(failed.socket());
        }
    }

    private void entered(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        int socket = call.subject().socket();
        switch (call.function()) {
            case WskDisconnect -> {
                boolean first = disconnects.putIfAbsent(socket, entry.number()) == null;
                boolean abortive = call.arguments().getOrDefault("Flags", "").contains("WSK_FLAG_ABORTIVE");
                boolean firstAbort = abortive && aborts.putIfAbsent(socket, entry.number()) == null;
                open.addLast(new Open(socket, first, firstAbort));
            }
            case WskSend -> judge(entry, call, disconnects.get(socket), "WskDisconnect", sink);
            case WskReceive -> judge(entry, call, aborts.get(socket), "WskDisconnect with WSK_FLAG_ABORTIVE", sink);
            default -> {
                // Every other function may follow.
            }
        }
    }

    private static void judge(
            TraceEntry entry, WskCallEntered call, @Nullable Long before, String what, ViolationSink sink) {
        if (before != null) {
            sink.violated(
                    call.function() + " was called on socket " + call.subject().socket() + " after " + what,
                    entry,
                    before);
        }
    }
}
