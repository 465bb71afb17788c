package dev.wsksim.verifier.rule.listen;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.IrpCompleted;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.LongsByNumber;
import dev.wsksim.verifier.RuleCheck;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.event.CallbackEntered;
import dev.wsksim.wsk.socket.SocketState;
import java.util.LinkedHashMap;
import java.util.Map;

/** Knows which sockets are dead to the driver's knowledge: a function or a callback has told it. */
final class DeadSocketCheck implements RuleCheck {

    private static final String NULL = "NULL";

    /** For each IRP that is in use the socket of the call that got it. */
    private final LongsByNumber socketOfIrp = new LongsByNumber();

    private final Map<Integer, Long> told = new LinkedHashMap<>();

    @Override
    public boolean wants(Class<? extends TraceRecord> type) {
        return type == WskCallEntered.class || type == IrpCompleted.class || type == CallbackEntered.class;
    }

    @Override
    public void observe(TraceEntry entry, ViolationSink sink) {
        if (entry.record() instanceof WskCallEntered call) {
            called(entry, call, sink);
        } else if (entry.record() instanceof IrpCompleted completed) {
            long socket = socketOfIrp.put(completed.irp(), 0);
            if (socket != 0 && completed.status() == NtStatus.STATUS_FILE_FORCED_CLOSED) {
                told.putIfAbsent(Math.toIntExact(socket), entry.number());
            }
        } else if (entry.record() instanceof CallbackEntered entered && tellsOfDeath(entered)) {
            told.putIfAbsent(entered.socket(), entry.number());
        }
    }

    private static boolean tellsOfDeath(CallbackEntered entered) {
        return NULL.equals(entered.arguments().get("AcceptSocket"))
                || NULL.equals(entered.arguments().get("InspectID"))
                || NULL.equals(entered.arguments().get("DataIndication"));
    }

    private void called(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        int socket = call.subject().socket();
        if (socket == 0) {
            return;
        }
        if (call.irp() != 0) {
            socketOfIrp.put(call.irp(), socket);
        }
        Long since = told.isEmpty() ? null : told.get(socket);
        boolean useless = call.subject().socketState() == SocketState.DEAD
                && call.function() != WskFunction.WskCloseSocket
                && call.function() != WskFunction.WskRelease;
        if (since != null && useless) {
            sink.violated(call.function() + " was called on socket " + socket + ", which is dead", entry, since);
        }
    }
}
