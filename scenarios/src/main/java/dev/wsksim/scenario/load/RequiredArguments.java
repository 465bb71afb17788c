package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableTable;
import dev.wsksim.scenario.model.ArgumentValue;
import dev.wsksim.scenario.model.CallStep;

/** Knows the parameters for which the runner cannot choose a value, so that a call step has to say one. */
final class RequiredArguments {

    private static final String ADDRESS = "RemoteAddress";
    private static final String BUFFER = "Buffer";
    private static final String BUFFER_LIST = "BufferList";
    private static final String SERVER = "for example server:445, or NULL";
    private static final String SERVER_OR_FIXED = "for example server:7, or NULL where a fixed address is set";
    private static final String TO_SEND = "for example \"hello\", 64KiB, or NULL";
    private static final String TO_RECEIVE = "for example 64KiB, 0, or NULL";

    /** By function and parameter, what may be written. */
    private static final ImmutableTable<String, String, String> HINTS = ImmutableTable.<String, String, String>builder()
            .put("WskSocketConnect", ADDRESS, SERVER)
            .put("WskConnect", ADDRESS, SERVER)
            .put("WskConnectEx", ADDRESS, SERVER)
            .put("WskSendTo", ADDRESS, SERVER_OR_FIXED)
            .put("WskSendMessages", ADDRESS, SERVER_OR_FIXED)
            .put("WskSend", BUFFER, TO_SEND)
            .put("WskSendTo", BUFFER, TO_SEND)
            .put("WskReceive", BUFFER, TO_RECEIVE)
            .put("WskReceiveFrom", BUFFER, TO_RECEIVE)
            .put(
                    "WskSendMessages",
                    BUFFER_LIST,
                    "a list with one buffer for each datagram, such as [one, two], or NULL")
            .put("WskInspectComplete", "InspectID", "the name that WskInspectEvent's answer gives it, or NULL")
            .put("WskFreeAddressInfo", "AddrInfo", "the name that Result of WskGetAddressInfo has, or NULL")
            .put("WskGetNameInfo", "SockAddr", SERVER)
            .build();

    private RequiredArguments() {}

    /** Reports what a call step leaves out, and a list that is empty. */
    static void check(CallStep step, Problems problems) {
        HINTS.row(step.function()).forEach((parameter, hint) -> {
            if (!step.arguments().containsKey(parameter)) {
                problems.report(step.position(), 1, step.function() + " needs the parameter " + parameter, hint);
            }
        });
        ArgumentValue list = step.arguments().get(BUFFER_LIST);
        if (list instanceof ArgumentValue.Items items && items.values().isEmpty()) {
            problems.report(items.position(), 2, "a WSK_BUF_LIST has at least one entry", "write NULL for none");
        }
    }
}
