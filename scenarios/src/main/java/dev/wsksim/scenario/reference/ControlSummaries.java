package dev.wsksim.scenario.reference;

import com.google.common.collect.ImmutableMap;

/** What each option and IOCTL of WskControlSocket is for, in a sentence. */
final class ControlSummaries {

    static final ImmutableMap<String, String> OPTIONS = ImmutableMap.<String, String>builder()
            .put(
                    "SO_REUSEADDR",
                    "Whether others may always share the local address. See the bind matrix: explain WskBind.")
            .put(
                    "SO_EXCLUSIVEADDRUSE",
                    "Whether nobody may share the local address. See the bind matrix: explain WskBind.")
            .put(
                    "SO_WSK_SECURITY",
                    "The security descriptor that guards the local address, from WSK_CACHE_SD; by default one that lets"
                            + " nobody share. Getting it gives one more cached reference, which the driver must release"
                            + " with WSK_RELEASE_SD.")
            .put(
                    "SO_WSK_EVENT_CALLBACK",
                    "Turns callbacks of a socket on, or one of them off; all are off unless set. Without an IRP a"
                            + " callback that runs gives STATUS_EVENT_PENDING; with one, the IRP waits for its return.")
            .put("IPV6_V6ONLY", "Whether an AF_INET6 socket keeps to IPv6, or speaks IPv4 too with mapped addresses.")
            .put("SO_CONDITIONAL_ACCEPT", "Whether a listening socket inspects connections before it accepts them.")
            .put("SO_KEEPALIVE", "Whether idle connections are probed; accepted sockets inherit it.")
            .put(
                    "SO_RCVBUF",
                    "How many bytes may wait to be received; for a connection its receive window, which then does not"
                            + " grow by itself. Accepted sockets inherit it.")
            .put("SO_BROADCAST", "Whether a datagram socket may send to broadcast addresses.")
            .put("SO_TYPE", "The type of the socket: SOCK_STREAM, SOCK_DGRAM or SOCK_RAW.")
            .put("TCP_NODELAY", "Whether small segments go at once, instead of waiting for acknowledgments.")
            .put("TCP_KEEPIDLE", "How many seconds nothing came before an idle connection is probed.")
            .put("TCP_KEEPINTVL", "The seconds between unanswered probes.")
            .put("TCP_KEEPCNT", "How many unanswered probes end the connection.")
            .put(
                    "TCP_MAXRT",
                    "How many seconds a connect takes at most, and how long data is retransmitted without an answer;"
                            + " 0xFFFFFFFF for ever.")
            .put(
                    "TCP_FASTOPEN",
                    "Whether data may ride in the SYN. It is kept and has no other effect, since no simulated peer"
                            + " hands out the cookie that it takes.")
            .put("TCP_FAIL_CONNECT_ON_ICMP_ERROR", "Whether an ICMP error fails a connect at once.")
            .put("IP_TTL", "The hop limit of what is sent to one host; the host's own unless set.")
            .put("IP_MULTICAST_TTL", "The hop limit of what is sent to groups.")
            .put(
                    "IP_MULTICAST_IF",
                    "The interface that sends to groups, as an address or an index in network byte order; 0 for the"
                            + " host's choice.")
            .put("IP_TOS", "The octet Type of Service of what is sent, DSCP and ECN.")
            .put("IP_OPTIONS", "The options in the IPv4 header of what is sent; no bytes for none.")
            .put("IP_DONTFRAGMENT", "Whether datagrams have DF and fail where they are larger than the path MTU.")
            .put("IP_RECEIVE_BROADCAST", "Whether a datagram socket gets broadcasts.")
            .put(
                    "IP_UNICAST_IF",
                    "The index of the interface that sends to one host; set in network byte order, got in host byte"
                            + " order. 0 for that of the route.")
            .put("IP_RECVTOS", "Whether received datagrams tell their Type of Service.")
            .put("IP_RECVECN", "Whether received datagrams tell their ECN bits.")
            .put("IP_RECVERR", "Whether ICMP errors about datagrams are received as control messages.")
            .put(
                    "IP_MTU_DISCOVER",
                    "Whether datagrams have DF, and which MTU limits them; whether a connection discovers the path MTU.")
            .put("IP_MTU", "The path MTU as far as it is known; of a connected socket.")
            .put("IPV6_TCLASS", "The traffic class of what is sent, DSCP and ECN.")
            .put("IPV6_DONTFRAG", "Whether datagrams fail where they are larger than the path MTU.")
            .put("IPV6_UNICAST_IF", "The index of the interface that sends to one host; 0 for that of the route.")
            .put("IPV6_RECVTCLASS", "Whether received datagrams tell their traffic class.")
            .put("IPV6_RECVECN", "Whether received datagrams tell their ECN bits.")
            .put("IPV6_RECVERR", "Whether ICMPv6 errors about datagrams are received as control messages.")
            .put("IPV6_MTU_DISCOVER", "Which MTU limits datagrams.")
            .put("IPV6_MTU", "The path MTU as far as it is known; of a connected socket.")
            .put("UDP_SEND_MSG_SIZE", "Into how many bytes what is sent is cut, each piece a datagram; 0 for none.")
            .put(
                    "UDP_RECV_MAX_COALESCED_SIZE",
                    "How many bytes datagrams of one sender have at most that are received as one; 0 for none.")
            .put("IP_MULTICAST_LOOP", "Whether the socket hears what its own host sends to its groups.")
            .put("IP_HDRINCL", "Whether what a raw socket sends begins with an IP header.")
            .put("IP_PKTINFO", "Whether received datagrams tell where they were sent to.")
            .put("IP_HOPLIMIT", "Whether received datagrams tell their hop limit.")
            .put("IP_ADD_MEMBERSHIP", "Joins a group at an interface.")
            .put("IP_DROP_MEMBERSHIP", "Leaves a group.")
            .put("IPV6_UNICAST_HOPS", "The hop limit of what is sent to one host; the host's own unless set.")
            .put("IPV6_MULTICAST_HOPS", "The hop limit of what is sent to groups.")
            .put("IPV6_MULTICAST_IF", "The index of the interface that sends to groups; 0 for the host's choice.")
            .put("IPV6_MULTICAST_LOOP", "Whether the socket hears what its own host sends to its groups.")
            .put("IPV6_HDRINCL", "Whether what a raw socket sends begins with an IP header.")
            .put("IPV6_PKTINFO", "Whether received datagrams tell where they were sent to.")
            .put("IPV6_HOPLIMIT", "Whether received datagrams tell their hop limit.")
            .put("IPV6_ADD_MEMBERSHIP", "Joins a group at an interface.")
            .put("IPV6_DROP_MEMBERSHIP", "Leaves a group.")
            .buildOrThrow();

    static final ImmutableMap<String, String> IOCTLS = ImmutableMap.<String, String>builder()
            .put(
                    "SIO_WSK_SET_REMOTE_ADDRESS",
                    "Fixes the remote address of a datagram socket, for sending and for receiving.")
            .put("SIO_WSK_SET_SENDTO_ADDRESS", "Fixes the address that a datagram socket sends to.")
            .put(
                    "SIO_WSK_REGISTER_EXTENSION",
                    "Asks for an extension interface; STATUS_NOT_SUPPORTED, as there is none.")
            .put("SIO_WSK_QUERY_IDEAL_SEND_BACKLOG", "How many bytes of sends should be outstanding.")
            .put("SIO_WSK_QUERY_RECEIVE_BACKLOG", "How many bytes wait to be received.")
            .put(
                    "SIO_WSK_QUERY_INSPECT_ID",
                    "What WskInspectEvent was given for the request that became this socket;"
                            + " STATUS_INVALID_DEVICE_REQUEST where there was none.")
            .put(
                    "SIO_WSK_SET_TCP_SILENT_MODE",
                    "Sends nothing more, not even a RST, and drops what comes; afterwards sends and disconnects give"
                            + " STATUS_INVALID_DEVICE_STATE, and only WskCloseSocket is of use. Not for loopback, nor"
                            + " while a send or a disconnect is pending.")
            .put(
                    "SIO_ADDRESS_LIST_QUERY",
                    "The local addresses of the socket's family. With a buffer that is too small, or none:"
                            + " STATUS_BUFFER_OVERFLOW, and OutputSizeReturned tells the size. At PASSIVE_LEVEL.")
            .put(
                    "SIO_ADDRESS_LIST_CHANGE",
                    "Completes its IRP when the local addresses of the socket's family have changed. At PASSIVE_LEVEL.")
            .put("SIO_ADDRESS_LIST_SORT", "Puts remote addresses into the order in which to try them (RFC 6724).")
            .put("SIO_KEEPALIVE_VALS", "Whether and when an idle connection is probed.")
            .put("SIO_TCP_INITIAL_RTO", "The first time-out of a connect, and how often it sends its SYN again.")
            .put(
                    "SIO_LOOPBACK_FAST_PATH",
                    "Asks for a faster path over loopback, which changes nothing that could be seen here.")
            .put(
                    "SIO_QUERY_WFP_CONNECTION_REDIRECT_CONTEXT",
                    "The context of a redirected connection; STATUS_NOT_FOUND, as nothing redirects here.")
            .put(
                    "SIO_QUERY_WFP_CONNECTION_REDIRECT_RECORDS",
                    "The records of a redirected connection; STATUS_NOT_FOUND, as nothing redirects here.")
            .buildOrThrow();

    private ControlSummaries() {}
}
