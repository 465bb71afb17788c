package dev.wsksim.wsk.call;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.host.HostAddress;
import dev.wsksim.net.name.ResolvedHost;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Ws2defNames;
import dev.wsksim.wsk.name.AddrInfoExW;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the entries of an address list out of addresses and ports: every address with every port, the addresses in the
 * order of RFC 6724, and only those that the hints want.
 *
 * @param host the host that asks
 * @param hints what it wants
 * @param ports the ports of the service
 */
record AddressEntries(Host host, AddressInfoHints hints, ImmutableList<ServicePorts.ServicePort> ports) {

    private static final long MAPPED = 0xFFFF_0000_0000L;

    /** Tells whether the first entry gets a name. */
    boolean wantsName() {
        return hints.has(Ws2defNames.AI_CANONNAME) || hints.has(Ws2defNames.AI_FQDN);
    }

    /** Makes the entries of a host that was found by name; none where it has no address of a wanted family. */
    ImmutableList<AddrInfoExW.Members> of(ResolvedHost found) {
        String name = hints.has(Ws2defNames.AI_FQDN) ? found.fullName() : found.canonicalName();
        ImmutableList<IpAddress> usable = host.sortDestinations(found.addresses()).stream()
                .filter(address -> !hints.has(Ws2defNames.AI_ADDRCONFIG) || hasGlobalAddress(address.family()))
                .collect(ImmutableList.toImmutableList());
        return of(usable, 0, wantsName() ? name : null);
    }

    /**
     * Makes the entries of addresses in their order.
     *
     * @param scopeId {@code sin6_scope_id} of those of IPv6
     * @param name {@code ai_canonname} of the first
     */
    ImmutableList<AddrInfoExW.Members> of(List<IpAddress> addresses, long scopeId, @Nullable String name) {
        ImmutableList.Builder<AddrInfoExW.Members> entries = ImmutableList.builder();
        String firstName = name;
        for (IpAddress address : wanted(addresses)) {
            for (ServicePorts.ServicePort port : ports) {
                entries.add(entry(address, scopeId, port, firstName));
                firstName = null;
            }
        }
        return entries.build();
    }

    /** AI_V4MAPPED: without IPv6 addresses, or with AI_ALL besides them, the IPv4 addresses in the form of IPv6. */
    private List<IpAddress> wanted(List<IpAddress> addresses) {
        ImmutableList.Builder<IpAddress> wanted = ImmutableList.builder();
        boolean hasIpv6 = addresses.stream().anyMatch(address -> address.family() == IpFamily.IPV6);
        boolean maps = hints.has(Ws2defNames.AI_V4MAPPED) && (!hasIpv6 || hints.has(Ws2defNames.AI_ALL));
        for (IpAddress address : addresses) {
            if (hints.wants(address.family())) {
                wanted.add(address);
            } else if (maps && address.family() == IpFamily.IPV4) {
                wanted.add(IpAddress.ipv6(0, MAPPED | address.low()));
            }
        }
        return wanted.build();
    }

    /** Tells whether the host has an address of a family that is neither loopback nor link-local. */
    private boolean hasGlobalAddress(IpFamily family) {
        return host.addresses().stream()
                .map(HostAddress::address)
                .anyMatch(own -> own.family() == family && !own.isLoopback() && !own.isLinkLocal());
    }

    private static AddrInfoExW.Members entry(
            IpAddress address, long scopeId, ServicePorts.ServicePort port, @Nullable String name) {
        Endpoint endpoint = new Endpoint(address, port.port());
        boolean ipv4 = address.family() == IpFamily.IPV4;
        SockAddr sockAddr = ipv4 ? new SockAddr.Inet(endpoint) : new SockAddr.Inet6(endpoint, 0, scopeId);
        long length = ipv4 ? Ws2defNames.SIZE_OF_SOCKADDR_IN : Ws2defNames.SIZE_OF_SOCKADDR_IN6;
        return new AddrInfoExW.Members(
                0, sockAddr.saFamily(), port.socktype(), port.protocol(), length, name, sockAddr, null, 0, null);
    }
}
