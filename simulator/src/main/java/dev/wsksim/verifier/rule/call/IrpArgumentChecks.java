package dev.wsksim.verifier.rule.call;

import dev.wsksim.trace.TraceEntry;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.control.ClientOperation;
import dev.wsksim.wsk.control.IrpDemand;
import dev.wsksim.wsk.control.SocketOperation;
import dev.wsksim.wsk.control.SocketOperations;

/** Judges whether an IRP was passed where there must be one, and none where there must be none. */
final class IrpArgumentChecks {

    private IrpArgumentChecks() {}

    static void needed(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        if (call.irp() == 0 && call.function().takesIrp()) {
            String operation = operation(call);
            if (!isControl(call.function()) || demand(call, operation) == IrpDemand.REQUIRED) {
                sink.violated(words(call, operation) + " was called without an IRP", entry);
            }
        }
    }

    static void forbidden(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        if (call.irp() != 0 && isControl(call.function())) {
            String operation = operation(call);
            if (demand(call, operation) == IrpDemand.FORBIDDEN) {
                sink.violated(words(call, operation) + " was called with IRP " + call.irp(), entry);
            }
        }
    }

    private static boolean isControl(WskFunction function) {
        return function == WskFunction.WskControlClient || function == WskFunction.WskControlSocket;
    }

    /** What nobody knows demands nothing. */
    private static IrpDemand demand(WskCallEntered call, String operation) {
        return call.function() == WskFunction.WskControlClient
                ? ClientOperation.byName(operation).map(ClientOperation::irp).orElse(IrpDemand.OPTIONAL)
                : SocketOperations.byName(operation).map(SocketOperation::irp).orElse(IrpDemand.OPTIONAL);
    }

    private static String operation(WskCallEntered call) {
        return call.arguments().getOrDefault("ControlCode", "");
    }

    private static String words(WskCallEntered call, String operation) {
        return call.function() + (operation.isEmpty() ? "" : " with " + operation);
    }
}
