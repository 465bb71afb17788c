package dev.wsksim.verifier.rule.socket;

import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.RuleCheck;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.socket.SocketState;
import java.util.LinkedHashMap;
import java.util.Map;

/** Knows the sockets on which WskCloseSocket was called. */
final class AfterCloseCheck implements RuleCheck {

    private final Map<Integer, Long> closes = new LinkedHashMap<>();

    @Override
    public boolean wants(Class<? extends TraceRecord> type) {
        return type == WskCallEntered.class;
    }

    @Override
    public void observe(TraceEntry entry, ViolationSink sink) {
        if (!(entry.record() instanceof WskCallEntered call)) {
            return;
        }
        int socket = call.subject().socket();
        SocketState state = call.subject().socketState();
        boolean gone = state == SocketState.CLOSING || state == SocketState.CLOSED;
        if (gone && closes.containsKey(socket)) {
            sink.violated(
                    call.function() + " was called on socket " + socket + " after WskCloseSocket",
                    entry,
                    closes.getOrDefault(socket, 0L));
        } else if (call.function() == WskFunction.WskCloseSocket && socket != 0) {
            closes.put(socket, entry.number());
        }
    }
}
