package dev.wsksim.scenario.reference;

import static dev.wsksim.kernel.NtStatus.STATUS_ADDRESS_ALREADY_EXISTS;
import static dev.wsksim.kernel.NtStatus.STATUS_BUFFER_OVERFLOW;
import static dev.wsksim.kernel.NtStatus.STATUS_CANCELLED;
import static dev.wsksim.kernel.NtStatus.STATUS_CONNECTION_ABORTED;
import static dev.wsksim.kernel.NtStatus.STATUS_CONNECTION_REFUSED;
import static dev.wsksim.kernel.NtStatus.STATUS_CONNECTION_RESET;
import static dev.wsksim.kernel.NtStatus.STATUS_FILE_FORCED_CLOSED;
import static dev.wsksim.kernel.NtStatus.STATUS_HOST_UNREACHABLE;
import static dev.wsksim.kernel.NtStatus.STATUS_INVALID_ADDRESS_COMPONENT;
import static dev.wsksim.kernel.NtStatus.STATUS_INVALID_DEVICE_STATE;
import static dev.wsksim.kernel.NtStatus.STATUS_INVALID_HANDLE;
import static dev.wsksim.kernel.NtStatus.STATUS_INVALID_PARAMETER;
import static dev.wsksim.kernel.NtStatus.STATUS_IO_TIMEOUT;
import static dev.wsksim.kernel.NtStatus.STATUS_NETWORK_UNREACHABLE;
import static dev.wsksim.kernel.NtStatus.STATUS_NOT_SUPPORTED;
import static dev.wsksim.kernel.NtStatus.STATUS_PENDING;
import static dev.wsksim.kernel.NtStatus.STATUS_SUCCESS;

import com.google.common.collect.ImmutableList;
import dev.wsksim.wsk.WskFunction;

/** The pages of the functions that send, receive and disconnect. Sources: the page of each function. */
final class StreamPages {
    private static final String SOCKET =
            "A connection or stream socket. NULL gives STATUS_INVALID_HANDLE (assumption).";
    private static final String LATER = "Returned only: the IRP completes later.";
    private static final String CLOSING = "WskCloseSocket was called on the socket before (assumption), or it is dead.";
    private static final String UNCONNECTED = "The socket is not connected (assumption, OQ-27).";
    private static final String RESET = "The peer has reset the connection.";
    private static final String TIMEOUT = "The peer has acknowledged nothing any more.";
    private static final String MEMORY = "The memory and its MDLs belong to the provider until the IRP is completed.";

    private StreamPages() {}

    static ImmutableList<FunctionPage> all() {
        return ImmutableList.of(connectEx(), send(), receive(), disconnect(), release());
    }

    private static FunctionPage send() {
        return FunctionPage.of(WskFunction.WskSend, "Sends bytes on a connection; complete when all of them were sent.")
                .parameter("Socket", SOCKET)
                .parameter("Buffer", "The bytes: an MDL chain, an offset into its first MDL, a length. " + MEMORY)
                .parameter(
                        "Flags", "0, or WSK_FLAG_NODELAY: what is queued goes out now. WSK_FLAG_OOB is not supported.")
                .parameter("Irp", IrpRemarks.PARAMETER)
                .result(
                        STATUS_SUCCESS,
                        "All bytes were sent; Information is their number. There is no partial success.")
                .result(STATUS_PENDING, LATER)
                .result(STATUS_NOT_SUPPORTED, "WSK_FLAG_OOB.")
                .result(
                        STATUS_INVALID_PARAMETER,
                        "An unknown flag (OQ-28), a malformed Buffer, or no IRP (assumptions).")
                .result(STATUS_INVALID_DEVICE_STATE, "Not connected, or after WskDisconnect (assumption, OQ-27).")
                .result(STATUS_CONNECTION_RESET, RESET)
                .result(STATUS_CONNECTION_ABORTED, "The connection was given up otherwise (assumption, OQ-13).")
                .result(STATUS_IO_TIMEOUT, TIMEOUT)
                .result(STATUS_CANCELLED, "IoCancelIrp, WskCloseSocket or an abortive WskDisconnect ended it.")
                .result(STATUS_FILE_FORCED_CLOSED, CLOSING)
                .result(STATUS_INVALID_HANDLE, "Socket is NULL (assumption).")
                .section(IrpRemarks.TITLE, IrpRemarks.of("WskSend"))
                .section(
                        "Remarks",
                        "WSK buffers nothing: sent means acknowledged by the peer (OQ-16, decision wsk.send-completion).",
                        "Sends are sent and completed in the order of their calls.",
                        "A send that is cancelled half-way leaves a hole in the stream (assumption, OQ-26).")
                .sources("ns-wsk-_wsk_buf")
                .build();
    }

    private static FunctionPage receive() {
        return FunctionPage.of(
                        WskFunction.WskReceive, "Receives bytes from a connection; complete as soon as there are any.")
                .parameter("Socket", SOCKET)
                .parameter("Buffer", "The room; Length may be 0. " + MEMORY)
                .parameter(
                        "Flags",
                        "0; WSK_FLAG_WAITALL waits until Buffer is full or nothing more can come; WSK_FLAG_DRAIN, with a"
                                + " Length of 0, throws everything away until the end. Not both.")
                .parameter("Irp", IrpRemarks.PARAMETER)
                .result(
                        STATUS_SUCCESS,
                        "Information is the number of bytes; 0 with room means that the peer has disconnected (OQ-17).")
                .result(STATUS_PENDING, LATER)
                .result(STATUS_INVALID_PARAMETER, "Flags, Buffer or their combination is wrong (assumption, OQ-28).")
                .result(STATUS_INVALID_DEVICE_STATE, UNCONNECTED)
                .result(STATUS_CONNECTION_RESET, RESET)
                .result(STATUS_CONNECTION_ABORTED, "WskDisconnect has reset the connection (assumption, OQ-13).")
                .result(STATUS_IO_TIMEOUT, TIMEOUT)
                .result(
                        STATUS_CANCELLED,
                        "IoCancelIrp or WskCloseSocket ended it; Information tells what it had moved.")
                .result(STATUS_FILE_FORCED_CLOSED, CLOSING)
                .result(STATUS_INVALID_HANDLE, "Socket is NULL (assumption).")
                .section(IrpRemarks.TITLE, IrpRemarks.of("WskReceive"))
                .section(
                        "Remarks",
                        "Pending receives are served in order, and before WskReceiveEvent.",
                        "A Length of 0 takes nothing and lets WskReceiveEvent be called again.")
                .sources("ns-wsk-_wsk_buf", "nc-wsk-pfn_wsk_receive_event")
                .build();
    }

    private static FunctionPage disconnect() {
        return FunctionPage.of(
                        WskFunction.WskDisconnect,
                        "Ends the sending half of a connection gracefully, or the whole connection at once.")
                .parameter("Socket", SOCKET)
                .parameter("Buffer", "Last bytes, or NULL; NULL with WSK_FLAG_ABORTIVE. " + MEMORY)
                .parameter("Flags", "0 for a graceful disconnect, WSK_FLAG_ABORTIVE for a reset.")
                .parameter("Irp", IrpRemarks.PARAMETER)
                .result(STATUS_SUCCESS, "The peer has acknowledged everything, or the connection was reset.")
                .result(STATUS_PENDING, LATER)
                .result(
                        STATUS_INVALID_PARAMETER,
                        "An unknown flag, or a Buffer that is malformed, or given with WSK_FLAG_ABORTIVE (assumptions).")
                .result(STATUS_INVALID_DEVICE_STATE, UNCONNECTED)
                .result(STATUS_CONNECTION_RESET, RESET)
                .result(STATUS_CONNECTION_ABORTED, "An abortive WskDisconnect has ended it (assumption, OQ-13).")
                .result(STATUS_IO_TIMEOUT, TIMEOUT)
                .result(STATUS_CANCELLED, "IoCancelIrp or WskCloseSocket ended it; the sending half stays closed.")
                .result(STATUS_FILE_FORCED_CLOSED, CLOSING)
                .result(STATUS_INVALID_HANDLE, "Socket is NULL (assumption).")
                .section(IrpRemarks.TITLE, IrpRemarks.of("WskDisconnect"))
                .section(
                        "Remarks",
                        "A graceful disconnect waits for all sends, and may never complete: an abortive one or"
                                + " WskCloseSocket ends it.",
                        "Receiving goes on after a graceful disconnect until the peer disconnects, too.",
                        "A second graceful disconnect succeeds; on a stream socket that listens it fails (assumption,"
                                + " OQ-45).")
                .sources("closing-a-socket")
                .build();
    }

    private static FunctionPage connectEx() {
        return FunctionPage.of(WskFunction.WskConnectEx, "Connects a bound socket, and sends first data.")
                .parameter("Socket", SOCKET)
                .parameter("RemoteAddress", "Of the socket's family.")
                .parameter("Buffer", "At most 65,535 bytes, or NULL. " + MEMORY)
                .parameter("Flags", "Reserved, must be 0.")
                .parameter("Irp", IrpRemarks.PARAMETER)
                .result(STATUS_SUCCESS, "Connected, and the data was sent.")
                .result(STATUS_PENDING, LATER)
                .result(STATUS_INVALID_PARAMETER, "Flags is not 0; or an address or Buffer is wrong (assumption).")
                .result(STATUS_BUFFER_OVERFLOW, "Buffer has more than 65,535 bytes.")
                .result(STATUS_INVALID_DEVICE_STATE, "The socket is not bound, or is connecting or connected.")
                .result(STATUS_CONNECTION_REFUSED, "A RST answered every SYN.")
                .result(STATUS_NETWORK_UNREACHABLE, "No route leads to RemoteAddress.")
                .result(STATUS_HOST_UNREACHABLE, "An ICMP error, on a connection that heeds them.")
                .result(STATUS_ADDRESS_ALREADY_EXISTS, "A connection between the same two endpoints exists.")
                .result(
                        STATUS_INVALID_ADDRESS_COMPONENT,
                        "RemoteAddress is a wildcard, multicast or broadcast address, or has port 0.")
                .result(STATUS_CONNECTION_RESET, RESET)
                .result(STATUS_IO_TIMEOUT, "Nobody answered, or acknowledged the data.")
                .result(STATUS_CANCELLED, "IoCancelIrp or WskCloseSocket ended it.")
                .result(STATUS_FILE_FORCED_CLOSED, CLOSING)
                .result(STATUS_INVALID_HANDLE, "Socket is NULL (assumption).")
                .section(IrpRemarks.TITLE, IrpRemarks.of("WskConnectEx"))
                .section(
                        "Remarks",
                        "No data rides in the SYN: no simulated peer grants the cookie that TCP_FASTOPEN needs.")
                .sources("nc-wsk-pfn_wsk_connect", "ns-wsk-_wsk_buf")
                .build();
    }

    private static FunctionPage release() {
        return FunctionPage.of(WskFunction.WskRelease, "Gives a list back that a callback has kept.")
                .parameter(
                        "Socket",
                        "The socket whose callback was given the list. NULL gives STATUS_INVALID_HANDLE (assumption).")
                .parameter("DataIndication", "The very pointer for which the callback returns STATUS_PENDING.")
                .parameter(
                        "DatagramIndication",
                        "The same on a datagram socket: the list that WskReceiveFromEvent has kept.")
                .result(STATUS_SUCCESS, "The list belongs to the provider again.")
                .result(
                        STATUS_INVALID_PARAMETER,
                        "No such list is kept: a pointer into its middle, a list of another socket, or a second release"
                                + " (assumption, OQ-76).")
                .result(STATUS_INVALID_HANDLE, "Socket is NULL (assumption).")
                .section(
                        "Remarks",
                        "Lists may be released in any order, also on a dead socket, and have to be before WskCloseSocket"
                                + " (OQ-42, OQ-46).",
                        "A worker may release a list before the callback has returned STATUS_PENDING. That succeeds, unless"
                                + " the decision event.early-release refuses it, and counts when the callback returns"
                                + " STATUS_PENDING; if it returns another status, the driver has broken WSK-EVENT-004"
                                + " (OQ-124).",
                        "A list of datagrams that the driver has cut between two entries is released part by part.",
                        "Reading a list afterwards is reading freed memory.")
                .sources("nc-wsk-pfn_wsk_receive_event")
                .build();
    }
}
