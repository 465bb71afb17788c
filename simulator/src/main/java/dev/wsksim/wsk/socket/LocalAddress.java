package dev.wsksim.wsk.socket;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.host.HostAddress;
import dev.wsksim.net.host.NetworkInterface;
import dev.wsksim.wsk.sharing.AddressTable;
import dev.wsksim.wsk.sharing.BindDecision;
import dev.wsksim.wsk.sharing.BindRequest;
import dev.wsksim.wsk.sharing.LocalBinding;
import org.jspecify.annotations.Nullable;

/**
 * The local address of a socket: asked for at the bind, held under the rules of sharing, given back at the close.
 *
 * <p>Bound to the wildcard, a socket knows its port at once and its address only when routing picks one. A dual-mode
 * socket (AF_INET6 with IPV6_V6ONLY off) that is bound to the wildcard takes its port in both families, and sharing must
 * pass in both; bound to an IPv4-mapped address it takes the IPv4 address. Without dual mode an IPv4-mapped address
 * fails (the status is an assumption). Source: nc-wsk-pfn_wsk_bind, nc-wsk-pfn_wsk_get_local_address,
 * sharing-transport-addresses, dual-stack-sockets.
 */
public final class LocalAddress {

    private @Nullable AddressHold hold;
    private @Nullable Endpoint bound;
    private @Nullable Endpoint endpoint;

    LocalAddress() {}

    /** Returns the address as WskGetLocalAddress tells it, or null before the bind. */
    public @Nullable Endpoint endpoint() {
        return endpoint;
    }

    /** Returns the address of a socket that is bound. */
    public Endpoint requireEndpoint() {
        Endpoint known = endpoint;
        if (known == null) {
            throw new AssertionError("the socket is not bound");
        }
        return known;
    }

    /**
     * Returns the endpoints of the network that a socket serves when it is bound to an address: one, or, for the
     * wildcard of a dual-mode socket, one of each family.
     */
    static ImmutableList<Endpoint> onTheNet(WskSocket socket, Endpoint own) {
        if (own.address().isIpv4Mapped()) {
            return ImmutableList.of(new Endpoint(own.address().unmapped(), own.port()));
        }
        return servesBothFamilies(socket, own.address())
                ? ImmutableList.of(own, new Endpoint(IpAddress.wildcard(IpFamily.IPV4), own.port()))
                : ImmutableList.of(own);
    }

    private static boolean servesBothFamilies(WskSocket socket, IpAddress address) {
        return socket.isDualMode() && address.isWildcard();
    }

    /** Binds, if the address is one of the host's and sharing allows it. */
    BindDecision bind(WskSocket socket, Endpoint asked) {
        Host host = socket.services().host();
        // The host's own object for the address, so that of a driver's SOCKADDR nothing is kept.
        Endpoint wanted = new Endpoint(known(host, asked.address()), asked.port());
        IpAddress address = wanted.address();
        boolean mapped = address.isIpv4Mapped();
        if (mapped && !socket.isDualMode()) {
            return failed(
                    address + " stands for an IPv4 address, and IPV6_V6ONLY is set (the status is an assumption)");
        }
        IpAddress own = mapped ? address.unmapped() : address;
        if (!own.isWildcard() && !host.owns(own)) {
            return failed(own + " is not an address of " + host.name());
        }
        if (servesBothFamilies(socket, address)) {
            return bindInBoth(socket, wanted);
        }
        AddressTable table = mapped ? ipv4Table(socket) : ownTable(socket);
        BindDecision decision = table.bind(request(socket, new Endpoint(own, wanted.port())));
        LocalBinding made = decision.binding();
        if (made != null) {
            take(new AddressHold(table, made), wanted, made.port());
        }
        return decision;
    }

    private BindDecision bindInBoth(WskSocket socket, Endpoint wanted) {
        AddressTable addresses = ownTable(socket);
        AddressTable four = ipv4Table(socket);
        BindDecision six = addresses.bind(request(socket, wanted), four::isFree);
        LocalBinding made = six.binding();
        if (made == null) {
            return six;
        }
        Endpoint wantedFour = new Endpoint(IpAddress.wildcard(IpFamily.IPV4), made.port());
        BindDecision other = four.bind(request(socket, wantedFour));
        if (other.binding() == null) {
            addresses.release(made);
            return new BindDecision(other.status(), null, "IPv4 of a dual-mode socket: " + other.reason());
        }
        take(new AddressHold(addresses, made, four, other.binding()), wanted, made.port());
        return new BindDecision(six.status(), made, "IPv6: " + six.reason() + "; IPv4: " + other.reason());
    }

    private static IpAddress known(Host host, IpAddress address) {
        if (address.isWildcard()) {
            return address;
        }
        for (NetworkInterface own : host.interfaces()) {
            for (HostAddress has : own.addresses()) {
                if (has.address().equals(address)) {
                    return has.address();
                }
            }
        }
        return address;
    }

    private static AddressTable ownTable(WskSocket socket) {
        return socket.services().table().addressesOf(socket.triple());
    }

    private static AddressTable ipv4Table(WskSocket socket) {
        return socket.services().table().ipv4AddressesOf(socket.triple());
    }

    private static BindDecision failed(String reason) {
        return new BindDecision(NtStatus.STATUS_INVALID_ADDRESS_COMPONENT, null, reason);
    }

    private static BindRequest request(WskSocket socket, Endpoint wanted) {
        return new BindRequest(
                socket.number(),
                wanted,
                socket.sharingOption(),
                socket.effectiveSecurityDescriptor(),
                socket.owner().subject());
    }

    private void take(AddressHold made, Endpoint wanted, int port) {
        Endpoint taken = port == wanted.port() ? wanted : new Endpoint(wanted.address(), port);
        hold = made;
        bound = taken;
        endpoint = taken;
    }

    /** Holds what another socket holds, besides it. */
    void share(LocalAddress other) {
        AddressHold shared = other.hold;
        if (shared != null) {
            shared.share();
            hold = shared;
        }
    }

    /** Takes an address that everybody may have at the same time, if it is one of the host's; only raw sockets have those. */
    BindDecision bindUnguarded(WskSocket socket, Endpoint wanted) {
        IpAddress address = wanted.address();
        Host host = socket.services().host();
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

    /**
     * Returns the local end on the network of a connection: routing picks the address where the socket is bound to the
     * wildcard; null where no route leads to the target.
     */
    @Nullable
    Endpoint toReach(WskSocket socket, Endpoint target) {
        Endpoint own = requireEndpoint();
        Endpoint from = socket.onTheNet(own);
        boolean mayChoose = from.address().family() == target.address().family()
                || own.address().isWildcard();
        if (!from.address().isWildcard() || !mayChoose) {
            return from;
        }
        Host host = socket.services().host();
        TcpSettings settings = socket.tcpIfSet();
        int through = settings == null
                ? 0
                : settings.unicastInterface(target.address().family());
        IpAddress source =
                through == 0 ? host.chooseSource(target.address()) : host.chooseSource(target.address(), through);
        return source == null ? null : new Endpoint(source, own.port());
    }

    /** Takes the address that routing picked, or, of an accepted socket, the one that the peer reached. */
    void routedTo(Endpoint picked) {
        endpoint = picked;
    }

    /** Takes the address back that was bound. */
    void unroute() {
        endpoint = bound;
    }

    /** Tells whether the socket has an address of its own that the host has no more. */
    boolean isLost(Host host) {
        Endpoint own = endpoint;
        if (own == null || own.address().isWildcard()) {
            return false;
        }
        IpAddress address = own.address().isIpv4Mapped() ? own.address().unmapped() : own.address();
        return !address.isWildcard() && !host.owns(address);
    }

    /** Gives the address back. */
    void release() {
        AddressHold held = hold;
        if (held != null) {
            hold = null;
            held.letGo();
        }
    }
}
