package dev.wsksim.wsk;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Optional;

/** The constants of the public header ws2def.h that WSK shares with Winsock, with their values. */
public final class Ws2def {

    public static final int AF_UNSPEC = 0;
    public static final int AF_INET = 2;
    public static final int AF_INET6 = 23;

    public static final int SOCK_STREAM = 1;
    public static final int SOCK_DGRAM = 2;
    public static final int SOCK_RAW = 3;

    public static final int IPPROTO_IP = 0;
    public static final int IPPROTO_ICMP = 1;
    public static final int IPPROTO_TCP = 6;
    public static final int IPPROTO_UDP = 17;
    public static final int IPPROTO_IPV6 = 41;
    public static final int IPPROTO_ICMPV6 = 58;
    public static final int IPPROTO_RAW = 255;

    public static final int SOL_SOCKET = 0xFFFF;
    public static final int SO_REUSEADDR = 0x0004;
    public static final int SO_KEEPALIVE = 0x0008;
    public static final int SO_BROADCAST = 0x0020;
    public static final int SO_RCVBUF = 0x1002;
    public static final int SO_TYPE = 0x1008;
    public static final int SO_CONDITIONAL_ACCEPT = 0x3002;
    /** {@code ((ULONG) ~SO_REUSEADDR)}. */
    public static final int SO_EXCLUSIVEADDRUSE = ~SO_REUSEADDR;

    /** The option of level IPPROTO_TCP that the header has for historical reasons. */
    public static final int TCP_NODELAY = 0x0001;

    public static final int MSG_TRUNC = 0x0100;
    public static final int MSG_CTRUNC = 0x0200;
    public static final int MSG_BCAST = 0x0400;
    public static final int MSG_MCAST = 0x0800;

    public static final int SIO_ADDRESS_LIST_QUERY = 0x48000016;
    public static final int SIO_ADDRESS_LIST_CHANGE = 0x28000017;
    public static final int SIO_ADDRESS_LIST_SORT = 0xC8000019;

    private static final ImmutableSortedMap<String, Integer> BY_NAME =
            ImmutableSortedMap.<String, Integer>naturalOrder()
                    .put("AF_UNSPEC", AF_UNSPEC)
                    .put("AF_INET", AF_INET)
                    .put("AF_INET6", AF_INET6)
                    .put("SOCK_STREAM", SOCK_STREAM)
                    .put("SOCK_DGRAM", SOCK_DGRAM)
                    .put("SOCK_RAW", SOCK_RAW)
                    .put("IPPROTO_IP", IPPROTO_IP)
                    .put("IPPROTO_ICMP", IPPROTO_ICMP)
                    .put("IPPROTO_TCP", IPPROTO_TCP)
                    .put("IPPROTO_UDP", IPPROTO_UDP)
                    .put("IPPROTO_IPV6", IPPROTO_IPV6)
                    .put("IPPROTO_ICMPV6", IPPROTO_ICMPV6)
                    .put("IPPROTO_RAW", IPPROTO_RAW)
                    .put("SOL_SOCKET", SOL_SOCKET)
                    .put("SO_REUSEADDR", SO_REUSEADDR)
                    .put("SO_KEEPALIVE", SO_KEEPALIVE)
                    .put("SO_BROADCAST", SO_BROADCAST)
                    .put("SO_RCVBUF", SO_RCVBUF)
                    .put("SO_CONDITIONAL_ACCEPT", SO_CONDITIONAL_ACCEPT)
                    .put("SO_EXCLUSIVEADDRUSE", SO_EXCLUSIVEADDRUSE)
                    .put("SO_TYPE", SO_TYPE)
                    .put("TCP_NODELAY", TCP_NODELAY)
                    .put("MSG_TRUNC", MSG_TRUNC)
                    .put("MSG_CTRUNC", MSG_CTRUNC)
                    .put("MSG_BCAST", MSG_BCAST)
                    .put("MSG_MCAST", MSG_MCAST)
                    .put("SIO_ADDRESS_LIST_QUERY", SIO_ADDRESS_LIST_QUERY)
                    .put("SIO_ADDRESS_LIST_CHANGE", SIO_ADDRESS_LIST_CHANGE)
                    .put("SIO_ADDRESS_LIST_SORT", SIO_ADDRESS_LIST_SORT)
                    .buildOrThrow();

    private Ws2def() {}

    /** Returns the value of the constant with this exact C name, if it is one of these. */
    public static Optional<Integer> valueOf(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** Returns the names of all these constants, sorted. */
    public static Iterable<String> names() {
        return BY_NAME.keySet();
    }

    /** Returns the C name of an address family, or its number where it has none here. */
    public static String familyName(int family) {
        return switch (family) {
            case AF_UNSPEC -> "AF_UNSPEC";
            case AF_INET -> "AF_INET";
            case AF_INET6 -> "AF_INET6";
            default -> Integer.toString(family);
        };
    }

    /** Returns the C name of a socket type, or its number where it has none here. */
    public static String socketTypeName(int socketType) {
        return switch (socketType) {
            case SOCK_STREAM -> "SOCK_STREAM";
            case SOCK_DGRAM -> "SOCK_DGRAM";
            case SOCK_RAW -> "SOCK_RAW";
            default -> Integer.toString(socketType);
        };
    }

    /** Returns the C name of a protocol, or its number where it has none here. */
    public static String protocolName(int protocol) {
        return switch (protocol) {
            case IPPROTO_IP -> "IPPROTO_IP";
            case IPPROTO_ICMP -> "IPPROTO_ICMP";
            case IPPROTO_TCP -> "IPPROTO_TCP";
            case IPPROTO_UDP -> "IPPROTO_UDP";
            case IPPROTO_IPV6 -> "IPPROTO_IPV6";
            case IPPROTO_ICMPV6 -> "IPPROTO_ICMPV6";
            case IPPROTO_RAW -> "IPPROTO_RAW";
            default -> Integer.toString(protocol);
        };
    }
}
