package dev.wsksim.verifier.rule.socket;

import dev.wsksim.trace.TraceEntry;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.WskCallEntered;

/** Looks for a context without a table and the reverse, and for either of them on a basic socket. */
final class ContextCheck {

    private static final String NULL = "NULL";
    /** WSK_FLAG_BASIC_SOCKET as the trace writes it. */
    private static final String BASIC = Integer.toString(Wsk.WSK_FLAG_BASIC_SOCKET);

    private ContextCheck() {}

    static void observe(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        boolean context = !call.arguments().getOrDefault("SocketContext", NULL).equals(NULL);
        boolean dispatch = !call.arguments().getOrDefault("Dispatch", NULL).equals(NULL);
        boolean basic = call.function() == WskFunction.WskSocket
                && call.arguments().getOrDefault("Flags", "").equals(BASIC);
        if (basic && (context || dispatch)) {
            String what =
                    context && dispatch ? "a SocketContext and a Dispatch" : context ? "a SocketContext" : "a Dispatch";
            sink.violated("WskSocket was given " + what + " for a basic socket, which has no callbacks", entry);
        } else if (context != dispatch) {
            String what = context ? "a SocketContext but no Dispatch" : "a Dispatch but no SocketContext";
            sink.violated(call.function() + " was given " + what, entry);
        }
    }
}
