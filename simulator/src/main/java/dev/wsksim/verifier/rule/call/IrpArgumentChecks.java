package dev.wsksim.verifier.rule.call;

import com.google.common.collect.ImmutableSet;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.WskCallEntered;

/** Judges whether an IRP was passed where there must be one, and none where there must be none. */
final class IrpArgumentChecks {

    private static final ImmutableSet<String> NEEDED = ImmutableSet.of(
            "WSK_TRANSPORT_LIST_CHANGE",
            "SO_BROADCAST",
            "SO_CONDITIONAL_ACCEPT",
            "SO_EXCLUSIVEADDRUSE",
            "SO_KEEPALIVE",
            "SO_RCVBUF",
            "SO_REUSEADDR",
            "SO_WSK_SECURITY");

    private static final ImmutableSet<String> FORBIDDEN = ImmutableSet.of(
            "WSK_TRANSPORT_LIST_QUERY",
            "WSK_CACHE_SD",
            "WSK_RELEASE_SD",
            "WSK_SET_STATIC_EVENT_CALLBACKS",
            "WSK_TDI_DEVICENAME_MAPPING",
            "WSK_TDI_BEHAVIOR");

    private IrpArgumentChecks() {}

    static void needed(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        if (call.irp() == 0 && call.function().takesIrp()) {
            String operation = operation(call);
            if (!isControl(call.function()) || NEEDED.contains(operation)) {
                sink.violated(words(call, operation) + " was called without an IRP", entry);
            }
        }
    }

    static void forbidden(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        if (call.irp() != 0 && isControl(call.function())) {
            String operation = operation(call);
            if (FORBIDDEN.contains(operation)) {
                sink.violated(words(call, operation) + " was called with IRP " + call.irp(), entry);
            }
        }
    }

    private static boolean isControl(WskFunction function) {
        return function == WskFunction.WskControlClient || function == WskFunction.WskControlSocket;
    }

    private static String operation(WskCallEntered call) {
        return call.arguments().getOrDefault("ControlCode", "");
    }

    private static String words(WskCallEntered call, String operation) {
        return call.function() + (operation.isEmpty() ? "" : " with " + operation);
    }
}
