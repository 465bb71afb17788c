package dev.wsksim.verifier.rule.data;

import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.RuleCheck;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.call.WskCallReturned;
import java.util.LinkedHashMap;
import java.util.Map;

/** Knows the sockets on which WskDisconnect was called and did not fail at once. */
final class AfterDisconnectCheck implements RuleCheck {

    private final Map<Integer, Long> disconnects = new LinkedHashMap<>();
    private int disconnecting;

    @Override
    public boolean wants(Class<? extends TraceRecord> type) {
        return type == WskCallEntered.class || type == WskCallReturned.class;
    }

    @Override
    public void observe(TraceEntry entry, ViolationSink sink) {
        if (entry.record() instanceof WskCallEntered call) {
            int socket = call.subject().socket();
            Long before = disconnects.get(socket);
            if (call.function() == WskFunction.WskDisconnect && before == null) {
                disconnecting = socket;
                disconnects.put(socket, entry.number());
            } else if (call.function() == WskFunction.WskSend && before != null) {
                sink.violated("WskSend was called on socket " + socket + " after WskDisconnect", entry, before);
            }
        } else if (entry.record() instanceof WskCallReturned returned
                && returned.function() == WskFunction.WskDisconnect
                && returned.status() != null
                && !returned.status().isSuccess()) {
            disconnects.remove(disconnecting);
        }
    }
}
