package dev.wsksim.scenario.reference;

import static dev.wsksim.kernel.NtStatus.*;

import com.google.common.collect.ImmutableList;
import dev.wsksim.wsk.WskFunction;

/** The pages of the functions that make, bind, connect and close sockets. Sources: the page of each function. */
final class SocketPages {
    private static final String SOCKET = "The socket. NULL gives STATUS_INVALID_HANDLE (assumption). After its"
            + " WskCloseSocket has completed the memory is gone: a call then is a bug check.";
    private static final String CLOSING = "WskCloseSocket was called on the socket before (assumption, OQ-82).";
    private static final String DEAD = "The socket is dead, because its own local address has left the host; or"
            + " WskCloseSocket was called on it before (assumption, OQ-82).";

    private SocketPages() {}

    static ImmutableList<FunctionPage> all() {
        return ImmutableList.of(
                socket(), WskSocketConnectPage.page(), close(), bind(), connect(), localAddress(), remoteAddress());
    }

    private static FunctionPage socket() {
        return FunctionPage.of(
                        WskFunction.WskSocket,
                        "Creates a socket of the category that Flags names. It is neither bound nor connected yet.")
                .parameter(
                        "Client",
                        "The WSK_CLIENT that WskCaptureProviderNPI delivered. NULL, or one whose last capture was"
                                + " released, gives STATUS_INVALID_HANDLE and leaves the IRP untouched.")
                .parameter("AddressFamily", "AF_INET or AF_INET6.")
                .parameter("SocketType", "SOCK_STREAM, SOCK_DGRAM or SOCK_RAW; must fit family and protocol.")
                .parameter(
                        "Protocol",
                        "IPPROTO_TCP for listening, connection and stream sockets, IPPROTO_UDP for datagram sockets, and any"
                                + " with SOCK_RAW. The valid triples are those of WSK_TRANSPORT_LIST_QUERY.")
                .parameter(
                        "Flags",
                        "Exactly one category: WSK_FLAG_BASIC_SOCKET, which is 0, WSK_FLAG_LISTEN_SOCKET,"
                                + " WSK_FLAG_DATAGRAM_SOCKET, WSK_FLAG_CONNECTION_SOCKET or, from Windows 10 version 1703"
                                + " on, WSK_FLAG_STREAM_SOCKET.")
                .parameter(
                        "SocketContext",
                        "Handed to every callback of this socket. Memory that is not paged; NULL"
                                + " without callbacks, and for a basic socket (OQ-39).")
                .parameter(
                        "Dispatch",
                        "The constant client dispatch table of the category; NULL when no callback will"
                                + " be enabled.")
                .parameter(
                        "OwningProcess",
                        "The process whose security context is judged when the socket is bound. NULL means the current"
                                + " process.")
                .parameter("OwningThread", "The thread for the same purpose; it matters only while it impersonates.")
                .parameter(
                        "SecurityDescriptor",
                        "Guards the local address. Must come from WSK_CACHE_SD, and be kept until the IRP completes."
                                + " NULL means that nobody may share.")
                .parameter("Irp", IrpRemarks.PARAMETER)
                .result(STATUS_SUCCESS, "The socket exists; IoStatus.Information points to its WSK_SOCKET.")
                .result(STATUS_PENDING, "Returned only: the IRP completes later.")
                .result(STATUS_INVALID_HANDLE, "Client is NULL or no longer captured (assumption).")
                .result(
                        STATUS_INVALID_PARAMETER,
                        "Irp is NULL, Flags names more than one category (assumption, OQ-38), or one that this Windows"
                                + " does not have (OQ-100).")
                .result(
                        STATUS_PROTOCOL_NOT_SUPPORTED,
                        "The transport list has no such triple (decision wsk.unlisted-transport-status, OQ-56).")
                .result(STATUS_NOT_SUPPORTED, "The same, by the same decision.")
                .result(
                        STATUS_PROTOCOL_UNREACHABLE,
                        "The same, by the same decision; a client driver saw it for protocol 0.")
                .result(
                        STATUS_INVALID_SECURITY_DESCR,
                        "SecurityDescriptor does not come from WSK_CACHE_SD (assumption, OQ-81).")
                .section(IrpRemarks.TITLE, IrpRemarks.of("WskSocket"))
                .section(
                        "Remarks",
                        "Type and category are judged at the bind, not here: Windows was seen to create sockets that"
                                + " can never be bound.",
                        "All callbacks are off until they are enabled.",
                        "Prefer WskSocketConnect unless an option has to be set before the bind or the connect.")
                .sources("creating-sockets", "af-inet", "af-inet6", "wsk-cache-sd")
                .build();
    }

    private static FunctionPage close() {
        return FunctionPage.of(
                        WskFunction.WskCloseSocket,
                        "Cancels what is pending on a socket, resets its connection, gives its address back and frees"
                                + " it.")
                .parameter(
                        "Socket",
                        "The socket, in any state. No call on it may be in progress on any thread;"
                                + " pending IRPs are fine.")
                .parameter("Irp", IrpRemarks.PARAMETER)
                .result(STATUS_SUCCESS, "Closed. It never fails (assumption, OQ-43).")
                .result(STATUS_PENDING, "Returned only: the IRP completes when the socket is closed.")
                .result(STATUS_INVALID_HANDLE, "Socket is NULL (assumption).")
                .result(STATUS_INVALID_PARAMETER, "Irp is NULL (assumption).")
                .result(STATUS_FILE_FORCED_CLOSED, CLOSING)
                .section(IrpRemarks.TITLE, IrpRemarks.of("WskCloseSocket"))
                .section(
                        "Remarks",
                        "Every pending IRP of the socket completes first, with STATUS_CANCELLED (assumption, OQ-13).",
                        "A connection is reset (RST) unless both directions were shut down before.",
                        "It waits for callbacks that run, so that one that closes its own socket gets STATUS_PENDING and the"
                                + " completion after it has returned (OQ-31).",
                        "Connections that nobody has accepted are refused with a listening socket (OQ-35).",
                        "Cached security descriptors are not released. Lists that the driver keeps have to be released"
                                + " before; otherwise they go with the socket (OQ-42).",
                        "From the call on, no other function may be called on the socket.")
                .sources("closing-a-socket")
                .build();
    }

    private static FunctionPage bind() {
        return FunctionPage.of(
                        WskFunction.WskBind,
                        "Gives a socket its local address and port, if the sockets that hold them already let it.")
                .parameter("Socket", SOCKET)
                .parameter(
                        "LocalAddress",
                        "Of the socket's family; the wildcard address or one of this host. Port 0 takes an ephemeral"
                                + " port (49152 to 65535).")
                .parameter("Flags", "Reserved, must be 0.")
                .parameter("Irp", IrpRemarks.PARAMETER)
                .result(STATUS_SUCCESS, "Bound.")
                .result(STATUS_PENDING, "Returned only: the IRP completes later.")
                .result(STATUS_ADDRESS_ALREADY_EXISTS, "The bind matrix says INUSE.")
                .result(
                        STATUS_ACCESS_DENIED,
                        "The matrix says DENIED, or CHECK and the access check of the second socket's process or"
                                + " thread against the first socket's descriptor failed.")
                .result(STATUS_INVALID_ADDRESS_COMPONENT, "The address is not on this host.")
                .result(STATUS_TOO_MANY_ADDRESSES, "Port 0 was asked for and no ephemeral port is free.")
                .result(STATUS_INVALID_DEVICE_STATE, "The socket is bound already (assumption, OQ-6).")
                .result(
                        STATUS_INVALID_PARAMETER,
                        "Irp or LocalAddress is NULL, Flags is not 0 (OQ-28), or the family is another (assumption).")
                .result(
                        STATUS_NOT_IMPLEMENTED,
                        "A connection socket over something else than TCP (decision"
                                + " wsk.unconnectable-transport-status).")
                .result(STATUS_INVALID_HANDLE, "Socket is NULL (assumption).")
                .result(STATUS_FILE_FORCED_CLOSED, DEAD)
                .section("The bind matrix", BindMatrixText.lines())
                .section(IrpRemarks.TITLE, IrpRemarks.of("WskBind"))
                .sources("sharing-transport-addresses", "binding-a-socket-to-a-transport-address")
                .build();
    }

    private static FunctionPage connect() {
        return FunctionPage.of(WskFunction.WskConnect, "Connects a bound connection socket to a remote address.")
                .parameter("Socket", SOCKET + " It must be bound.")
                .parameter("RemoteAddress", "Of the socket's family; not the wildcard address, and not port 0.")
                .parameter("Flags", "Reserved, must be 0.")
                .parameter("Irp", IrpRemarks.PARAMETER)
                .result(STATUS_SUCCESS, "Connected.")
                .result(STATUS_PENDING, "Returned only: the IRP completes later.")
                .result(STATUS_CONNECTION_REFUSED, "A RST answered every SYN.")
                .result(STATUS_IO_TIMEOUT, "No usable answer came.")
                .result(STATUS_NETWORK_UNREACHABLE, "No route leads to RemoteAddress.")
                .result(STATUS_HOST_UNREACHABLE, "An ICMP error, on a connection that heeds them.")
                .result(
                        STATUS_ADDRESS_ALREADY_EXISTS,
                        "A connection between the same two endpoints exists, perhaps in TIME-WAIT.")
                .result(
                        STATUS_INVALID_ADDRESS_COMPONENT,
                        "RemoteAddress is a wildcard, multicast or broadcast address, or has port 0.")
                .result(
                        STATUS_INVALID_DEVICE_STATE,
                        "The socket is not bound, or is connecting or connected; returned at once and in the IRP.")
                .result(
                        STATUS_INVALID_PARAMETER,
                        "Irp or RemoteAddress is NULL, Flags is not 0 (OQ-28), or the family"
                                + " is another (assumption).")
                .result(STATUS_CANCELLED, "IoCancelIrp or WskCloseSocket ended it (assumption, OQ-26, OQ-13).")
                .result(STATUS_INVALID_HANDLE, "Socket is NULL (assumption).")
                .result(STATUS_FILE_FORCED_CLOSED, DEAD)
                .section("Timing (TCP, by profile)", ConnectTiming.ofAllProfiles())
                .section(IrpRemarks.TITLE, IrpRemarks.of("WskConnect"))
                .section("Remarks", "After a failure the socket is still there, bound, and has to be closed.")
                .sources("establishing-a-connection-with-a-destination", "nc-wsk-pfn_wsk_socket_connect")
                .build();
    }

    private static FunctionPage localAddress() {
        return FunctionPage.of(WskFunction.WskGetLocalAddress, "Tells the local address and port of a bound socket.")
                .parameter("Socket", SOCKET)
                .parameter(
                        "LocalAddress",
                        "Receives the address. Not paged, large enough for the family, valid until"
                                + " the IRP completes.")
                .parameter("Irp", IrpRemarks.PARAMETER)
                .result(STATUS_SUCCESS, "The address is there.")
                .result(STATUS_PENDING, "Returned only: the IRP completes later.")
                .result(STATUS_INVALID_DEVICE_STATE, "The socket is not bound.")
                .result(STATUS_INVALID_PARAMETER, "Irp or LocalAddress is NULL (assumption).")
                .result(STATUS_INVALID_HANDLE, "Socket is NULL (assumption).")
                .result(STATUS_FILE_FORCED_CLOSED, DEAD)
                .section(IrpRemarks.TITLE, IrpRemarks.of("WskGetLocalAddress"))
                .section(
                        "Remarks",
                        "After a bind to the wildcard the port is known at once; the address stays the wildcard until"
                                + " the socket is connected, and while it listens (OQ-44).")
                .build();
    }

    private static FunctionPage remoteAddress() {
        return FunctionPage.of(
                        WskFunction.WskGetRemoteAddress, "Tells the remote address and port of a connected socket.")
                .parameter("Socket", SOCKET)
                .parameter(
                        "RemoteAddress",
                        "Receives the address. Not paged, large enough for the family, valid until"
                                + " the IRP completes.")
                .parameter("Irp", IrpRemarks.PARAMETER)
                .result(STATUS_SUCCESS, "The address is there.")
                .result(STATUS_PENDING, "Returned only: the IRP completes later.")
                .result(STATUS_INVALID_DEVICE_STATE, "The socket is not connected.")
                .result(STATUS_INVALID_PARAMETER, "Irp or RemoteAddress is NULL (assumption).")
                .result(STATUS_INVALID_HANDLE, "Socket is NULL (assumption).")
                .result(STATUS_FILE_FORCED_CLOSED, DEAD)
                .section(IrpRemarks.TITLE, IrpRemarks.of("WskGetRemoteAddress"))
                .section("Remarks", "The address is told until the close, also after either side has disconnected.")
                .build();
    }
}
