package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A virtual host. Its loopback addresses 127.0.0.1 and ::1 are always there and are not listed.
 *
 * @param name the name by which the scenario calls it
 * @param interfaces its network interfaces; never empty
 * @param routes its routes; absent: whatever a link reaches is reachable; empty: only its own addresses and on-link
 *     prefixes
 * @param router whether it forwards packets for others
 * @param hopLimit the hop limit of what it sends; absent: that of Windows
 * @param ephemeralPorts the ports handed out for port 0; absent: 49152-65535
 * @param tcp in which constants its TCP differs from that of the profile
 * @param files the content of the files {@code etc/hosts} and {@code etc/services}; absent: what Windows installs
 * @param position where it is written
 */
public record HostSpec(
        String name,
        ImmutableList<InterfaceSpec> interfaces,
        Optional<ImmutableList<RouteSpec>> routes,
        boolean router,
        OptionalInt hopLimit,
        Optional<PortRange> ephemeralPorts,
        TcpSettings tcp,
        ImmutableMap<String, String> files,
        SourcePosition position) {

    /** Returns a host with one interface that is no router. */
    public static HostSpec of(String name, ImmutableList<HostAddress> addresses) {
        return new HostSpec(
                name,
                ImmutableList.of(InterfaceSpec.of(addresses, SourcePosition.NONE)),
                Optional.empty(),
                false,
                OptionalInt.empty(),
                Optional.empty(),
                TcpSettings.NONE,
                ImmutableMap.of(),
                SourcePosition.NONE);
    }

    /** Returns the addresses of all interfaces. */
    public ImmutableList<HostAddress> addresses() {
        return interfaces.stream().flatMap(own -> own.addresses().stream()).collect(ImmutableList.toImmutableList());
    }
}
