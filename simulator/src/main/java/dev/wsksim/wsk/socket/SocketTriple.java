package dev.wsksim.wsk.socket;

import dev.wsksim.wsk.Ws2def;

/**
 * What a socket speaks: address family, socket type and protocol, as numbers, since a driver may pass any.
 *
 * @param addressFamily an AF value
 * @param socketType a SOCK value
 * @param protocol an IPPROTO value
 */
public record SocketTriple(int addressFamily, int socketType, int protocol) {

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
