package dev.wsksim.scenario.reference;

import static dev.wsksim.kernel.NtStatus.STATUS_ACCESS_DENIED;
import static dev.wsksim.kernel.NtStatus.STATUS_BUFFER_OVERFLOW;
import static dev.wsksim.kernel.NtStatus.STATUS_CANCELLED;
import static dev.wsksim.kernel.NtStatus.STATUS_FILE_FORCED_CLOSED;
import static dev.wsksim.kernel.NtStatus.STATUS_HOPLIMIT_EXCEEDED;
import static dev.wsksim.kernel.NtStatus.STATUS_INVALID_ADDRESS_COMPONENT;
import static dev.wsksim.kernel.NtStatus.STATUS_INVALID_BUFFER_SIZE;
import static dev.wsksim.kernel.NtStatus.STATUS_INVALID_DEVICE_STATE;
import static dev.wsksim.kernel.NtStatus.STATUS_INVALID_HANDLE;
import static dev.wsksim.kernel.NtStatus.STATUS_INVALID_PARAMETER;
import static dev.wsksim.kernel.NtStatus.STATUS_NETWORK_UNREACHABLE;
import static dev.wsksim.kernel.NtStatus.STATUS_PENDING;
import static dev.wsksim.kernel.NtStatus.STATUS_PORT_UNREACHABLE;
import static dev.wsksim.kernel.NtStatus.STATUS_SUCCESS;

import com.google.common.collect.ImmutableList;
import dev.wsksim.wsk.WskFunction;

/** The pages of the functions of a datagram socket. Sources: the page of each function. */
final class DatagramPages {
    private static final String SOCKET = "The datagram socket, bound.";
    private static final String FLAGS = "Reserved: 0.";
    private static final String CLOSED = "The socket is dead, or WskCloseSocket was called on it before.";
    private static final String REMOTE = "Where to send to, in the family of the socket. NULL only where"
            + " SIO_WSK_SET_REMOTE_ADDRESS or SIO_WSK_SET_SENDTO_ADDRESS has set an address, which it overrides"
            + " otherwise.";
    private static final String CONTROL_LENGTH =
            "How many bytes ControlInfo has, each object with its padding; 0 without control information.";
    private static final String CONTROL = "A list of objects. IP_PKTINFO and IPV6_PKTINFO choose source address and"
            + " interface, IP_TTL and IPV6_HOPLIMIT the hop limit; others are refused by name. NULL without.";

    private DatagramPages() {}

    static ImmutableList<FunctionPage> all() {
        return ImmutableList.of(sendTo(), sendMessages(), receiveFrom());
    }

    private static FunctionPage sendTo() {
        return FunctionPage.of(WskFunction.WskSendTo, "Sends one datagram.")
                .parameter("Socket", SOCKET)
                .parameter(
                        "Buffer",
                        "The WSK_BUF with the datagram, which may be empty. The memory belongs to the"
                                + " provider until the IRP is completed.")
                .parameter("Flags", FLAGS)
                .parameter("RemoteAddress", REMOTE)
                .parameter("ControlInfoLength", CONTROL_LENGTH)
                .parameter("ControlInfo", CONTROL)
                .parameter("Irp", IrpRemarks.PARAMETER)
                .result(
                        STATUS_SUCCESS,
                        "The datagram was handed to the network (OQ-16); IoStatus.Information is its number of bytes.")
                .result(STATUS_PENDING, "Returned only: the IRP completes later.")
                .result(
                        STATUS_INVALID_PARAMETER,
                        "Irp is NULL, Flags is not 0, the buffer is bad, no or another family's address, or malformed"
                                + " control information (assumptions, OQ-28).")
                .result(STATUS_INVALID_DEVICE_STATE, "The socket is not bound (assumption, OQ-27).")
                .result(
                        STATUS_INVALID_BUFFER_SIZE,
                        "More bytes than a datagram carries (decision wsk.oversized-datagram-status).")
                .result(STATUS_BUFFER_OVERFLOW, "The same, by the same decision.")
                .result(STATUS_ACCESS_DENIED, "A broadcast address without SO_BROADCAST (assumption).")
                .result(STATUS_NETWORK_UNREACHABLE, "No route leads to the address (assumption).")
                .result(
                        STATUS_INVALID_ADDRESS_COMPONENT,
                        "Port 0, a wildcard address, or a source that is not the host's (assumption).")
                .result(STATUS_INVALID_HANDLE, "Socket is NULL (assumption).")
                .result(STATUS_FILE_FORCED_CLOSED, CLOSED)
                .section(IrpRemarks.TITLE, IrpRemarks.of("WskSendTo"))
                .section(
                        "Remarks",
                        "Whether a datagram arrives, nobody tells; an ICMP error that comes back fails the next"
                                + " WskReceiveFrom.",
                        "On a raw socket one datagram is one packet of the socket's protocol, with an IP header of the"
                                + " driver's own where IP_HDRINCL is set.")
                .sources("sending-data-over-a-datagram-socket", "ns-wsk-_wsk_buf")
                .build();
    }

    private static FunctionPage sendMessages() {
        return FunctionPage.of(
                        WskFunction.WskSendMessages, "Sends a list of datagrams to one address; Windows 8 and later.")
                .parameter("Socket", SOCKET)
                .parameter("BufferList", "The WSK_BUF_LIST, one entry for each datagram.")
                .parameter("Flags", FLAGS)
                .parameter("RemoteAddress", REMOTE)
                .parameter("ControlInfoLength", CONTROL_LENGTH)
                .parameter("ControlInfo", CONTROL + " It counts for all datagrams of the list.")
                .parameter("Irp", IrpRemarks.PARAMETER)
                .result(
                        STATUS_SUCCESS,
                        "All were handed to the network; IoStatus.Information is the sum of their bytes (OQ-18).")
                .result(STATUS_PENDING, "Returned only: the IRP completes later.")
                .result(STATUS_INVALID_PARAMETER, "As for WskSendTo, and for BufferList NULL (assumption).")
                .result(STATUS_INVALID_DEVICE_STATE, "The socket is not bound (assumption, OQ-27).")
                .result(
                        STATUS_INVALID_BUFFER_SIZE,
                        "One is too large to be sent (decision wsk.oversized-datagram-status, OQ-111).")
                .result(STATUS_BUFFER_OVERFLOW, "The same, by the same decision.")
                .result(STATUS_INVALID_HANDLE, "Socket is NULL (assumption).")
                .result(STATUS_FILE_FORCED_CLOSED, CLOSED)
                .section(IrpRemarks.TITLE, IrpRemarks.of("WskSendMessages"))
                .section(
                        "Remarks",
                        "STATUS_ACCESS_DENIED, STATUS_NETWORK_UNREACHABLE and STATUS_INVALID_ADDRESS_COMPONENT as for"
                                + " WskSendTo. The first datagram that cannot be sent ends the"
                                + " call; Information counts those before it (assumption).")
                .sources("ns-wsk-wsk_buf_list")
                .build();
    }

    private static FunctionPage receiveFrom() {
        return FunctionPage.of(WskFunction.WskReceiveFrom, "Receives one datagram.")
                .parameter("Socket", SOCKET)
                .parameter("Buffer", "The WSK_BUF that takes the datagram; what does not fit is lost.")
                .parameter("Flags", FLAGS)
                .parameter("RemoteAddress", "Receives who sent it. Non-paged memory, or NULL.")
                .parameter(
                        "ControlLength",
                        "Before: how many bytes ControlInfo has room for; after: how many are used. NULL without control"
                                + " information.")
                .parameter(
                        "ControlInfo", "Receives the control messages that the socket asked for, such as IP_PKTINFO.")
                .parameter("ControlFlags", "Receives MSG_TRUNC, MSG_CTRUNC, MSG_BCAST and MSG_MCAST; may be NULL.")
                .parameter("Irp", IrpRemarks.PARAMETER)
                .result(STATUS_SUCCESS, "IoStatus.Information is the number of bytes in Buffer.")
                .result(STATUS_PENDING, "Returned only: the IRP completes later.")
                .result(STATUS_BUFFER_OVERFLOW, "The datagram was cut (decision wsk.truncation-status, OQ-19).")
                .result(
                        STATUS_INVALID_PARAMETER,
                        "Irp is NULL, Flags is not 0, or the buffer is bad (assumptions, OQ-28).")
                .result(STATUS_INVALID_DEVICE_STATE, "The socket is not bound (assumption, OQ-27).")
                .result(
                        STATUS_PORT_UNREACHABLE,
                        "An earlier datagram met a port that nobody uses (assumption, as for Winsock).")
                .result(STATUS_HOPLIMIT_EXCEEDED, "An earlier datagram used up its hop limit (assumption).")
                .result(STATUS_CANCELLED, "IoCancelIrp or WskCloseSocket ended it.")
                .result(STATUS_INVALID_HANDLE, "Socket is NULL (assumption).")
                .result(STATUS_FILE_FORCED_CLOSED, CLOSED)
                .section(IrpRemarks.TITLE, IrpRemarks.of("WskReceiveFrom"))
                .section(
                        "Remarks",
                        "A pending request gets the datagram, even if WskReceiveFromEvent is enabled; requests get"
                                + " datagrams in the order of their calls.",
                        "Datagrams wait up to the bytes of SO_RCVBUF; later ones are lost.")
                .sources("receiving-data-over-a-datagram-socket", "so-rcvbuf")
                .build();
    }
}
