package dev.wsksim.scenario.reference;

import static dev.wsksim.kernel.NtStatus.STATUS_ADDRESS_ALREADY_EXISTS;
import static dev.wsksim.kernel.NtStatus.STATUS_CANCELLED;
import static dev.wsksim.kernel.NtStatus.STATUS_FILE_FORCED_CLOSED;
import static dev.wsksim.kernel.NtStatus.STATUS_INVALID_DEVICE_STATE;
import static dev.wsksim.kernel.NtStatus.STATUS_INVALID_HANDLE;
import static dev.wsksim.kernel.NtStatus.STATUS_INVALID_PARAMETER;
import static dev.wsksim.kernel.NtStatus.STATUS_PENDING;
import static dev.wsksim.kernel.NtStatus.STATUS_SUCCESS;

import com.google.common.collect.ImmutableList;
import dev.wsksim.wsk.WskFunction;

/** The pages of the functions with which a driver listens and accepts. Sources: the page of each function. */
final class ListenPages {
    private static final String SOCKET = " NULL gives STATUS_INVALID_HANDLE (assumption). After its WskCloseSocket has"
            + " completed the memory is gone: a call then is a bug check.";
    private static final String DEAD = "The socket is dead, because its own local address has left the host; or"
            + " WskCloseSocket was called on it before (assumption).";

    private ListenPages() {}

    static ImmutableList<FunctionPage> all() {
        return ImmutableList.of(accept(), listen(), inspectComplete());
    }

    private static FunctionPage accept() {
        return FunctionPage.of(
                        WskFunction.WskAccept,
                        "Accepts a connection that has come to a listening socket, or waits for the next one.")
                .parameter(
                        "ListenSocket",
                        "A listening socket that is bound, or a stream socket after WskListen." + SOCKET)
                .parameter("Flags", "Reserved, must be 0.")
                .parameter(
                        "AcceptSocketContext",
                        "Handed to every callback of the accepted socket. Memory that is not paged; NULL without"
                                + " callbacks.")
                .parameter(
                        "AcceptSocketDispatch",
                        "The WSK_CLIENT_CONNECTION_DISPATCH of the accepted socket; NULL when no callback will be"
                                + " enabled.")
                .parameter(
                        "LocalAddress",
                        "Receives the address that the peer has reached; may be NULL. Not paged, large enough for the"
                                + " family, valid until the IRP completes.")
                .parameter("RemoteAddress", "Receives the address of the peer; may be NULL. The same holds.")
                .parameter("Irp", IrpRemarks.PARAMETER)
                .result(STATUS_SUCCESS, "IoStatus.Information points to the accepted WSK_SOCKET.")
                .result(STATUS_PENDING, "Returned only: the IRP completes when there is a connection.")
                .result(
                        STATUS_INVALID_DEVICE_STATE,
                        "The socket does not listen: it is not bound, or is a stream socket before WskListen or after"
                                + " WskConnect (assumption, OQ-7, OQ-27).")
                .result(STATUS_INVALID_PARAMETER, "Irp is NULL, or Flags is not 0 (assumption, OQ-28).")
                .result(
                        STATUS_CANCELLED,
                        "WskCloseSocket ended it, as was seen on Windows, or IoCancelIrp did (assumption, OQ-26).")
                .result(STATUS_INVALID_HANDLE, "ListenSocket is NULL (assumption).")
                .result(STATUS_FILE_FORCED_CLOSED, DEAD)
                .section(IrpRemarks.TITLE, IrpRemarks.of("WskAccept"))
                .section(
                        "Remarks",
                        "Requests are served in the order of their calls (assumption, OQ-33), connections in the order"
                                + " in which they were established.",
                        "A queued WskAccept comes before WskAcceptEvent, unless the decision event.accept-race says"
                                + " otherwise. Only disabling the callback makes it silent.",
                        "Connections that nobody accepts wait, without a limit to their number (assumption, OQ-40)."
                                + " One that is reset before it was accepted is forgotten (assumption).",
                        "All callbacks of the accepted socket are off; no event is inherited.",
                        "At the close of the listening socket, connections that were not accepted are reset"
                                + " (assumption, OQ-35). Accepted ones live on, and keep its port taken where it was"
                                + " exclusive.")
                .sources("listening-for-and-accepting-incoming-connections", "so-exclusiveaddruse")
                .build();
    }

    private static FunctionPage listen() {
        return FunctionPage.of(WskFunction.WskListen, "Commits a bound stream socket to the listening role.")
                .parameter("Socket", "A stream socket that is bound." + SOCKET)
                .parameter("Irp", IrpRemarks.PARAMETER)
                .result(STATUS_SUCCESS, "The socket listens.")
                .result(STATUS_PENDING, "Returned only: the IRP completes later.")
                .result(
                        STATUS_INVALID_DEVICE_STATE,
                        "The socket is not bound, or has a role already (assumption, OQ-27).")
                .result(
                        STATUS_ADDRESS_ALREADY_EXISTS,
                        "A scripted peer of the same host listens there; no WSK socket is the cause.")
                .result(STATUS_INVALID_PARAMETER, "Irp is NULL (assumption).")
                .result(STATUS_INVALID_HANDLE, "Socket is NULL (assumption).")
                .result(STATUS_FILE_FORCED_CLOSED, DEAD)
                .section(IrpRemarks.TITLE, IrpRemarks.of("WskListen"))
                .section(
                        "Remarks",
                        "The IRP does not wait for a connection, as the page's text about STATUS_PENDING has it"
                                + " (assumption, OQ-15).",
                        "From then on the functions of a connection fail with STATUS_INVALID_DEVICE_STATE"
                                + " (assumption, OQ-45).",
                        "A listening socket has no such function: its WskBind begins to listen.")
                .sources("ns-wsk-_wsk_provider_stream_dispatch")
                .build();
    }

    private static FunctionPage inspectComplete() {
        return FunctionPage.of(
                        WskFunction.WskInspectComplete, "Ends an inspection that WskInspectEvent has left pending.")
                .parameter("ListenSocket", "A listening socket with SO_CONDITIONAL_ACCEPT." + SOCKET)
                .parameter(
                        "InspectID",
                        "The driver's own copy of the WSK_INSPECT_ID that WskInspectEvent was given; compared by"
                                + " content.")
                .parameter("Action", "WskInspectAccept or WskInspectReject.")
                .parameter("Irp", IrpRemarks.PARAMETER)
                .result(
                        STATUS_SUCCESS,
                        "The inspection goes on. For a request that was aborted meanwhile no connection follows"
                                + " (assumption, OQ-14).")
                .result(STATUS_PENDING, "Returned only: the IRP completes later.")
                .result(
                        STATUS_INVALID_PARAMETER,
                        "Irp or InspectID is NULL, no inspection with that content is pending, or Action is"
                                + " WskInspectPend or another number (assumption, OQ-14).")
                .result(
                        STATUS_INVALID_DEVICE_STATE,
                        "The socket is not bound, or has no conditional accept (assumption, OQ-27).")
                .result(STATUS_INVALID_HANDLE, "ListenSocket is NULL (assumption).")
                .result(STATUS_FILE_FORCED_CLOSED, DEAD)
                .section(IrpRemarks.TITLE, IrpRemarks.of("WskInspectComplete"))
                .section(
                        "Remarks",
                        "With WskInspectAccept the handshake goes on; the connection is delivered by WskAccept or"
                                + " WskAcceptEvent.",
                        "With WskInspectReject the peer gets a RST (assumption); a Windows client then tries again,"
                                + " and WskInspectEvent is asked anew.",
                        "WskAbortEvent tells of a request that is dropped before it is established: the peer resets"
                                + " it, begins another one from the same port, or does not finish the handshake.",
                        "A worker may complete an inspection before WskInspectEvent has returned WskInspectPend. That"
                                + " succeeds, unless the decision event.early-inspection refuses it, and counts when the"
                                + " callback returns WskInspectPend; if it returns another action, that counts, and the"
                                + " driver has broken WSK-LISTEN-008 (OQ-124).",
                        "No time limits a pended inspection (assumption); a SYN that is sent again belongs to it.")
                .sources("so-conditional-accept", "nc-wsk-pfn_wsk_inspect_event", "nc-wsk-pfn_wsk_abort_event")
                .build();
    }
}
