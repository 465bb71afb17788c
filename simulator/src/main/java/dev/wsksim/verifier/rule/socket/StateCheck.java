package dev.wsksim.verifier.rule.socket;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.RuleCheck;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.SocketBound;
import dev.wsksim.wsk.call.SocketEvent;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.socket.SocketState;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Holds a function against the state of its socket, and cites the entry that brought the socket there as far as it is
 * known.
 */
final class StateCheck implements RuleCheck {

    /** What a function demands of the state. */
    @FunctionalInterface
    interface Demand {

        /** Returns what is wrong about a call on a socket in this state; empty when nothing is. */
        String objection(WskCallEntered call, SocketState state);
    }

    private final Demand demand;
    private final Set<WskFunction> functions;
    private final Map<Integer, Long> lastEvent = new LinkedHashMap<>();

    /** Makes a check of what these functions demand. */
    StateCheck(Demand demand, WskFunction... functions) {
        this.demand = demand;
        this.functions = Sets.immutableEnumSet(Arrays.asList(functions));
    }

    @Override
    public boolean wants(Class<? extends TraceRecord> type) {
        return type == SocketEvent.class || type == SocketBound.class || type == WskCallEntered.class;
    }

    @Override
    public boolean wants(WskFunction function) {
        return functions.contains(function);
    }

    @Override
    public void observe(TraceEntry entry, ViolationSink sink) {
        if (entry.record() instanceof SocketEvent event) {
            lastEvent.put(event.socket(), entry.number());
        } else if (entry.record() instanceof SocketBound bound && bound.status().isSuccess()) {
            lastEvent.put(bound.socket(), entry.number());
        } else if (entry.record() instanceof WskCallEntered call) {
            judge(entry, call, sink);
        }
    }

    private void judge(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        SocketState state = call.subject().socketState();
        if (state == null || state == SocketState.CLOSING || state == SocketState.CLOSED) {
            return;
        }
        String objection = demand.objection(call, state);
        if (!objection.isEmpty()) {
            Long before = lastEvent.get(call.subject().socket());
            sink.violated(
                    call.function() + " was called on socket " + call.subject().socket() + ", " + objection,
                    before == null ? ImmutableList.of(entry.number()) : ImmutableList.of(entry.number(), before));
        }
    }
}
