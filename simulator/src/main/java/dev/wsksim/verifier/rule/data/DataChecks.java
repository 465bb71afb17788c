package dev.wsksim.verifier.rule.data;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.mm.MemoryMisused;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.call.WskCallSettled;
import dev.wsksim.wsk.socket.SocketState;

/** Judges each use of memory, and each call of a data function, by itself. */
final class DataChecks {

    private static final String WAITALL = "WSK_FLAG_WAITALL";
    private static final String DRAIN = "WSK_FLAG_DRAIN";
    private static final String NONE = "0";
    private static final String UNKNOWN = "0x";

    private DataChecks() {}

    static void notResident(TraceEntry entry, MemoryMisused misused, ViolationSink sink) {
        if (isWskFunction(misused) && misused.block() != 0 && !misused.held()) {
            sink.violated(misused.what(), entry);
        }
    }

    static void touchedWhilePending(TraceEntry entry, MemoryMisused misused, ViolationSink sink) {
        if (misused.held()) {
            sink.violated(misused.what(), entry);
        }
    }

    static void notWellFormed(TraceEntry entry, MemoryMisused misused, ViolationSink sink) {
        if (misused.block() == 0) {
            sink.violated(misused.what(), entry);
        }
    }

    static void mdlRoutines(TraceEntry entry, MemoryMisused misused, ViolationSink sink) {
        if (!misused.held() && !misused.routine().isEmpty() && !isWskFunction(misused)) {
            sink.violated(misused.what(), entry);
        }
    }

    private static boolean isWskFunction(MemoryMisused misused) {
        return WskFunction.byName(misused.routine()).isPresent();
    }

    static void flags(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        String flags = call.arguments().getOrDefault("Flags", NONE);
        if (flags.equals(NONE)) {
            return;
        }
        String objection = switch (call.function()) {
            case WskSend ->
                flags.contains(UNKNOWN) || flags.contains("WSK_FLAG_OOB") ? "takes WSK_FLAG_NODELAY only" : "";
            case WskReceive -> receiveFlags(flags, call);
            case WskDisconnect -> disconnectFlags(flags, call);
            default -> "";
        };
        if (!objection.isEmpty()) {
            sink.violated(call.function() + " was called with Flags " + flags + ", but " + objection, entry);
        }
    }

    private static String receiveFlags(String flags, WskCallEntered call) {
        if (flags.contains(UNKNOWN)) {
            return "takes WSK_FLAG_WAITALL or WSK_FLAG_DRAIN only";
        }
        if (flags.contains(WAITALL) && flags.contains(DRAIN)) {
            return "the two exclude each other";
        }
        boolean hasLength = !buffer(call).equals("NULL") && !buffer(call).endsWith("Length 0}");
        return flags.contains(DRAIN) && hasLength ? "WSK_FLAG_DRAIN demands a Length of 0" : "";
    }

    private static String disconnectFlags(String flags, WskCallEntered call) {
        if (flags.contains(UNKNOWN)) {
            return "takes WSK_FLAG_ABORTIVE only";
        }
        boolean withData = flags.contains("WSK_FLAG_ABORTIVE") && !buffer(call).equals("NULL");
        return withData ? "WSK_FLAG_ABORTIVE demands that Buffer is NULL" : "";
    }

    private static String buffer(WskCallEntered call) {
        return call.arguments().getOrDefault("Buffer", "NULL");
    }

    static void connected(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        SocketState state = call.subject().socketState();
        boolean needsConnection = call.function() == WskFunction.WskSend
                || call.function() == WskFunction.WskReceive
                || call.function() == WskFunction.WskDisconnect;
        boolean early = state == SocketState.CREATED
                || state == SocketState.BOUND
                || state == SocketState.CONNECTING
                || state == SocketState.LISTENING;
        if (needsConnection && early && state != null) {
            sink.violated(
                    call.function() + " was called on socket " + call.subject().socket() + ", which is " + state.text(),
                    entry);
        }
    }

    static void connectExLength(TraceEntry entry, WskCallSettled settled, ViolationSink sink) {
        if (settled.function() == WskFunction.WskConnectEx && settled.status() == NtStatus.STATUS_BUFFER_OVERFLOW) {
            sink.violated("WskConnectEx was called with too much data: " + settled.reason(), entry);
        }
    }
}
