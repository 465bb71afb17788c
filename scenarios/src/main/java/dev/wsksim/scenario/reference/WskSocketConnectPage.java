package dev.wsksim.scenario.reference;

import static dev.wsksim.kernel.NtStatus.*;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.reference.FunctionPage.Comparison;
import dev.wsksim.scenario.reference.FunctionPage.Comparison.Row;
import dev.wsksim.wsk.WskFunction;

/** The page of WskSocketConnect. Source: nc-wsk-pfn_wsk_socket_connect, and the pages it names at its end. */
final class WskSocketConnectPage {
    private static final String ASSUMED = " (assumption: the page names no status)";

    private WskSocketConnectPage() {}

    static FunctionPage page() {
        FunctionPage.Builder page = FunctionPage.of(
                WskFunction.WskSocketConnect,
                "Creates a connection socket, binds it to LocalAddress, connects it to RemoteAddress and hands it"
                        + " over: one request, one IRP, one completion. The documentation recommends it over"
                        + " WskSocket, WskBind and WskConnect whenever no option has to be set before the bind or the"
                        + " connect.");
        parameters(page);
        results(page);
        return page.section("Timing (TCP, by profile)", timing())
                .section(IrpRemarks.TITLE, IrpRemarks.of("WskSocketConnect"))
                .section("Remarks", remarks())
                .section("Not defined on the page", undefined())
                .comparison(new Comparison("WskSocketConnect", "WskSocket + WskBind + WskConnect", differences()))
                .sources(
                        "nc-wsk-pfn_wsk_socket",
                        "nc-wsk-pfn_wsk_bind",
                        "nc-wsk-pfn_wsk_connect",
                        "sharing-transport-addresses",
                        "using-irps-with-winsock-kernel-functions",
                        "wsk-cache-sd",
                        "so-wsk-event-callback")
                .build();
    }

    private static void parameters(FunctionPage.Builder page) {
        page.parameter(
                        "Client",
                        "The WSK_CLIENT that WskCaptureProviderNPI delivered; the NPI must still be captured. NULL, or"
                                + " one whose last capture was released, gives STATUS_INVALID_HANDLE and leaves the"
                                + " IRP untouched.")
                .parameter(
                        "SocketType",
                        "SOCK_STREAM for a connection. The page also lists SOCK_DGRAM and SOCK_RAW, but a connection"
                                + " socket exists only over SOCK_STREAM with IPPROTO_TCP.")
                .parameter(
                        "Protocol",
                        "IPPROTO_TCP. What pairs exist tells WSK_TRANSPORT_LIST_QUERY; an unlisted one fails with the"
                                + " status that the decision wsk.unlisted-transport-status gives.")
                .parameter(
                        "LocalAddress",
                        "Required. Its family (AF_INET or AF_INET6) is the family of the socket: there is no"
                                + " AddressFamily argument. The wildcard address leaves the choice of the address to"
                                + " routing at connect time; port 0 takes an ephemeral port (49152 to 65535) at the"
                                + " bind.")
                .parameter(
                        "RemoteAddress",
                        "Required, of the same family as LocalAddress. The wildcard address and port 0 are no places"
                                + " to connect to.")
                .parameter("Flags", "Reserved, must be 0.")
                .parameter(
                        "SocketContext",
                        "Handed to every callback of this socket. Memory that is not paged; NULL when no callback will"
                                + " be enabled.")
                .parameter(
                        "Dispatch",
                        "A constant WSK_CLIENT_CONNECTION_DISPATCH that outlives the socket; NULL when no callback"
                                + " will be enabled. Single members are NULL for callbacks that will not be enabled.")
                .parameter(
                        "OwningProcess",
                        "The process whose security context is judged at the bind, when the address is in use and the"
                                + " bind matrix says CHECK. NULL means the current process.")
                .parameter(
                        "OwningThread",
                        "The thread for the same purpose; it matters only while it impersonates. NULL means no"
                                + " particular thread.")
                .parameter(
                        "SecurityDescriptor",
                        "Guards the local address: whoever binds over it later is checked against this descriptor."
                                + " Must come from WSK_CACHE_SD and must not be released before the IRP completes."
                                + " NULL means the default, which lets nobody share.")
                .parameter("Irp", IrpRemarks.PARAMETER);
    }

    private static void results(FunctionPage.Builder page) {
        page.result(STATUS_SUCCESS, "The socket is connected; IoStatus.Information points to its WSK_SOCKET.")
                .result(
                        STATUS_PENDING,
                        "Returned only: the IRP completes later. Typical for every call that is not"
                                + " refused at once.")
                .result(
                        STATUS_INVALID_HANDLE,
                        "Client is NULL or no longer captured; the IRP is left untouched" + ASSUMED + ".")
                .result(
                        STATUS_INVALID_PARAMETER,
                        "Irp or an address is NULL, Flags is not 0 (OQ-28), or the families of the addresses"
                                + " differ" + ASSUMED + ".")
                .result(
                        STATUS_PROTOCOL_NOT_SUPPORTED,
                        "The transport list has no such type and protocol for this family (decision"
                                + " wsk.unlisted-transport-status)"
                                + ASSUMED + ".")
                .result(
                        STATUS_NOT_SUPPORTED,
                        "The same, or as STATUS_NOT_IMPLEMENTED, where the decision of either says so.")
                .result(
                        STATUS_PROTOCOL_UNREACHABLE,
                        "As STATUS_PROTOCOL_NOT_SUPPORTED, by the same decision; a client driver saw it for protocol 0.")
                .result(
                        STATUS_NOT_IMPLEMENTED,
                        "The transport is listed but cannot be connected, such as SOCK_DGRAM with IPPROTO_UDP (decision"
                                + " wsk.unconnectable-transport-status)" + ASSUMED + ".")
                .result(
                        STATUS_INVALID_SECURITY_DESCR,
                        "SecurityDescriptor does not come from WSK_CACHE_SD" + ASSUMED + ".")
                .result(
                        STATUS_ADDRESS_ALREADY_EXISTS,
                        "Bind stage: another socket holds the local address (matrix cell INUSE).")
                .result(
                        STATUS_ACCESS_DENIED,
                        "Bind stage: the matrix says DENIED, or CHECK and the access check of OwningProcess or"
                                + " OwningThread against the holder's descriptor failed.")
                .result(
                        STATUS_INVALID_ADDRESS_COMPONENT,
                        "Bind stage: LocalAddress is not on this host. Connect stage: RemoteAddress is a wildcard,"
                                + " multicast or broadcast address, or has port 0" + ASSUMED + ".")
                .result(STATUS_TOO_MANY_ADDRESSES, "Bind stage: port 0 was asked for and no ephemeral port is free.")
                .result(STATUS_CONNECTION_REFUSED, "Connect stage: a RST answered every SYN. See Timing.")
                .result(
                        STATUS_IO_TIMEOUT,
                        "Connect stage: no usable answer came; ICMP errors are ignored by default. See Timing.")
                .result(STATUS_NETWORK_UNREACHABLE, "Connect stage: no route leads to RemoteAddress; at once.")
                .result(
                        STATUS_HOST_UNREACHABLE,
                        "Connect stage: an ICMP error, on a connection that heeds them"
                                + " (TCP_FAIL_CONNECT_ON_ICMP_ERROR).")
                .result(STATUS_CANCELLED, "IoCancelIrp ended the request before it was connected (assumption, OQ-26).");
    }

    private static ImmutableList<String> timing() {
        return ImmutableList.<String>builder()
                .add("Accepted: one round trip, plus what the server waits before its SYN-ACK.")
                .addAll(ConnectTiming.ofAllProfiles())
                .add("Windows does not believe the first RST: it sends the SYN again every 500 ms until the"
                        + " retransmissions are used up, which is why a refusal takes about two seconds, on loopback"
                        + " too (KB175523).")
                .build();
    }

    private static ImmutableList<String> remarks() {
        return ImmutableList.of(
                "One status for three stages: it does not say which of create, bind and connect failed. The trace"
                        + " does.",
                "After a failure there is no socket and nothing to close.",
                "While the connect is under way there is no handle: IoCancelIrp is the only way to give it up.",
                "All three callbacks (WskReceiveEvent, WskDisconnectEvent, WskSendBacklogEvent) are off when the"
                        + " socket is delivered; enable them with SO_WSK_EVENT_CALLBACK. By then data may have"
                        + " arrived: the transport keeps it.",
                "A cached descriptor is not released by closing the socket: one WSK_RELEASE_SD for each WSK_CACHE_SD.",
                "WskDeregister waits for the request, and then for the socket to be closed.",
                "SO_REUSEADDR, SO_EXCLUSIVEADDRUSE and SO_WSK_SECURITY cannot be set: they belong before the bind. Use"
                        + " the three-call form for them.");
    }

    private static ImmutableList<String> undefined() {
        return ImmutableList.of(
                "The results of differing families and of NULL addresses; the lifetime of the two SOCKADDR buffers"
                        + " after a pended return (OQ-24); the effect of cancelling (OQ-26); Information after a"
                        + " failure; whether callbacks may run before the completion routine (OQ-34); SOCK_DGRAM and"
                        + " SOCK_RAW; multicast and broadcast addresses. What the simulator does there is marked as an"
                        + " assumption above.");
    }

    private static ImmutableList<Row> differences() {
        return ImmutableList.of(
                new Row(
                        "parameter order",
                        "Client, SocketType, Protocol, LocalAddress, RemoteAddress, Flags, SocketContext, ...",
                        "WskSocket: Client, AddressFamily, SocketType, Protocol, Flags, SocketContext, ..."),
                new Row("IRPs and completions", "1", "3; one IRP may be reused between the steps"),
                new Row(
                        "IoStatus.Information",
                        "the socket, at the end",
                        "the socket after WskSocket; not documented after the others"),
                new Row("address family", "taken from LocalAddress", "an argument of WskSocket"),
                new Row("socket category", "always connection", "connection or stream, by a flag"),
                new Row("client dispatch table", "WSK_CLIENT_CONNECTION_DISPATCH", "the table of the category"),
                new Row("Flags", "reserved, 0", "a category flag for WskSocket; 0 for the others"),
                new Row(
                        "options before the bind",
                        "not possible; a descriptor only through the parameter",
                        "SO_EXCLUSIVEADDRUSE, SO_REUSEADDR, SO_WSK_SECURITY"),
                new Row(
                        "options before the connect",
                        "not possible",
                        "possible, such as TCP_FASTOPEN; also WskConnectEx with data"),
                new Row(
                        "giving up a pending connect",
                        "only IoCancelIrp: there is no handle yet",
                        "also WskCloseSocket, which cancels it"),
                new Row(
                        "failure",
                        "one status, nothing to close",
                        "the failing step is known; the driver closes the socket"),
                new Row(
                        "STATUS_FILE_FORCED_CLOSED",
                        "not listed: there is no socket yet",
                        "possible in WskBind and WskConnect"),
                new Row(
                        "cached descriptor is needed until",
                        "its IRP completes, after the connect",
                        "WskSocket's IRP completes, perhaps before the bind"),
                new Row("callbacks can be enabled", "after the completion", "after WskConnect has completed"),
                new Row(
                        "WskGetLocalAddress between bind and connect",
                        "not possible",
                        "possible: tells the port, and the wildcard until connected"),
                new Row("role of a stream socket", "does not apply", "WskConnect commits it to connecting"));
    }
}
