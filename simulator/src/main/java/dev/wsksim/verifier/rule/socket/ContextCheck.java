package dev.wsksim.verifier.rule.socket;

import dev.wsksim.trace.TraceEntry;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.wsk.call.WskCallEntered;

/** Looks for a context without a table and the reverse. */
final class ContextCheck {

    private static final String NULL = "NULL";

    private ContextCheck() {}

    static void observe(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        boolean context = !call.arguments().getOrDefault("SocketContext", NULL).equals(NULL);
        boolean dispatch = !call.arguments().getOrDefault("Dispatch", NULL).equals(NULL);
        if (context != dispatch) {
            String what = context ? "a SocketContext but no Dispatch" : "a Dispatch but no SocketContext";
            sink.violated(call.function() + " was given " + what, entry);
        }
    }
}
