package dev.wsksim.wsk.socket;

import com.google.common.collect.ImmutableList;
import dev.wsksim.wsk.Ws2def;

/**
 * What a socket speaks: address family, socket type and protocol, as numbers, since a driver may pass any.
 *
 * @param addressFamily an AF value
 * @param socketType a SOCK value
 * @param protocol an IPPROTO value
 */
public record SocketTriple(int addressFamily, int socketType, int protocol) {

    private static final ImmutableList<SocketTriple> COMMON = ImmutableList.of(
            new SocketTriple(Ws2def.AF_INET, Ws2def.SOCK_STREAM, Ws2def.IPPROTO_TCP),
            new SocketTriple(Ws2def.AF_INET6, Ws2def.SOCK_STREAM, Ws2def.IPPROTO_TCP),
            new SocketTriple(Ws2def.AF_INET, Ws2def.SOCK_DGRAM, Ws2def.IPPROTO_UDP),
            new SocketTriple(Ws2def.AF_INET6, Ws2def.SOCK_DGRAM, Ws2def.IPPROTO_UDP));

    /** Makes what a driver passed; the sockets of the usual transports share one object each. */
    public static SocketTriple of(int addressFamily, int socketType, int protocol) {
        for (int i = 0; i < COMMON.size(); i++) {
            SocketTriple common = COMMON.get(i);
            if (common.addressFamily == addressFamily
                    && common.socketType == socketType
                    && common.protocol == protocol) {
                return common;
            }
        }
        return new SocketTriple(addressFamily, socketType, protocol);
    }

    /** Tells whether this is a stream socket over TCP, the one kind that can be connected. */
    public boolean isTcp() {
        return socketType == Ws2def.SOCK_STREAM && protocol == Ws2def.IPPROTO_TCP;
    }

    @Override
    public String toString() {
        return Ws2def.familyName(addressFamily) + " " + Ws2def.socketTypeName(socketType) + " "
                + Ws2def.protocolName(protocol);
    }
}
