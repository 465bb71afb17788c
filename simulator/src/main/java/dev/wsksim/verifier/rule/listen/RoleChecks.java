package dev.wsksim.verifier.rule.listen;

import com.google.common.collect.Sets;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.event.CallbackMisused;
import dev.wsksim.wsk.socket.SocketState;
import java.util.Set;

/** Holds the functions of listening and connecting against what their socket is. */
final class RoleChecks {

    private static final String NULL = "NULL";
    private static final Set<WskFunction> OF_CONNECTIONS = Sets.immutableEnumSet(
            WskFunction.WskConnect,
            WskFunction.WskConnectEx,
            WskFunction.WskSend,
            WskFunction.WskReceive,
            WskFunction.WskDisconnect,
            WskFunction.WskRelease,
            WskFunction.WskGetRemoteAddress);

    private RoleChecks() {}

    static void listensBeforeAccept(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        SocketState state = call.subject().socketState();
        boolean early = state == SocketState.CREATED || state == SocketState.BOUND;
        if (call.function() == WskFunction.WskAccept && early) {
            report(entry, call, sink, "which does not listen");
        }
    }

    static void boundBeforeListen(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        SocketState state = call.subject().socketState();
        if (call.function() != WskFunction.WskListen) {
            return;
        }
        if (state == SocketState.CREATED) {
            report(entry, call, sink, "which is not bound");
        } else if (state == SocketState.LISTENING) {
            report(entry, call, sink, "which listens already");
        }
    }

    static void oneRole(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        SocketState state = call.subject().socketState();
        boolean listens = call.function() == WskFunction.WskListen || call.function() == WskFunction.WskAccept;
        if (state == SocketState.LISTENING && OF_CONNECTIONS.contains(call.function())) {
            report(entry, call, sink, "which listens");
        } else if (listens && state != null && (state == SocketState.CONNECTING || state.wasConnected())) {
            report(entry, call, sink, "which is " + state.text());
        }
    }

    static void acceptContext(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        boolean context =
                !call.arguments().getOrDefault("AcceptSocketContext", NULL).equals(NULL);
        boolean dispatch =
                !call.arguments().getOrDefault("AcceptSocketDispatch", NULL).equals(NULL);
        if (context != dispatch) {
            String what = context
                    ? "an AcceptSocketContext but no AcceptSocketDispatch"
                    : "an AcceptSocketDispatch but no AcceptSocketContext";
            sink.violated(call.function() + " was given " + what, entry);
        }
    }

    static void storedContext(TraceEntry entry, CallbackMisused misused, ViolationSink sink) {
        if (misused.callback().equals("WskAcceptEvent")) {
            sink.violated(misused.callback() + " of socket " + misused.socket() + ": " + misused.what(), entry);
        }
    }

    private static void report(TraceEntry entry, WskCallEntered call, ViolationSink sink, String what) {
        sink.violated(
                call.function() + " was called on socket " + call.subject().socket() + ", " + what, entry);
    }
}
