package dev.wsksim.wsk.socket;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.host.Host;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.client.SecurityDescriptorPointer;
import dev.wsksim.wsk.client.WskClient;
import dev.wsksim.wsk.sharing.AddressTable;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All sockets of one host: makes them, numbers them, knows which are open, and holds the tables of their local
 * addresses.
 */
public final class SocketTable {

    private final Host host;
    private final AddressTable tcp4;
    private final AddressTable tcp6;
    private final Set<WskSocket> open = new LinkedHashSet<>();
    private int created;

    /** Makes the table of a host without sockets. */
    public SocketTable(Host host) {
        this.host = host;
        tcp4 = new AddressTable(host.ephemeralPorts());
        tcp6 = new AddressTable(host.ephemeralPorts());
    }

    /** Makes a connection socket. */
    public ConnectionSocket createConnectionSocket(
            WskClient client,
            SocketTriple triple,
            SocketCallbacks callbacks,
            OwningContext owner,
            @Nullable SecurityDescriptorPointer securityDescriptor,
            ProviderTable dispatch) {
        ConnectionSocket socket = new ConnectionSocket(
                ++created,
                client,
                triple,
                owner,
                securityDescriptor,
                dispatch,
                callbacks,
                host,
                addressesOf(triple.addressFamily()));
        open.add(socket);
        client.socketOpened();
        return socket;
    }

    /** Frees a socket whose connection and address were given back. */
    public void free(WskSocket socket) {
        socket.free();
        open.remove(socket);
        socket.client().socketClosed();
    }

    /** Returns the sockets that are not closed, the oldest first. */
    public ImmutableList<WskSocket> open() {
        return ImmutableList.copyOf(open);
    }

    /** Returns the TCP addresses in use of a family. */
    public AddressTable addressesOf(int addressFamily) {
        return addressFamily == Ws2def.AF_INET6 ? tcp6 : tcp4;
    }
}
