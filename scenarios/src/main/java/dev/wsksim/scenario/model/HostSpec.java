package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * A virtual host. Its loopback addresses 127.0.0.1 and ::1 are always there and are not listed.
 *
 * @param name the name by which the scenario calls it
 * @param addresses its addresses of both families, in order of preference
 * @param routes its routes; absent: whatever a link reaches is reachable; empty: only its own addresses and on-link
 *     prefixes
 * @param ephemeralPorts the ports handed out for port 0; absent: 49152-65535
 * @param tcp in which constants its TCP differs from that of the profile
 * @param position where it is written
 */
public record HostSpec(
        String name,
        ImmutableList<HostAddress> addresses,
        Optional<ImmutableList<RouteSpec>> routes,
        Optional<PortRange> ephemeralPorts,
        TcpSettings tcp,
        SourcePosition position) {}
