package dev.wsksim.verifier.rule.name;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Longs;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.wsk.Ws2defNames;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.name.NameBufferTooSmall;

/** Judges each call of the name functions by its own arguments. */
final class NameChecks {

    private NameChecks() {}

    static void somethingWanted(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        boolean nothing = call.function() == WskFunction.WskGetNameInfo
                && "NULL".equals(call.arguments().get("NodeName"))
                && "NULL".equals(call.arguments().get("ServiceName"));
        if (nothing) {
            sink.violated("WskGetNameInfo was called with NodeName and ServiceName NULL", entry);
        }
    }

    static void addressLength(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        Long length = call.function() == WskFunction.WskGetNameInfo
                ? Longs.tryParse(call.arguments().getOrDefault("SockAddrLength", "0"))
                : null;
        if (length != null && length > Ws2defNames.SIZE_OF_SOCKADDR_STORAGE) {
            sink.violated(
                    "WskGetNameInfo was called with SockAddrLength " + length + ", which is more than "
                            + Ws2defNames.SIZE_OF_SOCKADDR_STORAGE,
                    entry);
        }
    }

    static void terminated(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        if (call.function() == WskFunction.WskGetAddressInfo) {
            for (String parameter : ImmutableList.of("NodeName", "ServiceName")) {
                if (call.arguments().getOrDefault(parameter, "NULL").endsWith("(without a terminating NUL)")) {
                    sink.violated(
                            "WskGetAddressInfo was called with a " + parameter + " that no NUL terminates", entry);
                }
            }
        }
    }

    static void room(TraceEntry entry, NameBufferTooSmall small, ViolationSink sink) {
        sink.violated(
                small.parameter() + " of WskGetNameInfo has " + small.bytes() + " bytes, but the text and its NUL need "
                        + small.needed(),
                entry);
    }
}
