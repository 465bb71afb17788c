package dev.wsksim.verifier.obligation;

import static dev.wsksim.verifier.obligation.Entries.checked;
import static dev.wsksim.verifier.obligation.Entries.inferred;
import static dev.wsksim.verifier.obligation.Entries.must;
import static dev.wsksim.verifier.obligation.Entries.notVisible;
import static dev.wsksim.verifier.obligation.Entries.should;

import com.google.common.collect.ImmutableList;

/** What a driver owes to the functions of WSK_PROVIDER_DISPATCH. */
final class ClientObligations {

    static final ImmutableList<Obligation> ALL = ImmutableList.of(
            inferred(
                    "V027",
                    "Client is the pointer that WskCaptureProviderNPI delivered.",
                    checked(),
                    "nc-wsk-pfn_wsk_socket",
                    "nc-wsk-pfn_wsk_socket_connect",
                    "nc-wsk-pfn_wsk_control_client",
                    "nc-wsk-pfn_wsk_get_address_info",
                    "nc-wsk-pfn_wsk_free_address_info",
                    "nc-wsk-pfn_wsk_get_name_info"),
            must("V028", "WskSocket is called at or below DISPATCH_LEVEL.", checked(), "nc-wsk-pfn_wsk_socket"),
            must(
                    "V029",
                    "Flags of WskSocket is one of the category flags, or WSK_FLAG_BASIC_SOCKET.",
                    checked(),
                    "nc-wsk-pfn_wsk_socket"),
            inferred(
                    "V030",
                    "Family, type and protocol of WskSocket are one entry of the transport list.",
                    checked(),
                    "nc-wsk-pfn_wsk_socket",
                    "ns-wsk-_wsk_transport"),
            must(
                    "V031",
                    "What SocketContext of WskSocket points at is non-paged.",
                    checked(
                            "where the context is given as a block of memory; any other object is taken to be non-paged"),
                    "nc-wsk-pfn_wsk_socket"),
            should(
                    "V032",
                    "SocketContext of WskSocket is NULL where no callback will be enabled.",
                    checked("a context without a table; whether a callback is enabled later is not looked at"),
                    "nc-wsk-pfn_wsk_socket"),
            should(
                    "V033",
                    "SocketContext of WskSocket is NULL for a basic socket.",
                    checked(),
                    "nc-wsk-pfn_wsk_socket"),
            must(
                    "V034",
                    "Dispatch of WskSocket is of the structure that belongs to the category.",
                    checked(),
                    "nc-wsk-pfn_wsk_socket"),
            should(
                    "V035",
                    "Dispatch of WskSocket is NULL where no callback will be enabled.",
                    checked("a table without a context; whether a callback is enabled later is not looked at"),
                    "nc-wsk-pfn_wsk_socket"),
            should("V036", "Dispatch of WskSocket is NULL for a basic socket.", checked(), "nc-wsk-pfn_wsk_socket"),
            should(
                    "V037",
                    "Members of a client dispatch table whose callbacks will not be enabled are NULL.",
                    notVisible("what a driver intends to enable is not in the trace, and a member that is never called"
                            + " does no harm"),
                    "nc-wsk-pfn_wsk_socket"),
            inferred(
                    "V038",
                    "A client dispatch table does not change while a socket uses it.",
                    notVisible("the tables are immutable objects here"),
                    "nc-wsk-pfn_wsk_socket",
                    "nc-wsk-pfn_wsk_socket_connect",
                    "nc-wsk-pfn_wsk_accept",
                    "nc-wsk-pfn_wsk_accept_event"),
            inferred(
                    "V039",
                    "WSK_CLIENT_STREAM_DISPATCH has the table of the role in which callbacks are enabled.",
                    checked(),
                    "ns-wsk-_wsk_client_stream_dispatch"),
            must(
                    "V040",
                    "SecurityDescriptor of WskSocket is NULL or what WSK_CACHE_SD returned.",
                    checked(),
                    "nc-wsk-pfn_wsk_socket"),
            must(
                    "V041",
                    "The descriptor that WskSocket was given is not released before its IRP is completed.",
                    checked(),
                    "nc-wsk-pfn_wsk_socket"),
            inferred(
                    "V042",
                    "The memory of WSK_SOCKET is left to the provider.",
                    checked("use after WskCloseSocket; a driver of the simulator has no way to free the object itself"),
                    "nc-wsk-pfn_wsk_socket",
                    "nc-wsk-pfn_wsk_socket_connect",
                    "nc-wsk-pfn_wsk_accept",
                    "nc-wsk-pfn_wsk_close_socket",
                    "ns-wsk-_wsk_socket"),
            inferred(
                    "V043",
                    "Every socket that was obtained is closed before WskDeregister.",
                    checked(),
                    "nf-wsk-wskderegister"),
            must(
                    "V044",
                    "WskSocketConnect is called at or below DISPATCH_LEVEL.",
                    checked(),
                    "nc-wsk-pfn_wsk_socket_connect"),
            must(
                    "V045",
                    "LocalAddress of WskSocketConnect is a SOCKADDR of the socket's family.",
                    checked(),
                    "nc-wsk-pfn_wsk_socket_connect"),
            must(
                    "V046",
                    "RemoteAddress of WskSocketConnect is of the same family as LocalAddress.",
                    checked(),
                    "nc-wsk-pfn_wsk_socket_connect"),
            must("V047", "Flags of WskSocketConnect is 0.", checked(), "nc-wsk-pfn_wsk_socket_connect"),
            must(
                    "V048",
                    "What SocketContext of WskSocketConnect points at is non-paged.",
                    checked(
                            "where the context is given as a block of memory; any other object is taken to be non-paged"),
                    "nc-wsk-pfn_wsk_socket_connect"),
            should(
                    "V049",
                    "SocketContext of WskSocketConnect is NULL where no callback will be enabled.",
                    checked("a context without a table; whether a callback is enabled later is not looked at"),
                    "nc-wsk-pfn_wsk_socket_connect"),
            should(
                    "V050",
                    "Dispatch of WskSocketConnect is NULL where no callback will be enabled, and so is each"
                            + " member of it.",
                    checked("a table without a context; whether a callback is enabled later is not looked at"),
                    "nc-wsk-pfn_wsk_socket_connect"),
            must(
                    "V051",
                    "SecurityDescriptor of WskSocketConnect is NULL or what WSK_CACHE_SD returned.",
                    checked(),
                    "nc-wsk-pfn_wsk_socket_connect"),
            must(
                    "V052",
                    "The descriptor that WskSocketConnect was given is not released before its IRP is completed.",
                    checked(),
                    "nc-wsk-pfn_wsk_socket_connect"),
            must(
                    "V053",
                    "Options that count before the bind or the connect need WskSocket, WskBind and WskConnect.",
                    checked("an option that comes too late"),
                    "nc-wsk-pfn_wsk_socket_connect"),
            should(
                    "V054",
                    "Without such options WskSocketConnect is preferred to the three calls.",
                    notVisible("the three calls are legal, and why a driver makes them is not in the trace"),
                    "nc-wsk-pfn_wsk_connect",
                    "nc-wsk-pfn_wsk_connect_ex"),
            must(
                    "V055",
                    "WskControlClient is called at or below DISPATCH_LEVEL.",
                    checked(),
                    "nc-wsk-pfn_wsk_control_client"),
            should(
                    "V056",
                    "WskControlClient has no input buffer, and the size 0, where the code takes none.",
                    checked(),
                    "nc-wsk-pfn_wsk_control_client"),
            should(
                    "V057",
                    "WskControlClient has no output buffer, and the size 0, where the code returns nothing.",
                    checked(),
                    "nc-wsk-pfn_wsk_control_client"),
            should(
                    "V058",
                    "OutputSizeReturned of WskControlClient is given only without an IRP, for output of"
                            + " unknown size.",
                    checked(),
                    "nc-wsk-pfn_wsk_control_client"),
            must(
                    "V059",
                    "WskControlClient gets an IRP, or none, as the code demands.",
                    checked(),
                    "nc-wsk-pfn_wsk_control_client"),
            must(
                    "V060",
                    "Buffers of a pended WskControlClient stay valid until the completion.",
                    notVisible("the only code that is pended, WSK_TRANSPORT_LIST_CHANGE, has no buffers"),
                    "nc-wsk-pfn_wsk_control_client"),
            must(
                    "V061",
                    "WSK_TDI_DEVICENAME_MAPPING is applied before the first socket.",
                    checked(),
                    "ns-wsk-_wsk_tdi_map_info"),
            should(
                    "V062",
                    "TDI is not built upon; it ended with Windows Vista.",
                    checked(),
                    "nc-wsk-pfn_wsk_control_client",
                    "ns-wsk-_wsk_tdi_map",
                    "ns-wsk-_wsk_tdi_map_info"),
            must("V063", "WskGetAddressInfo is called at PASSIVE_LEVEL.", checked(), "nc-wsk-pfn_wsk_get_address_info"),
            must(
                    "V064",
                    "WskGetAddressInfo has an OwningThread only together with an OwningProcess.",
                    checked(),
                    "nc-wsk-pfn_wsk_get_address_info"),
            must(
                    "V065",
                    "WskGetAddressInfo has no OwningProcess while the caller impersonates.",
                    checked(),
                    "nc-wsk-pfn_wsk_get_address_info"),
            must(
                    "V066",
                    "WskGetAddressInfo has no OwningThread while the caller impersonates.",
                    checked(),
                    "nc-wsk-pfn_wsk_get_address_info"),
            must(
                    "V067",
                    "Every list of WskGetAddressInfo goes back with WskFreeAddressInfo.",
                    checked(),
                    "nc-wsk-pfn_wsk_get_address_info"),
            must(
                    "V068",
                    "WskFreeAddressInfo is called at PASSIVE_LEVEL.",
                    checked(),
                    "nc-wsk-pfn_wsk_free_address_info"),
            inferred(
                    "V069",
                    "WskFreeAddressInfo gets the head of a list that WskGetAddressInfo returned, once.",
                    checked(),
                    "nc-wsk-pfn_wsk_free_address_info"),
            must("V070", "WskGetNameInfo is called at PASSIVE_LEVEL.", checked(), "nc-wsk-pfn_wsk_get_name_info"),
            should(
                    "V071",
                    "SockAddrLength of WskGetNameInfo is at most that of SOCKADDR_STORAGE.",
                    checked(),
                    "nc-wsk-pfn_wsk_get_name_info"),
            must("V072", "WskGetNameInfo has a NodeName or a ServiceName.", checked(), "nc-wsk-pfn_wsk_get_name_info"),
            must(
                    "V073",
                    "The strings of WskGetNameInfo have room for the text and its NUL.",
                    checked(),
                    "nc-wsk-pfn_wsk_get_name_info"),
            must(
                    "V074",
                    "WskGetNameInfo has an OwningThread only together with an OwningProcess.",
                    checked(),
                    "nc-wsk-pfn_wsk_get_name_info"),
            must(
                    "V075",
                    "WskGetNameInfo has neither OwningProcess nor OwningThread while the caller impersonates.",
                    checked(),
                    "nc-wsk-pfn_wsk_get_name_info"),
            must(
                    "V076",
                    "Ws2def.h comes in through Wsk.h and is not included by itself.",
                    notVisible("header files are the compiler's business"),
                    "nc-wsk-pfn_wsk_get_address_info",
                    "nc-wsk-pfn_wsk_free_address_info"));

    private ClientObligations() {}
}
