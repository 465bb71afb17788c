package dev.wsksim.verifier.rule.socket;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.io.IrpCompleted;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.RuleCheck;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.verifier.rule.listen.HandedSocket;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.event.CallbackEntered;
import dev.wsksim.wsk.event.CallbackReturned;
import java.util.LinkedHashMap;
import java.util.Map;

/** Knows the sockets that were handed to the driver, in an IRP or to WskAcceptEvent, and not closed. */
final class OpenAtEndCheck implements RuleCheck {

    private final Map<Long, Long> handedOver = new LinkedHashMap<>();
    private final Map<Integer, Long> handedInCallback = new LinkedHashMap<>();

    @Override
    public boolean wants(Class<? extends TraceRecord> type) {
        return type == IrpCompleted.class
                || type == WskCallEntered.class
                || type == CallbackEntered.class
                || type == CallbackReturned.class;
    }

    @Override
    public boolean wants(WskFunction function) {
        return function == WskFunction.WskCloseSocket;
    }

    @Override
    public void observe(TraceEntry entry, ViolationSink sink) {
        if (entry.record() instanceof IrpCompleted completed && completed.pointer() && deliversSocket(completed.by())) {
            handedOver.put(completed.information(), entry.number());
        } else if (entry.record() instanceof WskCallEntered call) {
            handedOver.remove((long) call.subject().socket());
        } else if (entry.record() instanceof CallbackEntered entered) {
            HandedSocket.of(entered).ifPresent(socket -> {
                handedOver.put((long) socket, entry.number());
                handedInCallback.put(entered.socket(), (long) socket);
            });
        } else if (entry.record() instanceof CallbackReturned returned
                && returned.callback().equals("WskAcceptEvent")) {
            Long socket = handedInCallback.remove(returned.socket());
            if (socket != null && !returned.returned().equals("STATUS_SUCCESS")) {
                handedOver.remove(socket);
            }
        }
    }

    private static boolean deliversSocket(String function) {
        return function.equals(WskFunction.WskSocket.name())
                || function.equals(WskFunction.WskSocketConnect.name())
                || function.equals(WskFunction.WskAccept.name());
    }

    @Override
    public void atEnd(ViolationSink sink) {
        handedOver.forEach(
                (socket, entry) -> sink.violated("socket " + socket + " was never closed", ImmutableList.of(entry)));
    }
}
