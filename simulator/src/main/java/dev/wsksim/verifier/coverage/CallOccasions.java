package dev.wsksim.verifier.coverage;

import static dev.wsksim.verifier.coverage.Occasion.calls;
import static dev.wsksim.verifier.coverage.Occasion.control;

import com.google.common.collect.ImmutableMap;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.CallSubject;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.control.IrpDemand;
import dev.wsksim.wsk.control.SocketOperations;

/** When the rules about single calls are looked at. */
final class CallOccasions {

    private static final Occasion CONTROL = calls(WskFunction.WskControlClient, WskFunction.WskControlSocket);
    private static final Occasion SENDING = calls(WskFunction.WskSendTo, WskFunction.WskSendMessages);
    private static final Occasion BUFFER = calls("a call with a buffer", CallOccasions::hasBuffer);
    private static final Occasion ON_CONNECTION =
            calls(WskFunction.WskSend, WskFunction.WskReceive, WskFunction.WskDisconnect);
    private static final Occasion NAME_OF_ADDRESS = calls(WskFunction.WskGetNameInfo);

    /** By the ids of the rules. */
    static final ImmutableMap<String, Occasion> ALL = ImmutableMap.<String, Occasion>builder()
            .putAll(ofArguments())
            .putAll(ofControl())
            .putAll(ofData())
            .putAll(ofNames())
            .buildOrThrow();

    private CallOccasions() {}

    private static ImmutableMap<String, Occasion> ofArguments() {
        return ImmutableMap.<String, Occasion>builder()
                .put("WSK-IRQL-001", calls("any call", call -> true))
                .put(
                        "WSK-ARG-001",
                        calls(
                                "a call of a function of WSK_PROVIDER_DISPATCH",
                                call -> call.function().where() == WskFunction.Where.CLIENT))
                .put(
                        "WSK-ARG-002",
                        calls(
                                WskFunction.WskSocketConnect,
                                WskFunction.WskBind,
                                WskFunction.WskConnect,
                                WskFunction.WskAccept))
                .put("WSK-ARG-003", calls(WskFunction.WskSocketConnect, WskFunction.WskBind, WskFunction.WskConnect))
                .put("WSK-ARG-004", calls("a call with an address on a socket", CallOccasions::hasAddress))
                .put("WSK-ARG-005", calls(WskFunction.WskSocket, WskFunction.WskSocketConnect))
                .put("WSK-ARG-006", calls(WskFunction.WskSocket))
                .put(
                        "WSK-ARG-007",
                        calls(
                                "a call of a function that takes an IRP",
                                call -> call.function().takesIrp()))
                .put("WSK-ARG-008", calls("a control operation that forbids an IRP", CallOccasions::forbidsIrp))
                .put("WSK-ARG-009", calls(WskFunction.WskRegister))
                .put("WSK-ARG-010", CONTROL)
                .buildOrThrow();
    }

    private static ImmutableMap<String, Occasion> ofControl() {
        return ImmutableMap.<String, Occasion>builder()
                .put(
                        "WSK-CONTROL-008",
                        control(WskFunction.WskControlClient, "WSK_TDI_DEVICENAME_MAPPING", "WSK_TDI_BEHAVIOR"))
                .put("WSK-CONTROL-009", control(WskFunction.WskControlSocket, "SO_WSK_EVENT_CALLBACK"))
                .put("WSK-CONTROL-001", calls(WskFunction.WskControlSocket))
                .put("WSK-CONTROL-002", CONTROL)
                .put(
                        "WSK-CONTROL-003",
                        control(
                                WskFunction.WskControlClient,
                                "WSK_SET_STATIC_EVENT_CALLBACKS",
                                "WSK_TDI_DEVICENAME_MAPPING",
                                "WSK_TDI_BEHAVIOR"))
                .put("WSK-CONTROL-004", calls(WskFunction.WskControlSocket))
                .put(
                        "WSK-CONTROL-005",
                        calls(
                                "a call of WskControlSocket with WSK_EVENT_DISABLE",
                                call -> call.arguments()
                                        .getOrDefault("InputBuffer", "")
                                        .contains("WSK_EVENT_DISABLE")))
                .put("WSK-CONTROL-006", control(WskFunction.WskControlSocket, "SIO_WSK_SET_TCP_SILENT_MODE"))
                .put("WSK-CONTROL-007", control(WskFunction.WskControlSocket, "SO_WSK_EVENT_CALLBACK"))
                .put(
                        "WSK-SOCKET-005",
                        control(
                                WskFunction.WskControlSocket,
                                "SO_REUSEADDR",
                                "SO_EXCLUSIVEADDRUSE",
                                "SO_WSK_SECURITY",
                                "SO_CONDITIONAL_ACCEPT",
                                "IPV6_V6ONLY"))
                .buildOrThrow();
    }

    private static ImmutableMap<String, Occasion> ofData() {
        return ImmutableMap.<String, Occasion>builder()
                .put(
                        "WSK-DGRAM-001",
                        calls(WskFunction.WskSendTo, WskFunction.WskSendMessages, WskFunction.WskReceiveFrom))
                .put("WSK-DGRAM-002", calls(WskFunction.WskSendMessages))
                .put("WSK-DGRAM-003", SENDING)
                .put("WSK-DGRAM-004", SENDING)
                .put(
                        "WSK-DGRAM-005",
                        calls(
                                "a datagram sent with control information",
                                call -> SENDING.isIn(call) && isGiven(call, "ControlInfo")))
                .put("WSK-DGRAM-006", calls(WskFunction.WskReceiveFrom))
                .put(
                        "WSK-DGRAM-007",
                        calls(WskFunction.WskSendTo, WskFunction.WskSendMessages, WskFunction.WskReceiveFrom))
                .put(
                        "WSK-MEM-001",
                        calls(
                                WskFunction.WskSocket,
                                WskFunction.WskSocketConnect,
                                WskFunction.WskGetLocalAddress,
                                WskFunction.WskGetRemoteAddress,
                                WskFunction.WskAccept,
                                WskFunction.WskReceiveFrom))
                .put(
                        "WSK-MEM-002",
                        calls(
                                WskFunction.WskGetLocalAddress,
                                WskFunction.WskGetRemoteAddress,
                                WskFunction.WskAccept,
                                WskFunction.WskReceiveFrom))
                .put("WSK-DATA-001", BUFFER)
                .put("WSK-DATA-002", BUFFER)
                .put("WSK-DATA-003", BUFFER)
                .put("WSK-DATA-004", ON_CONNECTION)
                .put("WSK-DATA-005", ON_CONNECTION)
                .put("WSK-DATA-006", calls(WskFunction.WskDisconnect))
                .put("WSK-DATA-007", calls(WskFunction.WskConnectEx))
                .put("WSK-DATA-008", BUFFER)
                .put("WSK-DATA-009", BUFFER)
                .put("WSK-SOCKET-009", calls(WskFunction.WskSocket))
                .buildOrThrow();
    }

    private static ImmutableMap<String, Occasion> ofNames() {
        return ImmutableMap.<String, Occasion>builder()
                .put("WSK-NAME-001", calls(WskFunction.WskGetAddressInfo, WskFunction.WskGetNameInfo))
                .put("WSK-NAME-002", calls(WskFunction.WskFreeAddressInfo))
                .put("WSK-NAME-005", NAME_OF_ADDRESS)
                .put("WSK-NAME-006", NAME_OF_ADDRESS)
                .put("WSK-NAME-007", NAME_OF_ADDRESS)
                .put("WSK-NAME-008", calls(WskFunction.WskGetAddressInfo))
                .buildOrThrow();
    }

    private static boolean isGiven(WskCallEntered call, String parameter) {
        return !call.arguments().getOrDefault(parameter, "NULL").equals("NULL");
    }

    private static boolean hasBuffer(WskCallEntered call) {
        return isGiven(call, "Buffer") || isGiven(call, "BufferList");
    }

    private static boolean hasAddress(WskCallEntered call) {
        CallSubject subject = call.subject();
        return subject.transport() != null
                && (subject.localFamily() != CallSubject.NO_FAMILY || subject.remoteFamily() != CallSubject.NO_FAMILY);
    }

    private static boolean forbidsIrp(WskCallEntered call) {
        String code = call.arguments().getOrDefault("ControlCode", "");
        boolean ofClient = call.function() == WskFunction.WskControlClient && !code.equals("WSK_TRANSPORT_LIST_CHANGE");
        boolean ofSocket = call.function() == WskFunction.WskControlSocket
                && SocketOperations.byName(code)
                        .filter(known -> known.irp() == IrpDemand.FORBIDDEN)
                        .isPresent();
        return ofClient || ofSocket;
    }
}
