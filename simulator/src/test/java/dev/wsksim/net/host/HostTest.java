package dev.wsksim.net.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.engine.Limits;
import dev.wsksim.engine.RandomStreams;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.Network;
import dev.wsksim.net.RecordingUser;
import dev.wsksim.net.RoutedWorld;
import dev.wsksim.net.TwoHosts;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpPrefix;
import dev.wsksim.net.link.PacketMatch;
import dev.wsksim.net.link.PacketSent;
import dev.wsksim.net.link.ScriptedDrop;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.udp.UdpEndpoint;
import dev.wsksim.net.udp.UdpUser;
import dev.wsksim.trace.Trace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostTest {

    private static final IpAddress SERVER = IpAddress.of("192.0.2.20");

    private static Host host(List<Route> routes, String... addresses) {
        SimulationLoop loop = new SimulationLoop(Limits.DEFAULT);
        HostAddress[] parsed = new HostAddress[addresses.length];
        for (int i = 0; i < addresses.length; i++) {
            parsed[i] = HostAddress.parse(addresses[i]).orElseThrow();
        }
        return new Network(loop, new Trace(loop), new RandomStreams(1))
                .addHost(HostConfiguration.of("client", parsed).withRoutes(routes));
    }

    @Test
    void owns_addresses_includeLoopback() {
        Host host = host(List.of(), "192.0.2.10");
        assertThat(host.owns(IpAddress.of("192.0.2.10"))).isTrue();
        assertThat(host.owns(SERVER)).isFalse();
        assertThat(host.owns(IpAddress.of("127.0.0.1"))).isTrue();
        assertThat(host.owns(IpAddress.of("127.9.9.9"))).isTrue();
        assertThat(host.owns(IpAddress.of("::1"))).isTrue();
        assertThat(host.owns(IpAddress.of("0.0.0.0"))).isFalse();
        assertThat(host.owns(IpAddress.of("::ffff:192.0.2.10"))).isFalse();
    }

    @Test
    void routes_noneGiven_reachWhateverLinkedHostsHave() {
        TwoHosts world = new TwoHosts();
        assertThat(world.client.canReach(SERVER)).isTrue();
        assertThat(world.client.canReach(IpAddress.of("203.0.113.1"))).isFalse();
        Host far = world.network.addHost(
                HostConfiguration.of("far", HostAddress.parse("203.0.113.1").orElseThrow()));
        assertThat(world.client.canReach(IpAddress.of("203.0.113.1"))).isFalse();
        world.network.link(world.client, far, TwoHosts.ONE_MILLISECOND);
        assertThat(world.client.canReach(IpAddress.of("203.0.113.1"))).isTrue();
        assertThat(world.client.routeTo(IpAddress.of("203.0.113.1"))).hasToString("203.0.113.1/32 metric 0");
        assertThat(world.client.chooseSource(IpAddress.of("203.0.113.1"))).isEqualTo(IpAddress.of("192.0.2.10"));
        assertThat(world.client.links()).hasSize(2);
    }

    @Test
    void routes_emptyList_leavesTheOnLinkPrefixesOnly() {
        TwoHosts world = new TwoHosts();
        Host strict = world.network.addHost(
                HostConfiguration.of("strict", HostAddress.parse("198.51.100.1").orElseThrow())
                        .withRoutes(List.of()));
        world.network.link(strict, world.server, TwoHosts.ONE_MILLISECOND);
        assertThat(strict.canReach(SERVER)).isFalse();
        assertThat(strict.routeTo(SERVER)).isNull();
        assertThat(strict.chooseSource(SERVER)).isNull();
        assertThat(strict.canReach(IpAddress.of("198.51.100.77"))).isTrue();
        assertThat(strict.canReach(IpAddress.of("127.0.0.1"))).isTrue();
    }

    @Test
    void routeTo_several_takesTheLongestPrefixThenTheMetricThenTheFirst() {
        Host host = host(
                List.of(
                        new Route(IpPrefix.of("0.0.0.0/0"), 1),
                        new Route(IpPrefix.of("203.0.113.0/24"), 20),
                        new Route(IpPrefix.of("203.0.113.0/24"), 10),
                        new Route(IpPrefix.of("203.0.113.128/25"), 99)),
                "192.0.2.10/24");
        assertThat(host.routeTo(IpAddress.of("203.0.113.1"))).hasToString("203.0.113.0/24 metric 10");
        assertThat(host.routeTo(IpAddress.of("203.0.113.200"))).hasToString("203.0.113.128/25 metric 99");
        assertThat(host.routeTo(IpAddress.of("8.8.8.8"))).hasToString("0.0.0.0/0 metric 1");
        assertThat(host.routeTo(SERVER)).hasToString("192.0.2.0/24 metric 0");
        assertThat(host.routeTo(IpAddress.of("2001:db8::1"))).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, 10.0.0.1",
        "192.0.2.77, 192.0.2.10",
        "192.0.2.130, 192.0.2.129",
        "8.8.8.8, 10.0.0.1",
        "192.0.2.10, 192.0.2.10",
        "127.0.0.5, 127.0.0.5",
        "2001:db8:2::9, 2001:db8:2::1",
        "2001:db8:9::9, 2001:db8:1::1",
        "::1, ::1",
    })
    void chooseSource_remote_isTheNeighbourOrTheFirst(String remote, String source) {
        Host host = host(
                List.of(new Route(IpPrefix.of("0.0.0.0/0"), 1), new Route(IpPrefix.of("::/0"), 1)),
                "10.0.0.1/8",
                "192.0.2.10/24",
                "192.0.2.129/25",
                "2001:db8:1::1",
                "2001:db8:2::1");
        assertThat(host.chooseSource(IpAddress.of(remote))).isEqualTo(IpAddress.of(source));
    }

    @Test
    void chooseSource_noAddressOfTheFamily_isNull() {
        Host host = host(List.of(new Route(IpPrefix.of("::/0"), 1)), "192.0.2.10");
        assertThat(host.chooseSource(IpAddress.of("2001:db8::1"))).isNull();
    }

    @Test
    void hopLimit_ofTheHost_isForWhatSetsNone() {
        TwoHosts world = new TwoHosts();
        Host near = world.network.addHost(
                HostConfiguration.of("near", HostAddress.parse("192.0.2.30").orElseThrow())
                        .withHopLimit(5));
        world.network.link(near, world.server, TwoHosts.ONE_MILLISECOND);
        world.network.link(world.server, near, TwoHosts.ONE_MILLISECOND);
        UdpEndpoint sender = near.udp().bind(Endpoint.of("0.0.0.0:1000"), UdpUser.FETCHING);
        sender.sendTo(ByteSlice.EMPTY, SERVER, 7);
        sender.setHopLimit(128);
        sender.sendTo(ByteSlice.EMPTY, SERVER, 7);
        near.echo().ping(SERVER, ByteSlice.EMPTY, 128, TwoHosts.SECOND, (ping, outcome) -> {});
        near.raw().open(253, IpAddress.of("0.0.0.0"), (heard, packet) -> {}).sendTo(ByteSlice.EMPTY, SERVER);
        near.tcp().connect(Endpoint.of("192.0.2.30:2000"), TwoHosts.SERVER, new RecordingUser(world.loop));
        world.server.echo().ping(IpAddress.of("192.0.2.30"), ByteSlice.EMPTY, 128, TwoHosts.SECOND, (ping, out) -> {});
        world.loop.runUntil(TwoHosts.SECOND);
        assertThat(world.records(PacketSent.class).stream()
                        .filter(sent -> sent.link().equals("near > server"))
                        .limit(6)
                        .map(sent -> sent.packet().label() + " " + sent.packet().hopLimit()))
                .containsExactly("UDP 5", "UDP 128", "ICMP 128", "RAW 5", "SYN 5", "ICMP 5");
    }

    @Test
    void reassemblyTimedOut_ofABroadcast_isToldToNobody() {
        TwoHosts world = new TwoHosts(
                TwoHosts.ONE_MILLISECOND.withDrops(new ScriptedDrop(2, PacketMatch.ANY)), TwoHosts.ONE_MILLISECOND);
        world.client.send(RoutedWorld.echo("192.0.2.10", "192.0.2.255", 64, 4_000));
        world.loop.run();
        assertThat(world.records(PacketDiscarded.class))
                .extracting(PacketDiscarded::reason)
                .contains("reassembly time exceeded");
        assertThat(world.sent()).noneMatch(line -> line.contains("server > client"));
    }

    @Test
    void crash_andRestart_areToldOnce() {
        TwoHosts world = new TwoHosts();
        world.server.crash();
        world.server.crash();
        assertThat(world.server.isRunning()).isFalse();
        world.server.restart();
        world.server.restart();
        assertThat(world.server.isRunning()).isTrue();
        assertThat(world.records(HostStateChanged.class))
                .extracting(HostStateChanged::describe)
                .containsExactly("server crashed", "server restarted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "224.0.0.1", "255.255.255.255", "192.0.2.1/33", "192.0.2.1/", "host"})
    void address_noHostCanHave_isNothing(String text) {
        assertThat(HostAddress.parse(text)).isEmpty();
    }

    @Test
    void address_withoutPrefix_getsTheUsualOne() {
        assertThat(HostAddress.parse("192.0.2.10")).hasToString("Optional[192.0.2.10/24]");
        assertThat(HostAddress.parse("2001:db8::10")).hasToString("Optional[2001:db8::10/64]");
        assertThat(HostAddress.parse("192.0.2.10/16")).hasToString("Optional[192.0.2.10/16]");
    }
}
