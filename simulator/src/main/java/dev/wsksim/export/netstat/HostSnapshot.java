package dev.wsksim.export.netstat;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.host.Route;
import dev.wsksim.net.tcp.TcpListener;

/**
 * A host as it was at one instant. Loopback, which all have, is not told of.
 *
 * @param name its name
 * @param running whether it ran
 * @param listeners the endpoints at which its TCP listened, in the order of their creation
 * @param connections its TCP connections, TIME-WAIT included, in the order of their creation
 * @param datagrams its UDP endpoints
 * @param interfaces its network interfaces
 * @param routes the routes that counted: those to the on-link prefixes of its interfaces, then the configured ones
 */
public record HostSnapshot(
        String name,
        boolean running,
        ImmutableList<Endpoint> listeners,
        ImmutableList<ConnectionSnapshot> connections,
        ImmutableList<DatagramSnapshot> datagrams,
        ImmutableList<InterfaceSnapshot> interfaces,
        ImmutableList<Route> routes) {

    static HostSnapshot of(Host host) {
        return new HostSnapshot(
                host.name(),
                host.isRunning(),
                host.tcp().listeners().stream().map(TcpListener::local).collect(ImmutableList.toImmutableList()),
                host.tcp().connections().stream().map(ConnectionSnapshot::of).collect(ImmutableList.toImmutableList()),
                host.udp().endpoints().stream().map(DatagramSnapshot::of).collect(ImmutableList.toImmutableList()),
                host.interfaces().stream().map(InterfaceSnapshot::of).collect(ImmutableList.toImmutableList()),
                host.routes());
    }
}
