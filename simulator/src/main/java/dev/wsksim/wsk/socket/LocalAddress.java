package dev.wsksim.wsk.socket;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.host.Host;
import dev.wsksim.wsk.sharing.AddressTable;
import dev.wsksim.wsk.sharing.BindDecision;
import dev.wsksim.wsk.sharing.BindRequest;
import dev.wsksim.wsk.sharing.LocalBinding;
import org.jspecify.annotations.Nullable;

/**
 * The local address of a socket: asked for at the bind, held under the rules of sharing, given back at the close.
 *
 * <p>Bound to the wildcard, a socket knows its port at once and its address only when routing picks one. Source:
 * nc-wsk-pfn_wsk_bind, nc-wsk-pfn_wsk_get_local_address, sharing-transport-addresses.
 */
public final class LocalAddress {

    private final Host host;
    private final AddressTable addresses;
    private @Nullable LocalBinding binding;
    private @Nullable Endpoint endpoint;

    LocalAddress(Host host, AddressTable addresses) {
        this.host = host;
        this.addresses = addresses;
    }

    /** Returns the address as WskGetLocalAddress tells it, or null before the bind. */
    public @Nullable Endpoint endpoint() {
        return endpoint;
    }

    /** Returns the address of a socket that is bound. */
    public Endpoint requireEndpoint() {
        Endpoint bound = endpoint;
        if (bound == null) {
            throw new AssertionError("the socket is not bound");
        }
        return bound;
    }

    /** Binds, if the address is one of the host's and sharing allows it. */
    BindDecision bind(WskSocket socket, Endpoint wanted) {
        IpAddress address = wanted.address();
        if (!address.isWildcard() && !host.owns(address)) {
            return new BindDecision(
                    NtStatus.STATUS_INVALID_ADDRESS_COMPONENT, null, address + " is not an address of " + host.name());
        }
        BindDecision decision = addresses.bind(new BindRequest(
                socket.number(),
                wanted,
                socket.sharingOption(),
                socket.effectiveSecurityDescriptor(),
                socket.owner().subject()));
        LocalBinding made = decision.binding();
        if (made != null) {
            binding = made;
            endpoint = made.port() == wanted.port() ? wanted : new Endpoint(address, made.port());
        }
        return decision;
    }

    /** Takes an address that everybody may have at the same time, if it is one of the host's; only raw sockets have those. */
    BindDecision bindUnguarded(WskSocket socket, Endpoint wanted) {
        IpAddress address = wanted.address();
        if (!address.isWildcard() && !host.owns(address)) {
            return new BindDecision(
                    NtStatus.STATUS_INVALID_ADDRESS_COMPONENT, null, address + " is not an address of " + host.name());
        }
        endpoint = new Endpoint(address, 0);
        return new BindDecision(
                NtStatus.STATUS_SUCCESS,
                LocalBinding.unguarded(socket.number(), address),
                "raw sockets share every address");
    }

    /** Takes the address that routing picked, or, of an accepted socket, the one that the peer reached. */
    void routedTo(Endpoint picked) {
        endpoint = picked;
    }

    /** Takes the address back that was bound. */
    void unroute() {
        LocalBinding held = binding;
        endpoint = held == null ? null : AddressTable.endpointOf(held);
    }

    /** Gives the address back. */
    void release() {
        LocalBinding held = binding;
        if (held != null) {
            binding = null;
            addresses.release(held);
        }
    }
}
