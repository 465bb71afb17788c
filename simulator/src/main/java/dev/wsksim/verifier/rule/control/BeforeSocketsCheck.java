package dev.wsksim.verifier.rule.control;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.RuleCheck;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.WskCallEntered;
import java.util.LinkedHashMap;
import java.util.Map;

/** Holds what is set for all sockets of a client against its first call that asks for one. */
final class BeforeSocketsCheck implements RuleCheck {

    private static final ImmutableSet<String> EARLY =
            ImmutableSet.of("WSK_SET_STATIC_EVENT_CALLBACKS", "WSK_TDI_DEVICENAME_MAPPING", "WSK_TDI_BEHAVIOR");

    private final Map<Integer, Long> firstSocket = new LinkedHashMap<>();

    @Override
    public boolean wants(Class<? extends TraceRecord> type) {
        return type == WskCallEntered.class;
    }

    @Override
    public boolean wants(WskFunction function) {
        return function == WskFunction.WskSocket
                || function == WskFunction.WskSocketConnect
                || function == WskFunction.WskControlClient;
    }

    @Override
    public void observe(TraceEntry entry, ViolationSink sink) {
        if (!(entry.record() instanceof WskCallEntered call)) {
            return;
        }
        int client = call.subject().client();
        if (call.function() == WskFunction.WskSocket || call.function() == WskFunction.WskSocketConnect) {
            firstSocket.putIfAbsent(client, entry.number());
        } else if (call.function() == WskFunction.WskControlClient) {
            String code = call.arguments().getOrDefault("ControlCode", "");
            Long before = firstSocket.get(client);
            if (before != null && EARLY.contains(code)) {
                sink.violated(
                        "WskControlClient with " + code + " was called after the first socket was asked for",
                        ImmutableList.of(entry.number(), before));
            }
        }
    }
}
