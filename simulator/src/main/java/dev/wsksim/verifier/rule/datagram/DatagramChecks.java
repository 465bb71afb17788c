package dev.wsksim.verifier.rule.datagram;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.call.WskCallSettled;
import dev.wsksim.wsk.socket.SocketState;
import java.util.Map;

/** Judges calls of datagram functions, each by itself. */
final class DatagramChecks {

    private static final String NULL = "NULL";

    private DatagramChecks() {}

    private static boolean sends(WskFunction function) {
        return function == WskFunction.WskSendTo || function == WskFunction.WskSendMessages;
    }

    static void reservedFlags(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        String flags = call.arguments().getOrDefault("Flags", "0");
        boolean isReserved = sends(call.function()) || call.function() == WskFunction.WskReceiveFrom;
        if (isReserved && !flags.equals("0")) {
            sink.violated(call.function() + " was called with Flags " + flags + ", which is reserved", entry);
        }
    }

    static void bound(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        boolean needsAddress = sends(call.function()) || call.function() == WskFunction.WskReceiveFrom;
        if (needsAddress && call.subject().socketState() == SocketState.CREATED) {
            sink.violated(
                    call.function() + " was called on socket " + call.subject().socket() + ", which is not bound",
                    entry);
        }
    }

    static void bufferList(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        if (call.function() == WskFunction.WskSendMessages
                && NULL.equals(call.arguments().get("BufferList"))) {
            sink.violated("WskSendMessages was called with BufferList NULL", entry);
        }
    }

    static void destination(TraceEntry entry, WskCallSettled settled, ViolationSink sink) {
        boolean isMissing = sends(settled.function())
                && settled.status() == NtStatus.STATUS_INVALID_PARAMETER
                && settled.reason().startsWith("RemoteAddress is NULL");
        if (isMissing) {
            sink.violated(
                    settled.function() + " was called with RemoteAddress NULL, and no fixed address is set", entry);
        }
    }

    static void controlInfo(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        if (!sends(call.function())) {
            return;
        }
        boolean hasLength =
                !call.arguments().getOrDefault("ControlInfoLength", "0").equals("0");
        boolean hasInfo = !call.arguments().getOrDefault("ControlInfo", NULL).equals(NULL);
        if (hasLength != hasInfo) {
            sink.violated(
                    call.function() + " was called with ControlInfoLength "
                            + call.arguments().get("ControlInfoLength") + " and ControlInfo "
                            + (hasInfo ? "not NULL" : NULL),
                    entry);
        }
    }

    static void wholeObjects(TraceEntry entry, WskCallSettled settled, ViolationSink sink) {
        boolean isTorn = sends(settled.function()) && settled.reason().startsWith("ControlInfoLength is ");
        if (isTorn) {
            sink.violated(settled.function() + ": " + settled.reason(), entry);
        }
    }

    static void receivedControl(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        Map<String, String> arguments = call.arguments();
        boolean isIgnored = call.function() == WskFunction.WskReceiveFrom
                && NULL.equals(arguments.get("ControlLength"))
                && !NULL.equals(arguments.get("ControlInfo"));
        if (isIgnored) {
            sink.violated("WskReceiveFrom was called with ControlLength NULL and ControlInfo not NULL", entry);
        }
    }
}
