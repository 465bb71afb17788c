package dev.wsksim.verifier.rule.socket;

import com.google.common.collect.ImmutableSet;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.socket.SocketState;

/**
 * What functions demand of the state of their socket. Of a dead one a driver may learn from
 * STATUS_FILE_FORCED_CLOSED alone, so to call a function on it breaks none of these.
 */
final class StateDemands {

    private static final String FINE = "";
    private static final ImmutableSet<String> BEFORE_BIND = ImmutableSet.of(
            "SO_REUSEADDR", "SO_EXCLUSIVEADDRUSE", "SO_WSK_SECURITY", "SO_CONDITIONAL_ACCEPT", "IPV6_V6ONLY");

    private StateDemands() {}

    static String boundBeforeConnect(WskCallEntered call, SocketState state) {
        boolean connects = call.function() == WskFunction.WskConnect || call.function() == WskFunction.WskConnectEx;
        boolean early = connects && state == SocketState.CREATED;
        return early ? "which is not bound" : FINE;
    }

    static String boundAndConnectedOnce(WskCallEntered call, SocketState state) {
        if (state == SocketState.DEAD) {
            return FINE;
        }
        boolean again = call.function() == WskFunction.WskBind
                ? state != SocketState.CREATED
                : (call.function() == WskFunction.WskConnect || call.function() == WskFunction.WskConnectEx)
                        && state != SocketState.CREATED
                        && state != SocketState.BOUND;
        return again ? "which is " + state.text() + " already" : FINE;
    }

    static String addressKnown(WskCallEntered call, SocketState state) {
        if (call.function() == WskFunction.WskGetLocalAddress && state == SocketState.CREATED) {
            return "which is not bound";
        }
        boolean early = call.function() == WskFunction.WskGetRemoteAddress
                && state != SocketState.DEAD
                && !state.wasConnected();
        return early ? "which is not connected" : FINE;
    }

    static String optionBeforeBind(WskCallEntered call, SocketState state) {
        boolean sets = "WskSetOption".equals(call.arguments().get("RequestType"));
        String option = call.arguments().getOrDefault("ControlCode", "");
        boolean late = sets && BEFORE_BIND.contains(option) && state != SocketState.CREATED;
        return late ? "which is " + state.text() + ", to set " + option : FINE;
    }
}
