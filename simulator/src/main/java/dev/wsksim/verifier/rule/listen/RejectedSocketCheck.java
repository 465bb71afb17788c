package dev.wsksim.verifier.rule.listen;

import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.RuleCheck;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.event.CallbackEntered;
import dev.wsksim.wsk.event.CallbackReturned;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Knows the sockets that WskAcceptEvent did not accept. */
final class RejectedSocketCheck implements RuleCheck {

    /** The socket last handed to the callback of each listening socket. */
    private final Map<Integer, Integer> handed = new LinkedHashMap<>();

    private final Map<Integer, Long> rejected = new LinkedHashMap<>();

    @Override
    public boolean wants(Class<? extends TraceRecord> type) {
        return type == CallbackEntered.class || type == CallbackReturned.class || type == WskCallEntered.class;
    }

    @Override
    public void observe(TraceEntry entry, ViolationSink sink) {
        if (entry.record() instanceof CallbackEntered entered) {
            OptionalInt socket = HandedSocket.of(entered);
            if (socket.isPresent()) {
                handed.put(entered.socket(), socket.getAsInt());
            }
        } else if (entry.record() instanceof CallbackReturned returned
                && returned.callback().equals("WskAcceptEvent")
                && !returned.returned().equals("STATUS_SUCCESS")) {
            Integer socket = handed.remove(returned.socket());
            if (socket != null) {
                rejected.put(socket, entry.number());
            }
        } else if (entry.record() instanceof WskCallEntered call) {
            Long since = rejected.isEmpty() ? null : rejected.get(call.subject().socket());
            if (since != null) {
                sink.violated(
                        call.function() + " was called on socket "
                                + call.subject().socket() + ", which WskAcceptEvent has not accepted",
                        entry,
                        since);
            }
        }
    }
}
