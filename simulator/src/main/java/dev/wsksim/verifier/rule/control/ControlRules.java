package dev.wsksim.verifier.rule.control;

import com.google.common.collect.ImmutableList;
import dev.wsksim.verifier.Rule;
import dev.wsksim.verifier.Severity;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.WskCallEntered;

/** The rules about control operations. */
public final class ControlRules {

    private static final String CONTROL_CLIENT = "nc-wsk-pfn_wsk_control_client";
    private static final String CONTROL_SOCKET = "nc-wsk-pfn_wsk_control_socket";

    private static final Rule TIME = Rule.named(
                    "WSK-CONTROL-001", Severity.MUST, "An option or IOCTL is used when it is allowed")
            .what("SO_WSK_EVENT_CALLBACK is for listening and datagram sockets that are bound, and for connection"
                    + " sockets that are connected; fixed addresses are for datagram sockets that are bound; backlogs,"
                    + " inspect ids and silent mode are for connected sockets; limits of a connect are set before it.")
            .why("Before, there is nothing yet that the operation could be about; afterwards it comes too late.")
            .fix("Make the call from the completion of WskBind or WskConnect, or before WskConnect.")
            .pages(
                    "so-wsk-event-callback",
                    "sio-wsk-set-remote-address",
                    "sio-wsk-query-ideal-send-backlog",
                    "sio-wsk-set-tcp-silent-mode")
            .obligations("G15", "G16", "G26", "G27", "G28", "R-66", "V162")
            .checkedOn(WskCallEntered.class, ControlChecks::time, WskFunction.WskControlSocket);

    private static final Rule BUFFERS = Rule.named(
                    "WSK-CONTROL-002", Severity.SHOULD, "Buffers that an operation does not use are NULL, with size 0")
            .what("InputBuffer is NULL and InputSize is 0 where an operation takes no input, OutputBuffer and"
                    + " OutputSize where it returns no output.")
            .why("A later version of Windows may give them a meaning.")
            .fix("Pass NULL and 0.")
            .pages(CONTROL_CLIENT, CONTROL_SOCKET)
            .obligations("V056", "V057", "V087", "V088", "H09")
            .checkedOn(
                    WskCallEntered.class,
                    ControlChecks::buffers,
                    WskFunction.WskControlClient,
                    WskFunction.WskControlSocket);

    private static final Rule BEFORE_SOCKETS = Rule.named(
                    "WSK-CONTROL-003", Severity.MUST, "What is for all sockets is set before the first one")
            .what("WSK_SET_STATIC_EVENT_CALLBACKS, WSK_TDI_DEVICENAME_MAPPING and WSK_TDI_BEHAVIOR are applied before"
                    + " the client creates a socket.")
            .why("Sockets take over what is set when they are made.")
            .fix("Apply them between WskCaptureProviderNPI and the first WskSocket or WskSocketConnect.")
            .pages("wsk-set-static-event-callbacks", "wsk-tdi-devicename-mapping", "wsk-tdi-behavior")
            .obligations("V061", "G20", "R-80")
            .checkedBy(BeforeSocketsCheck::new);

    private static final Rule REQUEST_TYPE = Rule.named(
                    "WSK-CONTROL-004", Severity.MUST, "RequestType is WskSetOption, WskGetOption or WskIoctl")
            .what("RequestType of WskControlSocket is one of the three.")
            .why("It tells whether ControlCode is the number of an option or of an IOCTL.")
            .fix("Pass the constant that belongs to ControlCode.")
            .pages(CONTROL_SOCKET)
            .obligations("V085")
            .checkedOn(WskCallEntered.class, ControlChecks::requestType, WskFunction.WskControlSocket);

    private static final Rule ONE_AT_A_TIME = Rule.named(
                    "WSK-CONTROL-005", Severity.MUST, "Exactly one callback is disabled at a time")
            .what("With WSK_EVENT_DISABLE, EventMask has exactly one event flag.")
            .why("The status of the call, and the completion of its IRP, are about one callback: whether it still"
                    + " runs.")
            .fix("Call WskControlSocket once for each callback.")
            .pages("ns-wsk-_wsk_event_callback_control", "so-wsk-event-callback")
            .obligations("V093", "G18", "R-80")
            .checkedOn(WskCallEntered.class, EventMaskChecks::oneEventDisabled, WskFunction.WskControlSocket);

    private static final Rule SILENT = Rule.named(
                    "WSK-CONTROL-006", Severity.MUST, "Nothing but WskCloseSocket follows silent mode")
            .what("After SIO_WSK_SET_TCP_SILENT_MODE only WskCloseSocket is called on the socket.")
            .why("The connection neither sends nor receives any more; whatever waits for it waits for ever.")
            .fix("Apply the mode last, and close the socket.")
            .pages("sio-wsk-set-tcp-silent-mode")
            .obligations("G28")
            .checkedBy(AfterSilentModeCheck::new);

    private static final Rule CALLABLE = Rule.named(
                    "WSK-CONTROL-007", Severity.MUST, "An event is enabled that the socket has, with its callback")
            .what("SO_WSK_EVENT_CALLBACK names NPI_WSK_INTERFACE_ID and at least one event, only events of the socket's"
                    + " category, and enables only events whose callback is not NULL in the client dispatch table.")
            .why("The call fails, and the driver waits for a callback that never comes.")
            .fix("Put the callback into the table that WskSocket, WskSocketConnect or the accept is given, and enable"
                    + " the event by its own flag.")
            .pages(
                    "ns-wsk-_wsk_event_callback_control",
                    "ns-wsk-_wsk_client_connection_dispatch",
                    "ns-wsk-_wsk_client_datagram_dispatch",
                    "ns-wsk-_wsk_client_listen_dispatch")
            .obligations("V039", "V094", "V096", "R-73", "G18", "G30", "H02")
            .checkedOn(WskCallEntered.class, EventMaskChecks::callable, WskFunction.WskControlSocket);

    private static final Rule NO_TDI = Rule.named("WSK-CONTROL-008", Severity.SHOULD, "TDI is not built upon")
            .what("WSK_TDI_DEVICENAME_MAPPING is not used. WSK_TDI_BEHAVIOR, which has TDI filters passed by, is.")
            .why("After Windows Vista nothing comes of it: TDI is not supported any more.")
            .fix("Leave the call out; all transports of TCP/IP are native.")
            .pages(CONTROL_CLIENT, "ns-wsk-_wsk_tdi_map", "ns-wsk-_wsk_tdi_map_info")
            .obligations("V062")
            .checkedOn(WskCallEntered.class, ControlChecks::tdi, WskFunction.WskControlClient);

    private static final Rule ENABLED_WITHOUT_IRP = Rule.named(
                    "WSK-CONTROL-009", Severity.MUST, "Callbacks are enabled without an IRP")
            .what("SO_WSK_EVENT_CALLBACK that enables callbacks gets Irp NULL; the result is the return value.")
            .why("The page says that there is none; an IRP that comes back all the same is one more to look after.")
            .fix("Pass NULL for Irp. Only with WSK_EVENT_DISABLE an IRP tells when the callback has ended.")
            .pages("so-wsk-event-callback")
            .obligations("G17", "R-81")
            .checkedOn(WskCallEntered.class, EventMaskChecks::enabledWithIrp, WskFunction.WskControlSocket);

    /** All of them. */
    public static final ImmutableList<Rule> ALL = ImmutableList.of(
            TIME, BUFFERS, BEFORE_SOCKETS, REQUEST_TYPE, ONE_AT_A_TIME, SILENT, CALLABLE, NO_TDI, ENABLED_WITHOUT_IRP);

    private ControlRules() {}
}
