package dev.wsksim.net;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.Limits;
import dev.wsksim.engine.RandomStreams;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpPrefix;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.host.HostAddress;
import dev.wsksim.net.host.HostConfiguration;
import dev.wsksim.net.host.InterfaceConfiguration;
import dev.wsksim.net.host.PacketDiscarded;
import dev.wsksim.net.host.Route;
import dev.wsksim.net.link.PacketSent;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.IcmpEcho;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.trace.Trace;
import dev.wsksim.trace.TraceLog;
import dev.wsksim.trace.TraceRecord;
import java.util.List;

/**
 * Two subnets and the router between them:
 *
 * <pre>
 *   client .10 ── 192.0.2.0/24, 2001:db8:1::/64 ── .1 router .1 ── 198.51.100.0/24, 2001:db8:2::/64 ── .20 server
 *                             lan                                       wan
 * </pre>
 */
public final class RoutedWorld {

    public final SimulationLoop loop = new SimulationLoop(Limits.DEFAULT);
    public final Trace trace = new Trace(loop);
    public final TraceLog log = new TraceLog();
    public final Network network = new Network(loop, trace, new RandomStreams(1));
    public final Host client;
    public final Host router;
    public final Host server;

    public RoutedWorld(int lanMtu, int wanMtu) {
        trace.addSink(log);
        client = network.addHost(HostConfiguration.of("client", address("192.0.2.10"), address("2001:db8:1::10"))
                .withRoutes(defaults("192.0.2.1", "2001:db8:1::1")));
        router = network.addHost(HostConfiguration.of("router")
                .withInterfaces(List.of(
                        InterfaceConfiguration.of("lan", address("192.0.2.1"), address("2001:db8:1::1"))
                                .withMtu(lanMtu),
                        InterfaceConfiguration.of("wan", address("198.51.100.1"), address("2001:db8:2::1"))
                                .withMtu(wanMtu)))
                .withRoutes(List.of())
                .withRouter(true));
        server = network.addHost(HostConfiguration.of("server", address("198.51.100.20"), address("2001:db8:2::20"))
                .withRoutes(defaults("198.51.100.1", "2001:db8:2::1")));
        join(client, router);
        join(router, server);
    }

    public static RoutedWorld ofEthernet() {
        return new RoutedWorld(InterfaceConfiguration.ETHERNET_MTU, InterfaceConfiguration.ETHERNET_MTU);
    }

    private void join(Host one, Host other) {
        network.link(one, other, TwoHosts.ONE_MILLISECOND);
        network.link(other, one, TwoHosts.ONE_MILLISECOND);
    }

    private static ImmutableList<Route> defaults(String router4, String router6) {
        return ImmutableList.of(
                Route.via(IpPrefix.of("0.0.0.0/0"), IpAddress.of(router4), 0),
                Route.via(IpPrefix.of("::/0"), IpAddress.of(router6), 0));
    }

    public static HostAddress address(String text) {
        return HostAddress.parse(text).orElseThrow();
    }

    /** Returns an echo request with so many bytes of data. */
    public static Packet echo(String source, String destination, int hopLimit, int bytes) {
        IpAddress from = IpAddress.of(source);
        byte[] data = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            data[i] = (byte) (i * 7 + i / 256);
        }
        IcmpEcho echo = IcmpEcho.request(from.family(), 1, 1, ByteSlice.of(data, 0, bytes));
        return new Packet(from, IpAddress.of(destination), hopLimit, echo);
    }

    /** Returns every packet that was sent, as {@code client > router: ICMP ...}, without those that answer echoes. */
    public List<String> sent() {
        return records(PacketSent.class).stream()
                .filter(sent -> !(sent.packet().payload() instanceof IcmpEcho echo && echo.isReply()))
                .map(sent -> sent.link() + ": " + sent.packet().describe())
                .toList();
    }

    /** Returns why packets were thrown away. */
    public List<String> discarded() {
        return records(PacketDiscarded.class).stream()
                .map(discarded -> discarded.host() + ": " + discarded.reason())
                .toList();
    }

    /** Returns the records of a class in their order. */
    public <R extends TraceRecord> List<R> records(Class<R> type) {
        return log.entries().stream()
                .filter(entry -> type.isInstance(entry.record()))
                .map(entry -> type.cast(entry.record()))
                .toList();
    }
}
