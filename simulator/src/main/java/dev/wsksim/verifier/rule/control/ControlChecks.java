package dev.wsksim.verifier.rule.control;

import com.google.common.collect.ImmutableSet;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.control.Shape;
import dev.wsksim.wsk.control.SocketOperation;
import dev.wsksim.wsk.control.SocketOperations;
import dev.wsksim.wsk.control.When;
import dev.wsksim.wsk.socket.SocketState;
import dev.wsksim.wsk.socket.SocketTriple;
import org.jspecify.annotations.Nullable;

/** Judges control operations by their own arguments and the state of their socket. */
final class ControlChecks {

    private static final ImmutableSet<String> REQUEST_TYPES =
            ImmutableSet.of("WskSetOption", "WskGetOption", "WskIoctl");
    private static final ImmutableSet<String> CODES_WITHOUT_INPUT =
            ImmutableSet.of("WSK_TRANSPORT_LIST_QUERY", "WSK_TRANSPORT_LIST_CHANGE");
    private static final ImmutableSet<String> CODES_WITH_OUTPUT =
            ImmutableSet.of("WSK_TRANSPORT_LIST_QUERY", "WSK_CACHE_SD");

    private ControlChecks() {}

    static void time(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        SocketOperation operation = operation(call);
        SocketState state = call.subject().socketState();
        if (operation != null && state != null && isWrongTime(call, operation, state)) {
            sink.violated(
                    "WskControlSocket with " + operation + " was called on a socket that is " + state.text()
                            + "; it is " + operation.when().demand(),
                    entry);
        }
    }

    /** Tells whether a call is made at a time that is not the operation's; late options are for WSK-SOCKET-005. */
    static boolean isWrongTime(WskCallEntered call, SocketOperation operation, SocketState state) {
        boolean reads = argument(call, "RequestType").equals("WskGetOption");
        return !reads
                && operation.when() != When.BEFORE_BIND
                && (!operation.when().allows(state) || isTooEarlyForEvents(operation, call, state));
    }

    /** A socket with a connection takes events when it is connected: bound is enough for datagram sockets only. */
    private static boolean isTooEarlyForEvents(SocketOperation operation, WskCallEntered call, SocketState state) {
        SocketTriple transport = call.subject().transport();
        return operation.when() == When.EVENTS
                && transport != null
                && transport.socketType() == Ws2def.SOCK_STREAM
                && (state == SocketState.BOUND || state == SocketState.CONNECTING);
    }

    static void buffers(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        if (call.function() != WskFunction.WskControlSocket && call.function() != WskFunction.WskControlClient) {
            return;
        }
        if (!takesInput(call)) {
            judge(entry, call, "InputBuffer", "InputSize", sink);
        }
        if (!returnsOutput(call)) {
            judge(entry, call, "OutputBuffer", "OutputSize", sink);
        }
    }

    private static void judge(TraceEntry entry, WskCallEntered call, String buffer, String size, ViolationSink sink) {
        boolean given = !argument(call, buffer).equals("NULL");
        boolean sized = !argument(call, size).equals("0");
        if (given || sized) {
            sink.violated(
                    call.function() + " with " + argument(call, "ControlCode") + " was called with "
                            + (given ? buffer + " not NULL" : size + " " + argument(call, size)),
                    entry);
        }
    }

    private static boolean takesInput(WskCallEntered call) {
        if (call.function() == WskFunction.WskControlClient) {
            return !CODES_WITHOUT_INPUT.contains(argument(call, "ControlCode"));
        }
        SocketOperation operation = operation(call);
        return switch (argument(call, "RequestType")) {
            case "WskSetOption" -> true;
            case "WskGetOption" -> operation == null;
            default -> operation == null || operation.in() != Shape.NOTHING;
        };
    }

    private static boolean returnsOutput(WskCallEntered call) {
        String code = argument(call, "ControlCode");
        if (call.function() == WskFunction.WskControlClient) {
            return CODES_WITH_OUTPUT.contains(code) || !code.startsWith("WSK_");
        }
        SocketOperation operation = operation(call);
        return switch (argument(call, "RequestType")) {
            case "WskSetOption" -> operation == null;
            case "WskGetOption" -> true;
            default -> operation == null || operation.out() != Shape.NOTHING;
        };
    }

    static void tdi(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        if (call.function() == WskFunction.WskControlClient
                && argument(call, "ControlCode").equals("WSK_TDI_DEVICENAME_MAPPING")) {
            sink.violated("WskControlClient was called with " + argument(call, "ControlCode"), entry);
        }
    }

    static void requestType(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        if (call.function() == WskFunction.WskControlSocket && !REQUEST_TYPES.contains(argument(call, "RequestType"))) {
            sink.violated("WskControlSocket was called with RequestType " + argument(call, "RequestType"), entry);
        }
    }

    static @Nullable SocketOperation operation(WskCallEntered call) {
        return call.function() == WskFunction.WskControlSocket
                ? SocketOperations.byName(argument(call, "ControlCode")).orElse(null)
                : null;
    }

    static String argument(WskCallEntered call, String name) {
        return call.arguments().getOrDefault(name, "");
    }
}
