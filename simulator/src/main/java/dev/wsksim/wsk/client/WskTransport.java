package dev.wsksim.wsk.client;

import com.google.common.collect.ImmutableList;
import dev.wsksim.wsk.Ws2def;

/**
 * WSK_TRANSPORT: a combination of address family, socket type and protocol for which sockets can be created. Source:
 * ns-wsk-_wsk_transport.
 *
 * @param socketType SOCK_STREAM, SOCK_DGRAM or SOCK_RAW
 * @param protocol an IPPROTO value
 * @param addressFamily AF_INET or AF_INET6
 */
public record WskTransport(int socketType, int protocol, int addressFamily) {

    /**
     * The list of the transports of TCP/IP, for both families: stream sockets over TCP, datagram sockets over UDP, raw
     * sockets over any protocol, which the list names once with protocol 0 (assumption: the pages give the combinations
     * but not the literal list).
     */
    public static final ImmutableList<WskTransport> TCPIP = ImmutableList.of(
            new WskTransport(Ws2def.SOCK_STREAM, Ws2def.IPPROTO_TCP, Ws2def.AF_INET),
            new WskTransport(Ws2def.SOCK_DGRAM, Ws2def.IPPROTO_UDP, Ws2def.AF_INET),
            new WskTransport(Ws2def.SOCK_RAW, Ws2def.IPPROTO_IP, Ws2def.AF_INET),
            new WskTransport(Ws2def.SOCK_STREAM, Ws2def.IPPROTO_TCP, Ws2def.AF_INET6),
            new WskTransport(Ws2def.SOCK_DGRAM, Ws2def.IPPROTO_UDP, Ws2def.AF_INET6),
            new WskTransport(Ws2def.SOCK_RAW, Ws2def.IPPROTO_IP, Ws2def.AF_INET6));

    /**
     * Tells whether this entry of the list covers a combination that a driver asks for; a raw entry with protocol 0
     * covers every protocol but 0.
     */
    public boolean covers(int family, int type, int wantedProtocol) {
        if (addressFamily != family || socketType != type) {
            return false;
        }
        boolean anyProtocol = type == Ws2def.SOCK_RAW && protocol == 0;
        return anyProtocol ? wantedProtocol != 0 : protocol == wantedProtocol;
    }

    @Override
    public String toString() {
        return Ws2def.familyName(addressFamily) + " " + Ws2def.socketTypeName(socketType) + " "
                + Ws2def.protocolName(protocol);
    }
}
