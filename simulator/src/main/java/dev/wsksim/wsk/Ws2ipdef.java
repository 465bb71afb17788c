package dev.wsksim.wsk;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Optional;

/**
 * The constants of the public header ws2ipdef.h: options at the levels of IP, IPv6, TCP and UDP.
 *
 * <p>Options of different levels share numbers, so a number means something only together with its level.
 */
public final class Ws2ipdef {

    public static final int IP_OPTIONS = 1;
    public static final int IP_HDRINCL = 2;
    public static final int IP_TOS = 3;
    public static final int IP_TTL = 4;
    public static final int IP_MULTICAST_IF = 9;
    public static final int IP_MULTICAST_TTL = 10;
    public static final int IP_MULTICAST_LOOP = 11;
    public static final int IP_ADD_MEMBERSHIP = 12;
    public static final int IP_DROP_MEMBERSHIP = 13;
    public static final int IP_DONTFRAGMENT = 14;
    public static final int IP_PKTINFO = 19;
    public static final int IP_HOPLIMIT = 21;
    public static final int IP_RECEIVE_BROADCAST = 22;
    public static final int IP_UNICAST_IF = 31;
    public static final int IP_RECVTOS = 40;
    public static final int IP_ECN = 50;
    public static final int IP_RECVECN = 50;
    public static final int IP_MTU_DISCOVER = 71;
    public static final int IP_MTU = 73;
    public static final int IP_RECVERR = 75;

    public static final int IP_PMTUDISC_NOT_SET = 0;
    public static final int IP_PMTUDISC_DO = 1;
    public static final int IP_PMTUDISC_DONT = 2;
    public static final int IP_PMTUDISC_PROBE = 3;

    public static final int IPV6_HDRINCL = 2;
    public static final int IPV6_UNICAST_HOPS = 4;
    public static final int IPV6_MULTICAST_IF = 9;
    public static final int IPV6_MULTICAST_HOPS = 10;
    public static final int IPV6_MULTICAST_LOOP = 11;
    public static final int IPV6_ADD_MEMBERSHIP = 12;
    public static final int IPV6_DROP_MEMBERSHIP = 13;
    public static final int IPV6_DONTFRAG = 14;
    public static final int IPV6_PKTINFO = 19;
    public static final int IPV6_HOPLIMIT = 21;
    public static final int IPV6_V6ONLY = 27;
    public static final int IPV6_UNICAST_IF = 31;
    public static final int IPV6_RTHDR = 32;
    public static final int IPV6_TCLASS = 39;
    public static final int IPV6_RECVTCLASS = 40;
    public static final int IPV6_ECN = 50;
    public static final int IPV6_RECVECN = 50;
    public static final int IPV6_MTU_DISCOVER = 71;
    public static final int IPV6_MTU = 72;
    public static final int IPV6_RECVERR = 75;

    public static final int TCP_KEEPALIVE = 3;
    public static final int TCP_MAXRT = 5;
    public static final int TCP_FASTOPEN = 15;
    public static final int TCP_KEEPCNT = 16;
    public static final int TCP_KEEPIDLE = 3;
    public static final int TCP_KEEPINTVL = 17;
    public static final int TCP_FAIL_CONNECT_ON_ICMP_ERROR = 18;

    public static final int UDP_SEND_MSG_SIZE = 2;
    public static final int UDP_RECV_MAX_COALESCED_SIZE = 3;
    public static final int UDP_COALESCED_INFO = 3;

    private static final ImmutableSortedMap<String, Integer> BY_NAME =
            ImmutableSortedMap.<String, Integer>naturalOrder()
                    .put("IP_OPTIONS", IP_OPTIONS)
                    .put("IP_HDRINCL", IP_HDRINCL)
                    .put("IP_TOS", IP_TOS)
                    .put("IP_TTL", IP_TTL)
                    .put("IP_MULTICAST_IF", IP_MULTICAST_IF)
                    .put("IP_MULTICAST_TTL", IP_MULTICAST_TTL)
                    .put("IP_MULTICAST_LOOP", IP_MULTICAST_LOOP)
                    .put("IP_ADD_MEMBERSHIP", IP_ADD_MEMBERSHIP)
                    .put("IP_DROP_MEMBERSHIP", IP_DROP_MEMBERSHIP)
                    .put("IP_DONTFRAGMENT", IP_DONTFRAGMENT)
                    .put("IP_PKTINFO", IP_PKTINFO)
                    .put("IP_HOPLIMIT", IP_HOPLIMIT)
                    .put("IP_RECEIVE_BROADCAST", IP_RECEIVE_BROADCAST)
                    .put("IP_UNICAST_IF", IP_UNICAST_IF)
                    .put("IP_RECVTOS", IP_RECVTOS)
                    .put("IP_ECN", IP_ECN)
                    .put("IP_RECVECN", IP_RECVECN)
                    .put("IP_MTU_DISCOVER", IP_MTU_DISCOVER)
                    .put("IP_MTU", IP_MTU)
                    .put("IP_RECVERR", IP_RECVERR)
                    .put("IP_PMTUDISC_NOT_SET", IP_PMTUDISC_NOT_SET)
                    .put("IP_PMTUDISC_DO", IP_PMTUDISC_DO)
                    .put("IP_PMTUDISC_DONT", IP_PMTUDISC_DONT)
                    .put("IP_PMTUDISC_PROBE", IP_PMTUDISC_PROBE)
                    .put("IPV6_HDRINCL", IPV6_HDRINCL)
                    .put("IPV6_UNICAST_HOPS", IPV6_UNICAST_HOPS)
                    .put("IPV6_MULTICAST_IF", IPV6_MULTICAST_IF)
                    .put("IPV6_MULTICAST_HOPS", IPV6_MULTICAST_HOPS)
                    .put("IPV6_MULTICAST_LOOP", IPV6_MULTICAST_LOOP)
                    .put("IPV6_ADD_MEMBERSHIP", IPV6_ADD_MEMBERSHIP)
                    .put("IPV6_DROP_MEMBERSHIP", IPV6_DROP_MEMBERSHIP)
                    .put("IPV6_DONTFRAG", IPV6_DONTFRAG)
                    .put("IPV6_PKTINFO", IPV6_PKTINFO)
                    .put("IPV6_HOPLIMIT", IPV6_HOPLIMIT)
                    .put("IPV6_V6ONLY", IPV6_V6ONLY)
                    .put("IPV6_UNICAST_IF", IPV6_UNICAST_IF)
                    .put("IPV6_RTHDR", IPV6_RTHDR)
                    .put("IPV6_TCLASS", IPV6_TCLASS)
                    .put("IPV6_RECVTCLASS", IPV6_RECVTCLASS)
                    .put("IPV6_ECN", IPV6_ECN)
                    .put("IPV6_RECVECN", IPV6_RECVECN)
                    .put("IPV6_MTU_DISCOVER", IPV6_MTU_DISCOVER)
                    .put("IPV6_MTU", IPV6_MTU)
                    .put("IPV6_RECVERR", IPV6_RECVERR)
                    .put("TCP_KEEPALIVE", TCP_KEEPALIVE)
                    .put("TCP_MAXRT", TCP_MAXRT)
                    .put("TCP_FASTOPEN", TCP_FASTOPEN)
                    .put("TCP_KEEPCNT", TCP_KEEPCNT)
                    .put("TCP_KEEPIDLE", TCP_KEEPIDLE)
                    .put("TCP_KEEPINTVL", TCP_KEEPINTVL)
                    .put("TCP_FAIL_CONNECT_ON_ICMP_ERROR", TCP_FAIL_CONNECT_ON_ICMP_ERROR)
                    .put("UDP_SEND_MSG_SIZE", UDP_SEND_MSG_SIZE)
                    .put("UDP_RECV_MAX_COALESCED_SIZE", UDP_RECV_MAX_COALESCED_SIZE)
                    .put("UDP_COALESCED_INFO", UDP_COALESCED_INFO)
                    .buildOrThrow();

    private Ws2ipdef() {}

    /** Returns the value of the constant with this exact C name, if it is one of these. */
    public static Optional<Integer> valueOf(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** Returns the names of all these constants, sorted. */
    public static Iterable<String> names() {
        return BY_NAME.keySet();
    }
}
