package dev.wsksim.verifier.obligation;

import static dev.wsksim.verifier.obligation.Entries.answered;
import static dev.wsksim.verifier.obligation.Entries.checked;
import static dev.wsksim.verifier.obligation.Entries.inferred;
import static dev.wsksim.verifier.obligation.Entries.must;
import static dev.wsksim.verifier.obligation.Entries.notVisible;
import static dev.wsksim.verifier.obligation.Entries.should;
import static dev.wsksim.verifier.obligation.Entries.stopped;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.BugCheck;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.wsk.WskFunction;

/** What a driver owes to every socket: when it dies, in control operations, at its end, and in its addresses. */
final class SocketObligations {

    static final ImmutableList<Obligation> ALL = ImmutableList.of(
            must(
                    "V077",
                    "After STATUS_FILE_FORCED_CLOSED the socket is closed as soon as possible.",
                    checked("that WskCloseSocket is the next call, and comes at all"),
                    "nc-wsk-pfn_wsk_accept",
                    "nc-wsk-pfn_wsk_bind",
                    "nc-wsk-pfn_wsk_connect",
                    "nc-wsk-pfn_wsk_connect_ex",
                    "nc-wsk-pfn_wsk_control_socket",
                    "nc-wsk-pfn_wsk_disconnect",
                    "nc-wsk-pfn_wsk_get_local_address",
                    "nc-wsk-pfn_wsk_get_remote_address",
                    "nc-wsk-pfn_wsk_inspect_complete",
                    "nc-wsk-pfn_wsk_listen",
                    "nc-wsk-pfn_wsk_receive",
                    "nc-wsk-pfn_wsk_receive_from",
                    "nc-wsk-pfn_wsk_send",
                    "nc-wsk-pfn_wsk_send_to"),
            must(
                    "V078",
                    "After WskAcceptEvent with a NULL AcceptSocket the listening socket is closed as soon as"
                            + " possible.",
                    checked("that WskCloseSocket is the next call, and comes at all"),
                    "nc-wsk-pfn_wsk_accept_event"),
            must(
                    "V079",
                    "After WskInspectEvent with a NULL InspectID the listening socket is closed as soon as"
                            + " possible.",
                    checked("that WskCloseSocket is the next call, and comes at all"),
                    "nc-wsk-pfn_wsk_inspect_event"),
            must(
                    "V080",
                    "After WskReceiveEvent with a NULL DataIndication the socket is closed as soon as possible.",
                    checked("that WskCloseSocket is the next call, and comes at all"),
                    "nc-wsk-pfn_wsk_receive_event"),
            must(
                    "V081",
                    "After WskReceiveFromEvent with a NULL DataIndication the socket is closed as soon as"
                            + " possible.",
                    checked("that WskCloseSocket is the next call, and comes at all"),
                    "nc-wsk-pfn_wsk_receive_from_event"),
            inferred(
                    "V082",
                    "A callback looks whether its pointer is NULL before it follows it.",
                    notVisible("the code of a callback follows no pointers here that could be seen: a script has none,"
                            + " and Java stops at a null by itself"),
                    "nc-wsk-pfn_wsk_accept_event",
                    "nc-wsk-pfn_wsk_inspect_event",
                    "nc-wsk-pfn_wsk_receive_event",
                    "nc-wsk-pfn_wsk_receive_from_event"),
            must(
                    "V083",
                    "WskControlSocket is called at or below DISPATCH_LEVEL.",
                    checked(),
                    "nc-wsk-pfn_wsk_control_socket"),
            must(
                    "V084",
                    "WskControlSocket with an IOCTL about address lists is called at PASSIVE_LEVEL.",
                    checked(),
                    "nc-wsk-pfn_wsk_control_socket"),
            must(
                    "V085",
                    "RequestType of WskControlSocket is WskSetOption, WskGetOption or WskIoctl.",
                    checked(),
                    "nc-wsk-pfn_wsk_control_socket"),
            should(
                    "V086",
                    "Level of WskControlSocket is that of the option.",
                    answered(
                            WskFunction.WskControlSocket,
                            NtStatus.STATUS_NOT_SUPPORTED,
                            "nobody knows the option at that level"),
                    "nc-wsk-pfn_wsk_control_socket"),
            should(
                    "V087",
                    "WskControlSocket has no input buffer, and the size 0, where there is no input.",
                    checked(),
                    "nc-wsk-pfn_wsk_control_socket"),
            should(
                    "V088",
                    "WskControlSocket has no output buffer, and the size 0, where there is no output.",
                    checked(),
                    "nc-wsk-pfn_wsk_control_socket"),
            should(
                    "V089",
                    "OutputSizeReturned of WskControlSocket is given only without an IRP, for output of"
                            + " unknown size.",
                    checked(),
                    "nc-wsk-pfn_wsk_control_socket"),
            must(
                    "V090",
                    "WskControlSocket gets an IRP, or none, as the option or IOCTL demands.",
                    checked(),
                    "nc-wsk-pfn_wsk_control_socket"),
            must(
                    "V091",
                    "Buffers of a pended WskControlSocket stay valid until the completion.",
                    checked("where the variable is given a block of memory; any other one is taken to be fine"),
                    "nc-wsk-pfn_wsk_control_socket"),
            inferred(
                    "V092",
                    "After STATUS_EVENT_PENDING the callback is reckoned with until the operation is complete.",
                    notVisible("what a driver relies on in the meantime is its own code"),
                    "nc-wsk-pfn_wsk_control_socket"),
            must(
                    "V093",
                    "With WSK_EVENT_DISABLE the mask has exactly one event.",
                    checked(),
                    "ns-wsk-_wsk_event_callback_control"),
            inferred(
                    "V094",
                    "NpiId names the interface that the events belong to: NPI_WSK_INTERFACE_ID.",
                    checked("the events of WSK itself; there are no extension interfaces"),
                    "ns-wsk-_wsk_event_callback_control"),
            inferred(
                    "V095",
                    "A callback is enabled before it is expected.",
                    notVisible("what a driver waits for without asking is not in the trace"),
                    "nc-wsk-pfn_wsk_socket",
                    "nc-wsk-pfn_wsk_socket_connect",
                    "nc-wsk-pfn_wsk_accept",
                    "nc-wsk-pfn_wsk_accept_event",
                    "nc-wsk-pfn_wsk_receive_event",
                    "nc-wsk-pfn_wsk_receive_from_event",
                    "nc-wsk-pfn_wsk_disconnect_event",
                    "nc-wsk-pfn_wsk_send_backlog_event"),
            inferred(
                    "V096",
                    "No event is enabled whose callback in the client dispatch table is NULL.",
                    checked(),
                    "ns-wsk-_wsk_client_connection_dispatch",
                    "ns-wsk-_wsk_client_datagram_dispatch",
                    "ns-wsk-_wsk_client_listen_dispatch"),
            inferred(
                    "V097",
                    "WskInspectEvent and WskAbortEvent are not NULL where SO_CONDITIONAL_ACCEPT is set.",
                    answered(
                            WskFunction.WskControlSocket,
                            NtStatus.STATUS_INVALID_PARAMETER,
                            "SO_CONDITIONAL_ACCEPT is turned on and one of the two is NULL"),
                    "ns-wsk-_wsk_client_listen_dispatch"),
            must(
                    "V098",
                    "WskCloseSocket is called at or below DISPATCH_LEVEL.",
                    checked(),
                    "nc-wsk-pfn_wsk_close_socket"),
            must(
                    "V099",
                    "No function of the socket is running in another thread when WskCloseSocket is called.",
                    checked(),
                    "nc-wsk-pfn_wsk_close_socket"),
            should(
                    "V100",
                    "No function of the socket is called after WskCloseSocket.",
                    checked(),
                    "nc-wsk-pfn_wsk_close_socket"),
            must(
                    "V101",
                    "Every kept list of the socket was released before WskCloseSocket.",
                    checked(),
                    "nc-wsk-pfn_wsk_release_data_indication_list",
                    "nc-wsk-pfn_wsk_release_datagram_indication_list"),
            must(
                    "V102",
                    "Cached descriptors are released by WSK_RELEASE_SD; closing a socket does not do it.",
                    checked(),
                    "nc-wsk-pfn_wsk_close_socket"),
            should(
                    "V103",
                    "A connection that is to end in order is ended by WskDisconnect before WskCloseSocket.",
                    notVisible("whether a reset is meant is not in the trace: closing alone is legal, and the trace"
                            + " shows the RST"),
                    "nc-wsk-pfn_wsk_close_socket"),
            must("V104", "WskBind is called at or below DISPATCH_LEVEL.", checked(), "nc-wsk-pfn_wsk_bind"),
            must(
                    "V105",
                    "LocalAddress of WskBind is a SOCKADDR of the socket's family.",
                    checked(),
                    "nc-wsk-pfn_wsk_bind"),
            must("V106", "Flags of WskBind is 0.", checked(), "nc-wsk-pfn_wsk_bind"),
            must(
                    "V107",
                    "A connection socket is bound before WskConnect.",
                    checked(),
                    "nc-wsk-pfn_wsk_bind",
                    "nc-wsk-pfn_wsk_connect"),
            must(
                    "V108",
                    "A stream socket is bound before WskListen and WskConnect.",
                    checked(),
                    "nc-wsk-pfn_wsk_bind",
                    "nc-wsk-pfn_wsk_listen",
                    "nc-wsk-pfn_wsk_connect"),
            inferred(
                    "V109",
                    "A basic socket is not bound.",
                    stopped(
                            BugCheck.KMODE_EXCEPTION_NOT_HANDLED,
                            "WSK_PROVIDER_BASIC_DISPATCH has no WskBind, so the driver calls what stands in its place"),
                    "ns-wsk-_wsk_provider_basic_dispatch"),
            must(
                    "V110",
                    "WskGetLocalAddress is called at or below DISPATCH_LEVEL.",
                    checked(),
                    "nc-wsk-pfn_wsk_get_local_address"),
            must(
                    "V111",
                    "WskGetLocalAddress is called on a bound socket.",
                    checked(),
                    "nc-wsk-pfn_wsk_get_local_address"),
            must(
                    "V112",
                    "LocalAddress of WskGetLocalAddress points at non-paged memory.",
                    checked("where the variable is given a block of memory; any other one is taken to be fine"),
                    "nc-wsk-pfn_wsk_get_local_address"),
            must(
                    "V113",
                    "LocalAddress of WskGetLocalAddress has room for a SOCKADDR of the family.",
                    checked("where the variable is given a block of memory; any other one is taken to be fine"),
                    "nc-wsk-pfn_wsk_get_local_address"),
            must(
                    "V114",
                    "LocalAddress of WskGetLocalAddress stays valid until the completion.",
                    checked("where the variable is given a block of memory; any other one is taken to be fine"),
                    "nc-wsk-pfn_wsk_get_local_address"),
            must(
                    "V115",
                    "WskGetRemoteAddress is called at or below DISPATCH_LEVEL.",
                    checked(),
                    "nc-wsk-pfn_wsk_get_remote_address"),
            must(
                    "V116",
                    "WskGetRemoteAddress is called on a connected socket.",
                    checked(),
                    "nc-wsk-pfn_wsk_get_remote_address"),
            must(
                    "V117",
                    "RemoteAddress of WskGetRemoteAddress points at non-paged memory.",
                    checked("where the variable is given a block of memory; any other one is taken to be fine"),
                    "nc-wsk-pfn_wsk_get_remote_address"),
            must(
                    "V118",
                    "RemoteAddress of WskGetRemoteAddress has room for a SOCKADDR of the family.",
                    checked("where the variable is given a block of memory; any other one is taken to be fine"),
                    "nc-wsk-pfn_wsk_get_remote_address"),
            must(
                    "V119",
                    "RemoteAddress of WskGetRemoteAddress stays valid until the completion.",
                    checked("where the variable is given a block of memory; any other one is taken to be fine"),
                    "nc-wsk-pfn_wsk_get_remote_address"));

    private SocketObligations() {}
}
