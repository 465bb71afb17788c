package dev.wsksim.scenario.reference;

import static dev.wsksim.kernel.NtStatus.*;

import com.google.common.collect.ImmutableList;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.registry.ItemKind;

/**
 * The pages of WskControlClient and WskControlSocket. Sources: nc-wsk-pfn_wsk_control_client,
 * nc-wsk-pfn_wsk_control_socket.
 */
final class ControlFunctionPages {
    private static final String INPUT_SIZE = "The bytes in InputBuffer; 0 when there is none.";
    private static final String INPUT =
            "What the operation takes; NULL when it takes nothing. Valid until the completion.";
    private static final String OUTPUT_SIZE = "The bytes that OutputBuffer has room for; 0 when there is none.";
    private static final String OUTPUT =
            "Receives what the operation returns; NULL when it returns nothing. Valid until the completion.";
    private static final String RETURNED =
            "NULL, unless there is no IRP, the operation returns something, and its size is not known beforehand. A"
                    + " SIZE_T, whatever some pages say (OQ-10).";

    private ControlFunctionPages() {}

    static ImmutableList<FunctionPage> all() {
        return ImmutableList.of(controlClient(), controlSocket());
    }

    private static FunctionPage controlClient() {
        return FunctionPage.of(
                        WskFunction.WskControlClient,
                        "Performs a control operation that is not about one socket. Each operation says whether it"
                                + " takes an IRP.")
                .parameter("Client", "The WSK_CLIENT that WskCaptureProviderNPI delivered.")
                .parameter("ControlCode", "The operation: see below, and 'explain' each code.")
                .parameter("InputSize", INPUT_SIZE)
                .parameter("InputBuffer", INPUT)
                .parameter("OutputSize", OUTPUT_SIZE)
                .parameter("OutputBuffer", OUTPUT)
                .parameter("OutputSizeReturned", RETURNED)
                .parameter("Irp", "Required, optional or NULL, as the operation says.")
                .result(STATUS_SUCCESS, "Done.")
                .result(STATUS_BUFFER_OVERFLOW, "OutputBuffer is too small; OutputSizeReturned tells the size.")
                .result(
                        STATUS_INVALID_PARAMETER,
                        "Buffers, sizes or IRP are not what the operation asks for (assumption).")
                .result(STATUS_PENDING, "Returned only: the IRP of WSK_TRANSPORT_LIST_CHANGE completes later.")
                .result(STATUS_CANCELLED, "In the IRP: IoCancelIrp, or WskDeregister.")
                .result(STATUS_INVALID_DEVICE_STATE, "The client has created a socket before (assumption).")
                .result(STATUS_NOT_SUPPORTED, "Nobody knows the control code (assumption).")
                .result(STATUS_INVALID_HANDLE, "Client is NULL or no longer captured (assumption).")
                .section("Operations", ControlPages.namesOf(ItemKind.CLIENT_CONTROL_CODE))
                .sources("client-control-operations")
                .build();
    }

    private static FunctionPage controlSocket() {
        return FunctionPage.of(
                        WskFunction.WskControlSocket, "Sets or gets a socket option, or performs an IOCTL on a socket.")
                .parameter("Socket", "The socket. NULL gives STATUS_INVALID_HANDLE (assumption).")
                .parameter(
                        "RequestType",
                        "WskSetOption, WskGetOption or WskIoctl; any other gives STATUS_INVALID_PARAMETER (assumption).")
                .parameter(
                        "ControlCode",
                        "The option or IOCTL: see below, and 'explain' each of them. A number that nobody knows gives"
                                + " STATUS_NOT_SUPPORTED (assumption).")
                .parameter(
                        "Level",
                        "SOL_SOCKET for the options of WSK, the protocol's level for others; ignored for IOCTLs.")
                .parameter("InputSize", INPUT_SIZE)
                .parameter("InputBuffer", INPUT)
                .parameter("OutputSize", OUTPUT_SIZE)
                .parameter("OutputBuffer", OUTPUT)
                .parameter("OutputSizeReturned", RETURNED)
                .parameter(
                        "Irp",
                        "Required, optional or NULL, as the operation says; otherwise STATUS_INVALID_PARAMETER"
                                + " (assumption).")
                .result(STATUS_SUCCESS, "Done; IoStatus.Information tells the bytes put into OutputBuffer.")
                .result(STATUS_PENDING, "Returned only: the IRP completes later.")
                .result(
                        STATUS_EVENT_PENDING,
                        "Without an IRP: the callback is disabled, and a call of it is still running.")
                .result(STATUS_INVALID_DEVICE_STATE, "Too early or too late for the operation (assumption).")
                .result(STATUS_INVALID_DEVICE_REQUEST, "The category of the socket has no such operation (assumption).")
                .result(STATUS_NOT_SUPPORTED, "Nobody knows the operation, or this Windows does not (assumption).")
                .result(STATUS_BUFFER_OVERFLOW, "A list does not fit; OutputSizeReturned tells the size.")
                .result(STATUS_NOT_FOUND, "The connection was not redirected.")
                .result(
                        STATUS_INVALID_PARAMETER,
                        "IRP, request type or value are not what the operation takes (assumption).")
                .result(STATUS_BUFFER_TOO_SMALL, "OutputBuffer is too small for the option (assumption).")
                .result(
                        STATUS_INVALID_SECURITY_DESCR,
                        "SO_WSK_SECURITY with a descriptor that was not cached (assumption).")
                .result(STATUS_INVALID_HANDLE, "Socket is NULL (assumption).")
                .result(
                        STATUS_FILE_FORCED_CLOSED,
                        "The socket is dead, or WskCloseSocket was called on it before (assumption, OQ-82).")
                .section("Options, level SOL_SOCKET", ControlPages.namesOf(ItemKind.SOCKET_OPTION))
                .section("Options, level IPPROTO_TCP", ControlPages.namesOf(ItemKind.TCP_OPTION))
                .section(
                        "Options, level IPPROTO_IP and IPPROTO_IPV6",
                        ControlPages.namesOf(ItemKind.IP_OPTION, ItemKind.IPV6_OPTION))
                .section("IOCTLs", ControlPages.namesOf(ItemKind.IOCTL))
                .section(IrpRemarks.TITLE, IrpRemarks.of("WskControlSocket"))
                .sources("performing-control-operations-on-a-socket")
                .build();
    }
}
