package dev.wsksim.verifier;

import static dev.wsksim.verifier.RuleHistoriesTest.CallRecord.called;
import static dev.wsksim.verifier.RuleHistoriesTest.caught;
import static dev.wsksim.verifier.RuleHistoriesTest.returned;

import com.google.common.collect.ImmutableMap;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.RuleHistoriesTest.Histories;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.data.ParameterMemoryMisused;
import dev.wsksim.wsk.event.CallbackEntered;
import dev.wsksim.wsk.event.CallbackMisused;
import dev.wsksim.wsk.socket.SocketState;
import java.util.List;

/** Histories for the rules about memory of parameters, about how long lists are kept, and others that came later. */
final class LaterHistories {

    private LaterHistories() {}

    private static TraceRecord memory(ParameterMemoryMisused.Misuse misuse) {
        return new ParameterMemoryMisused("WskAccept", "LocalAddress", misuse, 1, "what it did");
    }

    private static TraceRecord receives(String flags) {
        return new CallbackEntered("WskReceiveEvent", 1, Irql.DISPATCH_LEVEL, ImmutableMap.of("Flags", flags));
    }

    private static TraceRecord sendsTo(SocketState state) {
        return called(WskFunction.WskSendTo).on(1, state).record();
    }

    private static TraceRecord tdi(String code) {
        return called(WskFunction.WskControlClient)
                .with("ControlCode", code)
                .with("InputBuffer", "1")
                .with("InputSize", "4")
                .with("OutputBuffer", "NULL")
                .with("OutputSize", "0")
                .irp(0)
                .record();
    }

    private static TraceRecord events(String mask, long irp) {
        return called(WskFunction.WskControlSocket)
                .on(1, SocketState.CONNECTED)
                .with("RequestType", "WskSetOption")
                .with("ControlCode", "SO_WSK_EVENT_CALLBACK")
                .with("InputBuffer", "{NpiId NPI_WSK_INTERFACE_ID, EventMask " + mask + "}")
                .with("OutputBuffer", "NULL")
                .with("OutputSize", "0")
                .irp(irp)
                .record();
    }

    static List<Histories> all() {
        TraceRecord kept = returned("WskReceiveEvent", 1, "STATUS_PENDING");
        TraceRecord release = called(WskFunction.WskRelease)
                .on(1, SocketState.CONNECTED)
                .with("DataIndication", "a list")
                .record();
        TraceRecord somethingElse = called(WskFunction.WskGetLocalAddress)
                .on(1, SocketState.CONNECTED)
                .record();
        return List.of(
                caught("WSK-MEM-001", List.of(memory(ParameterMemoryMisused.Misuse.PAGEABLE)), List.of(somethingElse)),
                caught("WSK-MEM-002", List.of(memory(ParameterMemoryMisused.Misuse.TOO_SMALL)), List.of(somethingElse)),
                caught(
                        "WSK-EVENT-006",
                        List.of(receives("WSK_FLAG_RELEASE_ASAP"), kept, somethingElse, release),
                        List.of(
                                receives("WSK_FLAG_RELEASE_ASAP"),
                                kept,
                                release,
                                receives("0"),
                                kept,
                                somethingElse,
                                release)),
                caught(
                        "WSK-LISTEN-010",
                        List.of(new CallbackMisused("WskAcceptEvent", 1, "it stored one of two")),
                        List.of(somethingElse)),
                caught("WSK-DGRAM-007", List.of(sendsTo(SocketState.CREATED)), List.of(sendsTo(SocketState.BOUND))),
                caught("WSK-CONTROL-008", List.of(tdi("WSK_TDI_DEVICENAME_MAPPING")), List.of(tdi("WSK_TDI_BEHAVIOR"))),
                caught(
                        "WSK-CONTROL-009",
                        List.of(events("WSK_EVENT_RECEIVE", 1)),
                        List.of(events("WSK_EVENT_RECEIVE", 0), events("WSK_EVENT_RECEIVE | WSK_EVENT_DISABLE", 2))));
    }
}
