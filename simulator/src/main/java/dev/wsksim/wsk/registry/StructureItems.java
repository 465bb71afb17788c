package dev.wsksim.wsk.registry;

import static dev.wsksim.wsk.WindowsRelease.WINDOWS_10_1703;
import static dev.wsksim.wsk.WindowsRelease.WINDOWS_7;
import static dev.wsksim.wsk.WindowsRelease.WINDOWS_8;
import static dev.wsksim.wsk.registry.ItemKind.STRUCTURE;
import static dev.wsksim.wsk.registry.Row.implemented;

import com.google.common.collect.ImmutableList;

/** The structures and enumerations: those of wsk.h, and those of other headers that WSK takes or gives. */
final class StructureItems {

    static final ImmutableList<InterfaceItem> ALL = ImmutableList.of(
            implemented(STRUCTURE, "WSK_REGISTRATION", "ns-wsk-_wsk_registration"),
            implemented(STRUCTURE, "WSK_CLIENT_NPI", "ns-wsk-_wsk_client_npi"),
            implemented(STRUCTURE, "WSK_CLIENT_DISPATCH", "ns-wsk-_wsk_client_dispatch"),
            implemented(STRUCTURE, "WSK_PROVIDER_NPI", "ns-wsk-_wsk_provider_npi"),
            implemented(STRUCTURE, "WSK_PROVIDER_CHARACTERISTICS", "ns-wsk-_wsk_provider_characteristics"),
            implemented(STRUCTURE, "WSK_PROVIDER_DISPATCH", "ns-wsk-_wsk_provider_dispatch"),
            implemented(STRUCTURE, "WSK_SOCKET", "ns-wsk-_wsk_socket"),
            implemented(STRUCTURE, "WSK_PROVIDER_BASIC_DISPATCH", "ns-wsk-_wsk_provider_basic_dispatch"),
            implemented(STRUCTURE, "WSK_PROVIDER_LISTEN_DISPATCH", "ns-wsk-_wsk_provider_listen_dispatch"),
            implemented(STRUCTURE, "WSK_PROVIDER_DATAGRAM_DISPATCH", "ns-wsk-_wsk_provider_datagram_dispatch"),
            implemented(STRUCTURE, "WSK_PROVIDER_CONNECTION_DISPATCH", "ns-wsk-_wsk_provider_connection_dispatch"),
            implemented(
                    STRUCTURE, "WSK_PROVIDER_STREAM_DISPATCH", WINDOWS_10_1703, "ns-wsk-_wsk_provider_stream_dispatch"),
            implemented(STRUCTURE, "WSK_CLIENT_LISTEN_DISPATCH", "ns-wsk-_wsk_client_listen_dispatch"),
            implemented(STRUCTURE, "WSK_CLIENT_DATAGRAM_DISPATCH", "ns-wsk-_wsk_client_datagram_dispatch"),
            implemented(STRUCTURE, "WSK_CLIENT_CONNECTION_DISPATCH", "ns-wsk-_wsk_client_connection_dispatch"),
            implemented(STRUCTURE, "WSK_CLIENT_STREAM_DISPATCH", WINDOWS_10_1703, "ns-wsk-_wsk_client_stream_dispatch"),
            implemented(STRUCTURE, "WSK_BUF", "ns-wsk-_wsk_buf"),
            implemented(STRUCTURE, "WSK_BUF_LIST", WINDOWS_8, "ns-wsk-wsk_buf_list"),
            implemented(STRUCTURE, "WSK_DATA_INDICATION", "ns-wsk-_wsk_data_indication"),
            implemented(STRUCTURE, "WSK_DATAGRAM_INDICATION", "ns-wsk-_wsk_datagram_indication"),
            implemented(STRUCTURE, "WSK_INSPECT_ID", "ns-wsk-_wsk_inspect_id"),
            implemented(STRUCTURE, "WSK_EVENT_CALLBACK_CONTROL", "ns-wsk-_wsk_event_callback_control"),
            implemented(STRUCTURE, "WSK_EXTENSION_CONTROL_IN", "ns-wsk-_wsk_extension_control_in"),
            implemented(STRUCTURE, "WSK_EXTENSION_CONTROL_OUT", "ns-wsk-_wsk_extension_control_out"),
            implemented(STRUCTURE, "WSK_TRANSPORT", "ns-wsk-_wsk_transport"),
            implemented(STRUCTURE, "WSK_TDI_MAP", "ns-wsk-_wsk_tdi_map"),
            implemented(STRUCTURE, "WSK_TDI_MAP_INFO", "ns-wsk-_wsk_tdi_map_info"),
            implemented(STRUCTURE, "WSK_INSPECT_ACTION", "nc-wsk-pfn_wsk_inspect_event"),
            implemented(STRUCTURE, "WSK_CONTROL_SOCKET_TYPE", "nc-wsk-pfn_wsk_control_socket"),
            implemented(STRUCTURE, "SOCKADDR", "ws2def-sockaddr"),
            implemented(STRUCTURE, "SOCKADDR_IN", "ws2def-sockaddr_in"),
            implemented(STRUCTURE, "SOCKADDR_IN6", "ws2ipdef-sockaddr_in6_lh"),
            implemented(STRUCTURE, "SOCKADDR_STORAGE", "ws2def-sockaddr_storage_lh"),
            implemented(STRUCTURE, "CMSGHDR", "ws2def-wsacmsghdr"),
            implemented(STRUCTURE, "ADDRINFOEXW", WINDOWS_7, "ws2def-addrinfoexw"),
            implemented(STRUCTURE, "SOCKET_ADDRESS", "ws2def-socket_address"),
            implemented(STRUCTURE, "SOCKET_ADDRESS_LIST", "ws2def-socket_address_list"),
            implemented(STRUCTURE, "IN_PKTINFO", "ws2ipdef-in_pktinfo"),
            implemented(STRUCTURE, "IN6_PKTINFO", "ws2ipdef-in6_pktinfo"),
            implemented(STRUCTURE, "IP_MREQ", "ws2ipdef-ip_mreq"),
            implemented(STRUCTURE, "IPV6_MREQ", "ws2ipdef-ipv6_mreq"));

    private StructureItems() {}
}
