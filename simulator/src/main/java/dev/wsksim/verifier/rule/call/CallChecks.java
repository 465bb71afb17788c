package dev.wsksim.verifier.rule.call;

import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.CallSubject;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.client.WskTransport;
import dev.wsksim.wsk.socket.SocketTriple;

/** Judges each call by its own arguments. */
final class CallChecks {

    private static final long CATEGORY_FLAGS = Wsk.WSK_FLAG_LISTEN_SOCKET
            | Wsk.WSK_FLAG_CONNECTION_SOCKET
            | Wsk.WSK_FLAG_DATAGRAM_SOCKET
            | Wsk.WSK_FLAG_STREAM_SOCKET;

    private CallChecks() {}

    static void irql(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        if (call.irql().isAbove(limit(call))) {
            sink.violated(
                    call.function() + " was called at " + call.irql() + ", but is allowed at IRQL <= " + limit(call),
                    entry);
        }
    }

    private static Irql limit(WskCallEntered call) {
        boolean mayWait = call.function() == WskFunction.WskCaptureProviderNPI
                && !"WSK_NO_WAIT".equals(call.arguments().get("WaitTimeout"));
        return mayWait ? Irql.PASSIVE_LEVEL : call.function().maxIrql();
    }

    static void reservedFlags(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        if (hasReservedFlags(call.function())) {
            String flags = call.arguments().getOrDefault("Flags", "0");
            if (!flags.equals("0")) {
                sink.violated(call.function() + " was called with Flags " + flags + ", which is reserved", entry);
            }
        }
    }

    private static boolean hasReservedFlags(WskFunction function) {
        return takesLocalAddress(function) || takesRemoteAddress(function) || function == WskFunction.WskAccept;
    }

    private static boolean takesLocalAddress(WskFunction function) {
        return function == WskFunction.WskSocketConnect || function == WskFunction.WskBind;
    }

    private static boolean takesRemoteAddress(WskFunction function) {
        return function == WskFunction.WskSocketConnect
                || function == WskFunction.WskConnect
                || function == WskFunction.WskConnectEx;
    }

    static void addressGiven(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        if (takesLocalAddress(call.function()) && call.subject().localFamily() == CallSubject.NO_FAMILY) {
            sink.violated(call.function() + " was called with LocalAddress NULL", entry);
        }
        if (takesRemoteAddress(call.function()) && call.subject().remoteFamily() == CallSubject.NO_FAMILY) {
            sink.violated(call.function() + " was called with RemoteAddress NULL", entry);
        }
    }

    static void addressFamily(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        if (call.subject().transport() != null) {
            int family = call.subject().transport().addressFamily();
            judgeFamily(entry, call, "LocalAddress", call.subject().localFamily(), family, sink);
            judgeFamily(entry, call, "RemoteAddress", call.subject().remoteFamily(), family, sink);
        }
    }

    private static void judgeFamily(
            TraceEntry entry, WskCallEntered call, String name, int given, int wanted, ViolationSink sink) {
        boolean known = call.function() != WskFunction.WskSocketConnect
                || call.subject().localFamily() != CallSubject.NO_FAMILY;
        if (known && given != CallSubject.NO_FAMILY && given != wanted) {
            sink.violated(
                    name + " of " + call.function() + " is of " + Ws2def.familyName(given) + ", but the socket is of "
                            + Ws2def.familyName(wanted),
                    entry);
        }
    }

    static void listedTransport(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        if (!knowsTransport(call)) {
            return;
        }
        SocketTriple wanted = call.subject().transport();
        if (wanted == null) {
            return;
        }
        boolean listed = WskTransport.TCPIP.stream()
                .anyMatch(
                        transport -> transport.covers(wanted.addressFamily(), wanted.socketType(), wanted.protocol()));
        if (!listed) {
            sink.violated(call.function() + " was asked for " + wanted + ", which is not in the transport list", entry);
        }
    }

    private static boolean knowsTransport(WskCallEntered call) {
        boolean connects = call.function() == WskFunction.WskSocketConnect;
        return call.function() == WskFunction.WskSocket
                || (connects && call.subject().localFamily() != CallSubject.NO_FAMILY);
    }

    static void category(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        if (call.function() == WskFunction.WskSocket) {
            long flags = Long.parseLong(call.arguments().getOrDefault("Flags", "0"));
            if (Long.bitCount(flags) > 1 || (flags & ~CATEGORY_FLAGS) != 0) {
                sink.violated("WskSocket was called with Flags " + flags + ", which is not one category", entry);
            }
        }
    }

    static void sizeReturned(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        String operation = call.arguments().getOrDefault("ControlCode", "");
        boolean given =
                !call.arguments().getOrDefault("OutputSizeReturned", "NULL").equals("NULL");
        if (given && !operation.equals("WSK_TRANSPORT_LIST_QUERY")) {
            sink.violated(
                    call.function() + " with " + operation + " was called with OutputSizeReturned not NULL", entry);
        }
    }

    static void reservedMember(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        if (call.function() == WskFunction.WskRegister) {
            String reserved = call.arguments().getOrDefault("Reserved", "0");
            if (!reserved.equals("0")) {
                sink.violated("WskRegister was called with WSK_CLIENT_DISPATCH.Reserved " + reserved, entry);
            }
        }
    }
}
