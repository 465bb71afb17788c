package dev.wsksim.wsk.registry;

import static dev.wsksim.wsk.WindowsRelease.WINDOWS_10_1607;
import static dev.wsksim.wsk.WindowsRelease.WINDOWS_10_1703;
import static dev.wsksim.wsk.WindowsRelease.WINDOWS_10_1709;
import static dev.wsksim.wsk.WindowsRelease.WINDOWS_10_2004;
import static dev.wsksim.wsk.WindowsRelease.WINDOWS_8;
import static dev.wsksim.wsk.WindowsRelease.WINDOWS_VISTA;
import static dev.wsksim.wsk.registry.ItemKind.IPV6_OPTION;
import static dev.wsksim.wsk.registry.ItemKind.IP_OPTION;
import static dev.wsksim.wsk.registry.ItemKind.SOCKET_OPTION;
import static dev.wsksim.wsk.registry.ItemKind.TCP_OPTION;
import static dev.wsksim.wsk.registry.ItemKind.UDP_OPTION;
import static dev.wsksim.wsk.registry.Row.implemented;
import static dev.wsksim.wsk.registry.Row.unsupported;

import com.google.common.collect.ImmutableList;

/** The socket options of WskControlSocket: those of WSK itself, and those of the protocols that shipping drivers use. */
final class OptionItems {

    static final ImmutableList<InterfaceItem> ALL = ImmutableList.of(
            implemented(SOCKET_OPTION, "SO_REUSEADDR", "so-reuseaddr"),
            implemented(SOCKET_OPTION, "SO_EXCLUSIVEADDRUSE", "so-exclusiveaddruse"),
            implemented(SOCKET_OPTION, "SO_KEEPALIVE", "so-keepalive"),
            implemented(SOCKET_OPTION, "SO_BROADCAST", "so-broadcast"),
            implemented(SOCKET_OPTION, "SO_RCVBUF", "so-rcvbuf"),
            implemented(SOCKET_OPTION, "SO_CONDITIONAL_ACCEPT", "so-conditional-accept"),
            implemented(SOCKET_OPTION, "SO_WSK_SECURITY", "so-wsk-security"),
            implemented(SOCKET_OPTION, "SO_WSK_EVENT_CALLBACK", "so-wsk-event-callback"),
            implemented(SOCKET_OPTION, "SO_TYPE", "sol-socket-socket-options"),
            implemented(IP_OPTION, "IP_OPTIONS", "ipproto-ip-socket-options"),
            implemented(IP_OPTION, "IP_HDRINCL", "ipproto-ip-socket-options"),
            implemented(IP_OPTION, "IP_TOS", WINDOWS_8, "ipproto-ip-socket-options"),
            implemented(IP_OPTION, "IP_TTL", "ipproto-ip-socket-options"),
            implemented(IP_OPTION, "IP_MULTICAST_IF", "ipproto-ip-socket-options"),
            implemented(IP_OPTION, "IP_MULTICAST_TTL", "ipproto-ip-socket-options"),
            implemented(IP_OPTION, "IP_MULTICAST_LOOP", "ipproto-ip-socket-options"),
            implemented(IP_OPTION, "IP_ADD_MEMBERSHIP", "ipproto-ip-socket-options"),
            implemented(IP_OPTION, "IP_DROP_MEMBERSHIP", "ipproto-ip-socket-options"),
            implemented(IP_OPTION, "IP_DONTFRAGMENT", "ipproto-ip-socket-options"),
            implemented(IP_OPTION, "IP_PKTINFO", "ipproto-ip-socket-options"),
            implemented(IP_OPTION, "IP_HOPLIMIT", "ipproto-ip-socket-options"),
            implemented(IP_OPTION, "IP_RECEIVE_BROADCAST", "ipproto-ip-socket-options"),
            implemented(IP_OPTION, "IP_UNICAST_IF", "ipproto-ip-socket-options"),
            implemented(IP_OPTION, "IP_RECVTOS", "ipproto-ip-socket-options"),
            implemented(IP_OPTION, "IP_ECN", WINDOWS_10_2004, "ipproto-ip-socket-options"),
            implemented(IP_OPTION, "IP_RECVECN", WINDOWS_10_2004, "ipproto-ip-socket-options"),
            implemented(IP_OPTION, "IP_MTU_DISCOVER", "ipproto-ip-socket-options"),
            implemented(IP_OPTION, "IP_MTU", "ipproto-ip-socket-options"),
            implemented(IP_OPTION, "IP_RECVERR", WINDOWS_10_2004, "ipproto-ip-socket-options"),
            implemented(IPV6_OPTION, "IPV6_HDRINCL", "ipproto-ipv6-socket-options"),
            implemented(IPV6_OPTION, "IPV6_UNICAST_HOPS", "ipproto-ipv6-socket-options"),
            implemented(IPV6_OPTION, "IPV6_MULTICAST_IF", "ipproto-ipv6-socket-options"),
            implemented(IPV6_OPTION, "IPV6_MULTICAST_HOPS", "ipproto-ipv6-socket-options"),
            implemented(IPV6_OPTION, "IPV6_MULTICAST_LOOP", "ipproto-ipv6-socket-options"),
            implemented(IPV6_OPTION, "IPV6_ADD_MEMBERSHIP", "ipproto-ipv6-socket-options"),
            implemented(IPV6_OPTION, "IPV6_DROP_MEMBERSHIP", "ipproto-ipv6-socket-options"),
            implemented(IPV6_OPTION, "IPV6_DONTFRAG", "ipproto-ipv6-socket-options"),
            implemented(IPV6_OPTION, "IPV6_PKTINFO", "ipproto-ipv6-socket-options"),
            implemented(IPV6_OPTION, "IPV6_HOPLIMIT", "ipproto-ipv6-socket-options"),
            implemented(IPV6_OPTION, "IPV6_V6ONLY", "ipproto-ipv6-socket-options"),
            implemented(IPV6_OPTION, "IPV6_UNICAST_IF", "ipproto-ipv6-socket-options"),
            unsupported(
                    IPV6_OPTION,
                    "IPV6_RTHDR",
                    WINDOWS_VISTA,
                    "ipproto-ipv6-socket-options",
                    "no page describes it, and the routing header that it is for was deprecated by RFC 5095; as a control"
                            + " message without data it is taken and chooses nothing"),
            implemented(IPV6_OPTION, "IPV6_TCLASS", "ipproto-ipv6-socket-options"),
            implemented(IPV6_OPTION, "IPV6_RECVTCLASS", "ipproto-ipv6-socket-options"),
            implemented(IPV6_OPTION, "IPV6_ECN", WINDOWS_10_2004, "ipproto-ipv6-socket-options"),
            implemented(IPV6_OPTION, "IPV6_RECVECN", WINDOWS_10_2004, "ipproto-ipv6-socket-options"),
            implemented(IPV6_OPTION, "IPV6_MTU_DISCOVER", "ipproto-ipv6-socket-options"),
            implemented(IPV6_OPTION, "IPV6_MTU", "ipproto-ipv6-socket-options"),
            implemented(IPV6_OPTION, "IPV6_RECVERR", WINDOWS_10_2004, "ipproto-ipv6-socket-options"),
            implemented(TCP_OPTION, "TCP_NODELAY", "ipproto-tcp-socket-options"),
            implemented(TCP_OPTION, "TCP_KEEPALIVE", "ipproto-tcp-socket-options"),
            implemented(TCP_OPTION, "TCP_MAXRT", "ipproto-tcp-socket-options"),
            implemented(TCP_OPTION, "TCP_FASTOPEN", WINDOWS_10_1607, "ipproto-tcp-socket-options"),
            implemented(TCP_OPTION, "TCP_KEEPCNT", WINDOWS_10_1703, "ipproto-tcp-socket-options"),
            implemented(TCP_OPTION, "TCP_KEEPIDLE", WINDOWS_10_1709, "ipproto-tcp-socket-options"),
            implemented(TCP_OPTION, "TCP_KEEPINTVL", WINDOWS_10_1709, "ipproto-tcp-socket-options"),
            implemented(TCP_OPTION, "TCP_FAIL_CONNECT_ON_ICMP_ERROR", WINDOWS_10_2004, "ipproto-tcp-socket-options"),
            implemented(UDP_OPTION, "UDP_SEND_MSG_SIZE", WINDOWS_10_2004, "ipproto-udp-socket-options"),
            implemented(UDP_OPTION, "UDP_RECV_MAX_COALESCED_SIZE", WINDOWS_10_2004, "ipproto-udp-socket-options"),
            implemented(UDP_OPTION, "UDP_COALESCED_INFO", WINDOWS_10_2004, "ipproto-udp-socket-options"));

    private OptionItems() {}
}
