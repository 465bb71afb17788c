package dev.wsksim.wsk.control;

import com.google.common.collect.ImmutableList;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Ws2def;
import java.util.stream.Collectors;

/**
 * SOCKET_ADDRESS_LIST with the addresses that it points at, in one buffer. Source: sio-address-list-query.
 *
 * @param addresses the addresses, each with port 0
 */
public record SocketAddressList(ImmutableList<SockAddr> addresses) {

    private static final long SIZE_OF_COUNT = 8;
    private static final long SIZE_OF_SOCKET_ADDRESS = 16;
    private static final long SIZE_OF_SOCKADDR_IN = 16;
    private static final long SIZE_OF_SOCKADDR_IN6 = 28;

    /** Returns the bytes that the list takes on x64: iAddressCount, an entry for each address, and the addresses. */
    public long size() {
        long size = SIZE_OF_COUNT;
        for (SockAddr address : addresses) {
            size += SIZE_OF_SOCKET_ADDRESS
                    + (address.saFamily() == Ws2def.AF_INET6 ? SIZE_OF_SOCKADDR_IN6 : SIZE_OF_SOCKADDR_IN);
        }
        return size;
    }

    /** Returns the addresses in brackets. */
    @Override
    public String toString() {
        return addresses.stream().map(Object::toString).collect(Collectors.joining(", ", "[", "]"));
    }
}
