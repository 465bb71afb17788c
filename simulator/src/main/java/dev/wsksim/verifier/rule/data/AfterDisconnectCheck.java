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

/**
 * Knows the sockets on which WskDisconnect was called and did not fail at once.
 *
 * <p>Calls may be inside each other, as where a completion routine runs before a call returns; a call that fails takes
 * back what it has begun itself, and not what an earlier one on the same socket has.
 */
final class AfterDisconnectCheck implements RuleCheck {

    /** A WskDisconnect that has not returned, and whether it is the first one on its socket. */
    private record Open(int socket, boolean first) {}

    private final Map<Integer, Long> disconnects = new LinkedHashMap<>();
    private final ArrayDeque<Open> open = new ArrayDeque<>();

    @Override
    public boolean wants(Class<? extends TraceRecord> type) {
        return type == WskCallEntered.class || type == WskCallReturned.class;
    }

    @Override
    public void observe(TraceEntry entry, ViolationSink sink) {
        if (entry.record() instanceof WskCallEntered call) {
            entered(entry, call, sink);
        } else if (entry.record() instanceof WskCallReturned returned
                && returned.function() == WskFunction.WskDisconnect) {
            Open last = open.pollLast();
            boolean failed = returned.status() != null && !returned.status().isSuccess();
            if (last != null && last.first() && failed) {
                disconnects.remove(last.socket());
            }
        }
    }

    private void entered(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        int socket = call.subject().socket();
        Long before = disconnects.get(socket);
        if (call.function() == WskFunction.WskDisconnect) {
            open.addLast(new Open(socket, before == null));
            disconnects.putIfAbsent(socket, entry.number());
        } else if (call.function() == WskFunction.WskSend && before != null) {
            sink.violated("WskSend was called on socket " + socket + " after WskDisconnect", entry, before);
        }
    }
}
