package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.net.InetAddresses;
import dev.wsksim.net.host.HostAddress;
import dev.wsksim.scenario.model.HostSpec;
import dev.wsksim.scenario.model.InterfaceSpec;
import dev.wsksim.scenario.model.Reference;
import java.util.Optional;

/**
 * Tells which interface an end of a link means, a host or {@code host.interface}, by the rule of {@link
 * dev.wsksim.net.Network#link(dev.wsksim.net.host.Host, dev.wsksim.net.host.Host, dev.wsksim.net.link.LinkConfiguration)}.
 */
final class LinkEnds {
    private final ImmutableList<HostSpec> hosts;

    LinkEnds(ImmutableList<HostSpec> hosts) {
        this.hosts = hosts;
    }

    /** Returns the direction between interfaces that two ends mean, or nothing where there is no such host or interface. */
    Optional<String> direction(Reference from, Reference to) {
        return interfaceOf(from, to)
                .flatMap(sender -> interfaceOf(to, from).map(receiver -> sender + " -> " + receiver));
    }

    /** Returns the interface that an end means, as {@code host.interface}, or nothing where there is none. */
    Optional<String> interfaceOf(Reference end, Reference other) {
        Optional<HostSpec> host = find(end.name());
        Optional<HostSpec> neighbor = hostOf(other);
        if (host.isEmpty() || neighbor.isEmpty()) {
            return hostOf(end).map(known -> end.name());
        }
        return host.get().interfaces().stream()
                .filter(own -> neighbor.get().interfaces().stream().anyMatch(its -> sharePrefix(own, its)))
                .findFirst()
                .or(() -> host.get().interfaces().stream().findFirst())
                .map(own -> host.get().name() + "." + own.name());
    }

    /** Returns the host that an end is, or that has the interface that it is. */
    Optional<HostSpec> hostOf(Reference end) {
        return find(end.name()).or(() -> {
            int dot = end.name().lastIndexOf('.');
            return find(end.name().substring(0, Math.max(0, dot)))
                    .filter(host -> host.interfaces().stream()
                            .anyMatch(own -> own.name().equals(end.name().substring(dot + 1))));
        });
    }

    private Optional<HostSpec> find(String name) {
        return hosts.stream().filter(host -> host.name().equals(name)).findFirst();
    }

    private static boolean sharePrefix(InterfaceSpec one, InterfaceSpec other) {
        ImmutableList<HostAddress> ones = addresses(one);
        ImmutableList<HostAddress> others = addresses(other);
        return ones.stream()
                .anyMatch(own -> others.stream()
                        .anyMatch(its -> own.prefix().contains(its.address())
                                || its.prefix().contains(own.address())));
    }

    private static ImmutableList<HostAddress> addresses(InterfaceSpec own) {
        return own.addresses().stream()
                .flatMap(address -> HostAddress.parse(InetAddresses.toAddrString(address.address())
                                + (address.prefixLength().isPresent()
                                        ? "/" + address.prefixLength().getAsInt()
                                        : ""))
                        .stream())
                .collect(ImmutableList.toImmutableList());
    }
}
