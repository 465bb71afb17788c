package dev.wsksim.verifier.rule.control;

import dev.wsksim.trace.TraceEntry;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.control.SocketOperation;
import dev.wsksim.wsk.event.EventFlag;
import dev.wsksim.wsk.socket.SocketState;
import java.util.regex.Pattern;

/** Judges what SO_WSK_EVENT_CALLBACK enables and disables: NpiId and EventMask. */
final class EventMaskChecks {

    private static final Pattern EVENT = Pattern.compile("WSK_EVENT_(?!DISABLE)");
    private static final String DISABLE = "WSK_EVENT_DISABLE";

    private EventMaskChecks() {}

    static void oneEventDisabled(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        String input = ControlChecks.argument(call, "InputBuffer");
        if (isEventCallback(call) && input.contains(DISABLE)) {
            long events = EVENT.matcher(input).results().count();
            if (events != 1) {
                sink.violated("WskControlSocket was called to disable " + events + " callbacks at once", entry);
            }
        }
    }

    static void enabledWithIrp(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        boolean enables = isEventCallback(call)
                && !ControlChecks.argument(call, "InputBuffer").contains(DISABLE);
        if (enables && call.irp() != 0) {
            sink.violated("WskControlSocket was called to enable callbacks with IRP " + call.irp(), entry);
        }
    }

    static void callable(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        String input = ControlChecks.argument(call, "InputBuffer");
        SocketOperation operation = ControlChecks.operation(call);
        SocketState state = call.subject().socketState();
        boolean judged = isEventCallback(call) && input.contains("EventMask");
        if (!judged || operation == null || state == null || ControlChecks.isWrongTime(call, operation, state)) {
            return;
        }
        String objection = objection(call, input);
        if (!objection.isEmpty()) {
            sink.violated("WskControlSocket with SO_WSK_EVENT_CALLBACK was called " + objection, entry);
        }
    }

    private static String objection(WskCallEntered call, String input) {
        if (!input.contains("NpiId NPI_WSK_INTERFACE_ID")) {
            return "with an NpiId that is not NPI_WSK_INTERFACE_ID: " + input;
        }
        boolean disables = input.contains(DISABLE);
        if (!disables && !EVENT.matcher(input).find()) {
            return "with an EventMask that has no event: " + input;
        }
        for (EventFlag event : EventFlag.values()) {
            if (names(input, event) && (call.subject().events() & event.bit()) == 0) {
                return "for " + event + ", which socket " + call.subject().socket() + " does not have";
            }
        }
        for (EventFlag event : EventFlag.values()) {
            if (!disables && names(input, event) && (call.subject().callbacks() & event.bit()) == 0) {
                return "to enable " + event + ", whose callback is NULL in the dispatch table of socket "
                        + call.subject().socket();
            }
        }
        return "";
    }

    /** The mask is text: WSK_EVENT_RECEIVE must not be found in WSK_EVENT_RECEIVE_FROM. */
    private static boolean names(String input, EventFlag event) {
        int at = input.indexOf(event.name());
        while (at >= 0) {
            int end = at + event.name().length();
            if (end == input.length() || input.charAt(end) != '_') {
                return true;
            }
            at = input.indexOf(event.name(), end);
        }
        return false;
    }

    private static boolean isEventCallback(WskCallEntered call) {
        return ControlChecks.argument(call, "ControlCode").equals("SO_WSK_EVENT_CALLBACK")
                && ControlChecks.argument(call, "RequestType").equals("WskSetOption");
    }
}
