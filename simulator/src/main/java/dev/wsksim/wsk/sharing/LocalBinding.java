package dev.wsksim.wsk.sharing;

import dev.wsksim.kernel.se.SecurityDescriptor;
import dev.wsksim.net.address.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * One socket's hold on a local address and port.
 *
 * <p>Compared by identity: two sockets may hold equal addresses.
 */
public final class LocalBinding {

    private final long socketNumber;
    private final IpAddress address;
    private final int port;
    private final SharingOption option;
    private final SecurityDescriptor securityDescriptor;
    /** The binding made after this one on the same port; {@link AddressTable} links them. */
    @Nullable
    LocalBinding next;

    LocalBinding(
            long socketNumber,
            IpAddress address,
            int port,
            SharingOption option,
            SecurityDescriptor securityDescriptor) {
        this.socketNumber = socketNumber;
        this.address = address;
        this.port = port;
        this.option = option;
        this.securityDescriptor = securityDescriptor;
    }

    /** Makes the binding of a raw socket, which is in no table and keeps nobody from anything. */
    public static LocalBinding unguarded(long socketNumber, IpAddress address) {
        return new LocalBinding(socketNumber, address, 0, SharingOption.REUSE, SecurityDescriptor.NONE);
    }

    /** Returns the number of the socket. */
    public long socketNumber() {
        return socketNumber;
    }

    /** Returns the local address, which may be the wildcard. */
    public IpAddress address() {
        return address;
    }

    /** Returns the local port; 0 for a raw socket alone. */
    public int port() {
        return port;
    }

    /** Returns what the socket said about sharing. */
    public SharingOption option() {
        return option;
    }

    /** Returns the descriptor that guards the address in a CHECK cell. */
    public SecurityDescriptor securityDescriptor() {
        return securityDescriptor;
    }
}
