package dev.wsksim.verifier.rule.control;

import com.google.common.collect.ImmutableList;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.RuleCheck;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.WskCallEntered;
import java.util.LinkedHashMap;
import java.util.Map;

/** Holds every call on a socket against an earlier one that asked for silent mode. */
final class AfterSilentModeCheck implements RuleCheck {

    private final Map<Integer, Long> silenced = new LinkedHashMap<>();

    @Override
    public boolean wants(Class<? extends TraceRecord> type) {
        return type == WskCallEntered.class;
    }

    @Override
    public boolean wants(WskFunction function) {
        return function != WskFunction.WskCloseSocket;
    }

    @Override
    public void observe(TraceEntry entry, ViolationSink sink) {
        if (!(entry.record() instanceof WskCallEntered call) || call.subject().socket() == 0) {
            return;
        }
        int socket = call.subject().socket();
        Long before = silenced.isEmpty() ? null : silenced.get(socket);
        if (before != null) {
            sink.violated(
                    call.function() + " was called on socket " + socket + ", which is in silent mode",
                    ImmutableList.of(entry.number(), before));
        } else if (asksForSilence(call)) {
            silenced.put(socket, entry.number());
        }
    }

    private static boolean asksForSilence(WskCallEntered call) {
        return call.function() == WskFunction.WskControlSocket
                && "SIO_WSK_SET_TCP_SILENT_MODE".equals(call.arguments().get("ControlCode"))
                && call.subject().socketState() != null
                && call.subject().socketState().wasConnected();
    }
}
