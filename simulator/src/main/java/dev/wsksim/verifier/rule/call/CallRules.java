package dev.wsksim.verifier.rule.call;

import com.google.common.collect.ImmutableList;
import dev.wsksim.verifier.Rule;
import dev.wsksim.verifier.Severity;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.WskCallEntered;

/** The rules about a call by itself. */
public final class CallRules {

    private static final String SOCKET = "nc-wsk-pfn_wsk_socket";
    private static final String SOCKET_CONNECT = "nc-wsk-pfn_wsk_socket_connect";
    private static final String BIND = "nc-wsk-pfn_wsk_bind";
    private static final String CONNECT = "nc-wsk-pfn_wsk_connect";
    private static final String CONTROL_CLIENT = "nc-wsk-pfn_wsk_control_client";
    private static final String CONTROL_SOCKET = "nc-wsk-pfn_wsk_control_socket";

    private static final String GET_ADDRESS_INFO = "nc-wsk-pfn_wsk_get_address_info";
    private static final String FREE_ADDRESS_INFO = "nc-wsk-pfn_wsk_free_address_info";
    private static final String GET_NAME_INFO = "nc-wsk-pfn_wsk_get_name_info";

    private static final Rule IRQL = Rule.named(
                    "WSK-IRQL-001", Severity.MUST, "A function is called at or below its IRQL limit")
            .what("Each function has a highest IRQL: PASSIVE_LEVEL for WskRegister, WskDeregister, a"
                    + " WskCaptureProviderNPI that may wait, WskGetAddressInfo, WskFreeAddressInfo, WskGetNameInfo and"
                    + " the IOCTLs about address lists, DISPATCH_LEVEL for the others here.")
            .why("Above PASSIVE_LEVEL a function that blocks cannot let other threads run, and above DISPATCH_LEVEL"
                    + " no lock of WSK may be taken: bug check IRQL_NOT_LESS_OR_EQUAL, or a deadlock.")
            .fix("Make the call from a worker thread, or after lowering the IRQL that the driver itself has raised.")
            .pages(
                    "nf-wsk-wskregister",
                    "nf-wsk-wskcaptureprovidernpi",
                    "nf-wsk-wskreleaseprovidernpi",
                    "nf-wsk-wskqueryprovidercharacteristics",
                    "nf-wsk-wskderegister",
                    SOCKET,
                    SOCKET_CONNECT,
                    CONTROL_CLIENT,
                    GET_ADDRESS_INFO,
                    FREE_ADDRESS_INFO,
                    GET_NAME_INFO,
                    CONTROL_SOCKET,
                    "nc-wsk-pfn_wsk_close_socket",
                    BIND,
                    CONNECT,
                    "nc-wsk-pfn_wsk_get_local_address",
                    "nc-wsk-pfn_wsk_get_remote_address",
                    "nc-wsk-pfn_wsk_accept",
                    "nc-wsk-pfn_wsk_listen",
                    "nc-wsk-pfn_wsk_inspect_complete",
                    "nc-wsk-pfn_wsk_send_to",
                    "nc-wsk-pfn_wsk_receive_from",
                    "nc-wsk-pfn_wsk_release_datagram_indication_list")
            .obligations(
                    "V001", "V014", "V015", "V020", "V021", "V022", "V028", "V044", "V055", "V063", "V068", "V070",
                    "V083", "V084", "V098", "V104", "V110", "V115", "V120", "V130", "V144", "V152", "V156", "V163",
                    "V170", "V178", "V194", "V197", "V211", "V226", "R-90", "V243")
            .checkedOn(WskCallEntered.class, CallChecks::irql);

    private static final Rule CLIENT = Rule.named(
                    "WSK-ARG-001", Severity.MUST, "Client is the pointer that a capture delivered")
            .what("The first argument of the functions of WSK_PROVIDER_DISPATCH is the Client member of the"
                    + " WSK_PROVIDER_NPI that WskCaptureProviderNPI filled.")
            .why("The pointer is opaque: the provider follows it without a look, so that any other value is a wild"
                    + " pointer.")
            .fix("Keep WskProviderNpi.Client after STATUS_SUCCESS of WskCaptureProviderNPI and pass nothing else.")
            .pages(SOCKET, SOCKET_CONNECT, CONTROL_CLIENT, GET_ADDRESS_INFO, FREE_ADDRESS_INFO, GET_NAME_INFO)
            .obligations("V027")
            .checkedBy(ClientHandleCheck::new);

    private static final Rule FLAGS = Rule.named("WSK-ARG-002", Severity.MUST, "Reserved flags are 0")
            .what("Flags of WskSocketConnect, WskBind, WskConnect and WskAccept is reserved and must be 0. The"
                    + " category flag belongs to WskSocket alone.")
            .why("A later version of Windows may give the bits a meaning.")
            .fix("Pass 0.")
            .pages(SOCKET_CONNECT, BIND, CONNECT, "nc-wsk-pfn_wsk_accept")
            .obligations("V047", "V106", "V122", "V155", "V159")
            .checkedOn(
                    WskCallEntered.class,
                    CallChecks::reservedFlags,
                    WskFunction.WskSocketConnect,
                    WskFunction.WskBind,
                    WskFunction.WskConnect,
                    WskFunction.WskConnectEx,
                    WskFunction.WskAccept);

    private static final Rule ADDRESS = Rule.named(
                    "WSK-ARG-003", Severity.MUST, "LocalAddress and RemoteAddress point at an address")
            .what("WskSocketConnect needs both addresses, WskBind the local and WskConnect the remote one.")
            .why("There is no default: a socket that may have any local address is bound to the wildcard address of"
                    + " its family.")
            .fix("Pass a SOCKADDR_IN or SOCKADDR_IN6; with INADDR_ANY or in6addr_any and port 0 where the driver"
                    + " has no wish.")
            .pages(SOCKET_CONNECT, BIND, CONNECT)
            .obligations("V045", "V046", "V105", "V154", "V158")
            .checkedOn(
                    WskCallEntered.class,
                    CallChecks::addressGiven,
                    WskFunction.WskSocketConnect,
                    WskFunction.WskBind,
                    WskFunction.WskConnect,
                    WskFunction.WskConnectEx);

    private static final Rule FAMILY = Rule.named("WSK-ARG-004", Severity.MUST, "An address is of the socket's family")
            .what("An address is the SOCKADDR type of the family that the socket was created for; for"
                    + " WskSocketConnect, LocalAddress sets the family and RemoteAddress has to agree.")
            .why("The provider reads as many bytes as the type of the socket's family has.")
            .fix("Choose the wildcard local address by the family of the remote one.")
            .pages(SOCKET_CONNECT, BIND, CONNECT, "nc-wsk-pfn_wsk_send_to")
            .obligations("V045", "V046", "V105", "V154", "V158", "V200", "R-100", "R-101", "G26")
            .checkedOn(WskCallEntered.class, CallChecks::addressFamily);

    private static final Rule TRANSPORT = Rule.named(
                    "WSK-ARG-005", Severity.MUST, "A socket is asked for with a listed transport")
            .what("Family, socket type and protocol together are one of the transports that"
                    + " WSK_TRANSPORT_LIST_QUERY lists.")
            .why("Sockets exist only for transports that are installed; each of the three numbers may be fine and"
                    + " their combination not.")
            .fix("Take the three values from one entry of the list: for TCP, SOCK_STREAM and IPPROTO_TCP.")
            .pages(SOCKET, SOCKET_CONNECT, "ns-wsk-_wsk_transport")
            .obligations("V030")
            .checkedOn(
                    WskCallEntered.class,
                    CallChecks::listedTransport,
                    WskFunction.WskSocket,
                    WskFunction.WskSocketConnect);

    private static final Rule CATEGORY = Rule.named(
                    "WSK-ARG-006", Severity.MUST, "Flags of WskSocket names one category")
            .what("Flags is one of WSK_FLAG_BASIC_SOCKET, WSK_FLAG_LISTEN_SOCKET, WSK_FLAG_DATAGRAM_SOCKET,"
                    + " WSK_FLAG_CONNECTION_SOCKET and WSK_FLAG_STREAM_SOCKET.")
            .why("A socket has one category, which decides its functions and callbacks.")
            .fix("Pass exactly one flag, or WSK_FLAG_STREAM_SOCKET for a socket whose role is not known yet.")
            .pages(SOCKET)
            .obligations("V029")
            .checkedOn(WskCallEntered.class, CallChecks::category, WskFunction.WskSocket);

    private static final Rule IRP_NEEDED = Rule.named(
                    "WSK-ARG-007", Severity.MUST, "An IRP is passed where the function needs one")
            .what(
                    "Every function that works on an IRP gets one; so do all socket options but SO_WSK_EVENT_CALLBACK, all"
                            + " IOCTLs but the few that forbid it, and WSK_TRANSPORT_LIST_CHANGE.")
            .why("The provider reports the outcome in the IRP and has no other way to.")
            .fix("Allocate an IRP with IoAllocateIrp and at least one stack location, set its completion routine,"
                    + " and pass it.")
            .pages(
                    "using-irps-with-winsock-kernel-functions",
                    CONTROL_CLIENT,
                    CONTROL_SOCKET,
                    "so-reuseaddr",
                    "so-exclusiveaddruse",
                    "so-wsk-security")
            .obligations("V059", "V090", "G24", "V247", "H09", "H10", "H12", "R-59")
            .checkedOn(WskCallEntered.class, IrpArgumentChecks::needed);

    private static final Rule IRP_FORBIDDEN = Rule.named(
                    "WSK-ARG-008", Severity.MUST, "No IRP is passed where the operation forbids it")
            .what("WSK_TRANSPORT_LIST_QUERY, WSK_CACHE_SD, WSK_RELEASE_SD, WSK_SET_STATIC_EVENT_CALLBACKS,"
                    + " WSK_TDI_DEVICENAME_MAPPING and WSK_TDI_BEHAVIOR are done when WskControlClient returns, and"
                    + " SIO_WSK_REGISTER_EXTENSION, SIO_WSK_QUERY_INSPECT_ID and SIO_ADDRESS_LIST_QUERY when"
                    + " WskControlSocket does; Irp is NULL.")
            .why("The IRP would not be completed, so that whoever waits for it waits for ever.")
            .fix("Pass NULL for Irp and use the return value.")
            .pages(CONTROL_CLIENT, "wsk-transport-list-query", "wsk-cache-sd", "wsk-release-sd")
            .obligations("V059", "G25", "H09", "R-81", "V090")
            .checkedOn(
                    WskCallEntered.class,
                    IrpArgumentChecks::forbidden,
                    WskFunction.WskControlClient,
                    WskFunction.WskControlSocket);

    private static final Rule RESERVED_MEMBER = Rule.named(
                    "WSK-ARG-009", Severity.MUST, "WSK_CLIENT_DISPATCH.Reserved is 0")
            .what("The Reserved member of the table that WskRegister gets is 0.")
            .why("A later version of Windows may give it a meaning.")
            .fix("Initialise the table with { MAKE_WSK_VERSION(1, 0), 0, NULL }.")
            .pages("ns-wsk-_wsk_client_dispatch")
            .obligations("V008")
            .checkedOn(WskCallEntered.class, CallChecks::reservedMember, WskFunction.WskRegister);

    private static final Rule SIZE_RETURNED = Rule.named(
                    "WSK-ARG-010", Severity.SHOULD, "OutputSizeReturned is NULL where the size is known")
            .what("OutputSizeReturned of WskControlClient and WskControlSocket is for output whose size the driver"
                    + " cannot know, and that is not reported in an IRP: for"
                    + " WSK_TRANSPORT_LIST_QUERY, SIO_WSK_QUERY_INSPECT_ID and SIO_ADDRESS_LIST_QUERY.")
            .why("With an IRP the size comes in IoStatus.Information, and without output there is none.")
            .fix("Pass NULL for OutputSizeReturned.")
            .pages(CONTROL_CLIENT, CONTROL_SOCKET)
            .obligations("V058", "V089")
            .checkedOn(
                    WskCallEntered.class,
                    CallChecks::sizeReturned,
                    WskFunction.WskControlClient,
                    WskFunction.WskControlSocket);

    /** All of them. */
    public static final ImmutableList<Rule> ALL = ImmutableList.of(
            IRQL,
            CLIENT,
            FLAGS,
            ADDRESS,
            FAMILY,
            TRANSPORT,
            CATEGORY,
            IRP_NEEDED,
            IRP_FORBIDDEN,
            RESERVED_MEMBER,
            SIZE_RETURNED);

    private CallRules() {}
}
