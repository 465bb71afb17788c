package dev.wsksim.wsk.registry;

import static dev.wsksim.wsk.registry.ItemKind.VALUE;
import static dev.wsksim.wsk.registry.Row.implemented;

import com.google.common.collect.ImmutableList;

/** The other constants of the headers that the pages name, and the macros about versions. */
final class ValueItems {

    static final ImmutableList<InterfaceItem> ALL = ImmutableList.of(
            implemented(VALUE, "MAKE_WSK_VERSION", "ns-wsk-_wsk_client_dispatch"),
            implemented(VALUE, "WSK_MAJOR_VERSION", "ns-wsk-_wsk_client_dispatch"),
            implemented(VALUE, "WSK_MINOR_VERSION", "ns-wsk-_wsk_client_dispatch"),
            implemented(VALUE, "WSK_NO_WAIT", "nf-wsk-wskcaptureprovidernpi"),
            implemented(VALUE, "WSK_INFINITE_WAIT", "nf-wsk-wskcaptureprovidernpi"),
            implemented(VALUE, "NPI_WSK_INTERFACE_ID", "ns-wsk-_wsk_event_callback_control"),
            implemented(VALUE, "WskSetOption", "nc-wsk-pfn_wsk_control_socket"),
            implemented(VALUE, "WskGetOption", "nc-wsk-pfn_wsk_control_socket"),
            implemented(VALUE, "WskIoctl", "nc-wsk-pfn_wsk_control_socket"),
            implemented(VALUE, "WskInspectReject", "nc-wsk-pfn_wsk_inspect_event"),
            implemented(VALUE, "WskInspectAccept", "nc-wsk-pfn_wsk_inspect_event"),
            implemented(VALUE, "WskInspectPend", "nc-wsk-pfn_wsk_inspect_event"),
            implemented(VALUE, "AF_UNSPEC", "nc-wsk-pfn_wsk_get_address_info"),
            implemented(VALUE, "AF_INET", "nc-wsk-pfn_wsk_socket"),
            implemented(VALUE, "AF_INET6", "nc-wsk-pfn_wsk_socket"),
            implemented(VALUE, "SOCK_STREAM", "nc-wsk-pfn_wsk_socket"),
            implemented(VALUE, "SOCK_DGRAM", "nc-wsk-pfn_wsk_socket"),
            implemented(VALUE, "SOCK_RAW", "nc-wsk-pfn_wsk_socket"),
            implemented(VALUE, "IPPROTO_IP", "nc-wsk-pfn_wsk_socket"),
            implemented(VALUE, "IPPROTO_ICMP", "nc-wsk-pfn_wsk_socket"),
            implemented(VALUE, "IPPROTO_TCP", "nc-wsk-pfn_wsk_socket"),
            implemented(VALUE, "IPPROTO_UDP", "nc-wsk-pfn_wsk_socket"),
            implemented(VALUE, "IPPROTO_IPV6", "nc-wsk-pfn_wsk_socket"),
            implemented(VALUE, "IP_PMTUDISC_NOT_SET", "ipproto-ip-socket-options"),
            implemented(VALUE, "IP_PMTUDISC_DO", "ipproto-ip-socket-options"),
            implemented(VALUE, "IP_PMTUDISC_DONT", "ipproto-ip-socket-options"),
            implemented(VALUE, "IP_PMTUDISC_PROBE", "ipproto-ip-socket-options"),
            implemented(VALUE, "IPPROTO_ICMPV6", "nc-wsk-pfn_wsk_socket"),
            implemented(VALUE, "IPPROTO_RAW", "nc-wsk-pfn_wsk_socket"),
            implemented(VALUE, "SOL_SOCKET", "nc-wsk-pfn_wsk_control_socket"));

    private ValueItems() {}
}
