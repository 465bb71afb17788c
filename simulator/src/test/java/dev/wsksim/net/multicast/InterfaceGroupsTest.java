package dev.wsksim.net.multicast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableMap;
import dev.wsksim.net.RoutedWorld;
import dev.wsksim.net.TwoHosts;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.host.HostConfiguration;
import dev.wsksim.net.host.InterfaceConfiguration;
import dev.wsksim.net.host.NetworkInterface;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.net.link.PacketSent;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.GroupReport;
import dev.wsksim.net.udp.ReceivedDatagram;
import dev.wsksim.net.udp.UdpEndpoint;
import dev.wsksim.net.udp.UdpUser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Groups at the interfaces of a host that has two, and on a segment of three hosts.
 *
 * <pre>
 *   client ── lan (2) router (3) wan ── server
 * </pre>
 */
class InterfaceGroupsTest {

    private static final IpAddress GROUP = IpAddress.of("239.1.2.3");
    private static final ByteSlice DATA = ByteSlice.copyOf((byte) 1);

    private final RoutedWorld world = RoutedWorld.ofEthernet();

    private static UdpEndpoint bind(Host host, int port) {
        return host.udp().bind(Endpoint.of("0.0.0.0:" + port), UdpUser.FETCHING);
    }

    private static List<String> received(UdpEndpoint endpoint) {
        List<String> all = new ArrayList<>();
        for (ReceivedDatagram next = endpoint.receive(); next != null; next = endpoint.receive()) {
            all.add(next.source() + " through " + next.interfaceIndex());
        }
        return all;
    }

    private List<String> reports() {
        return world.records(PacketSent.class).stream()
                .filter(sent -> sent.packet().payload() instanceof GroupReport)
                .map(sent -> sent.link() + ": " + sent.packet().source())
                .distinct()
                .toList();
    }

    @Test
    void join_atAnInterface_hearsAndReportsThereOnly() {
        UdpEndpoint member = bind(world.router, 5000);
        member.join(GROUP, 3);
        world.loop.run();
        assertThat(reports()).containsExactly("router > server: 198.51.100.1");
        bind(world.client, 1000).sendTo(DATA, GROUP, 5000);
        bind(world.server, 1000).sendTo(DATA, GROUP, 5000);
        world.loop.run();
        assertThat(received(member)).containsExactly("198.51.100.20:1000 through 3");
    }

    @Test
    void join_atBothInterfaces_isTwoMemberships() {
        UdpEndpoint member = bind(world.router, 5000);
        member.join(GROUP, 2);
        member.join(GROUP, 3);
        bind(world.client, 1000).sendTo(DATA, GROUP, 5000);
        world.loop.run();
        assertThat(received(member)).containsExactly("192.0.2.10:1000 through 2");
        member.leave(GROUP, 2);
        world.loop.run();
        bind(world.client, 1001).sendTo(DATA, GROUP, 5000);
        bind(world.server, 1001).sendTo(DATA, GROUP, 5000);
        world.loop.run();
        assertThat(received(member)).containsExactly("198.51.100.20:1001 through 3");
    }

    @Test
    void join_withoutInterface_isAtTheFirstThatIsUp() {
        world.router.networkInterface("lan").setUp(false);
        bind(world.router, 5000).join(GROUP);
        world.loop.run();
        assertThat(reports()).containsExactly("router > server: 198.51.100.1");
    }

    @Test
    void interface_downAndUp_reportsAnew() {
        bind(world.router, 5000).join(GROUP, 2);
        world.router.networkInterface("lan").setUp(false);
        world.loop.run();
        long before = world.records(PacketSent.class).size();
        world.router.networkInterface("lan").setUp(true);
        world.loop.run();
        assertThat(before).isEqualTo(1);
        assertThat(world.records(PacketSent.class)).hasSize(3);
    }

    @Test
    void multicastInterface_isTheWayOut() {
        UdpEndpoint sender = bind(world.router, 1000);
        sender.setMulticastInterface(3);
        sender.sendTo(DATA, GROUP, 5000);
        sender.setMulticastInterface(2);
        sender.sendTo(DATA, GROUP, 5000);
        assertThat(world.records(PacketSent.class).stream()
                        .map(sent -> sent.link() + " from " + sent.packet().source()))
                .containsExactly("router > server from 198.51.100.1", "router > client from 192.0.2.1");
    }

    @Test
    void multicastInterface_ofABoundAddress_goesBeforeThatOfTheAddress() {
        UdpEndpoint sender = world.router.udp().bind(Endpoint.of("192.0.2.1:1000"), UdpUser.FETCHING);
        sender.setMulticastInterface(3);
        sender.sendTo(DATA, GROUP, 5000);
        sender.setMulticastInterface(0);
        sender.sendTo(DATA, GROUP, 5000);
        assertThat(world.records(PacketSent.class).stream()
                        .map(sent -> sent.link() + " from " + sent.packet().source()))
                .containsExactly("router > server from 192.0.2.1", "router > client from 192.0.2.1");
    }

    @Test
    void join_atLoopback_isRefused() {
        UdpEndpoint member = bind(world.router, 5000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> member.join(GROUP, 1))
                .withMessage("no group can be joined at the interface 1");
        assertThat(member.groups()).isEmpty();
    }

    @Test
    void unicast_tellsItsInterface() {
        UdpEndpoint receiver = bind(world.router, 5000);
        bind(world.server, 1000).sendTo(DATA, IpAddress.of("198.51.100.1"), 5000);
        bind(world.router, 1000).sendTo(DATA, IpAddress.of("198.51.100.1"), 5000);
        world.loop.run();
        assertThat(received(receiver)).containsExactly("198.51.100.1:1000 through 1", "198.51.100.20:1000 through 3");
    }

    @Test
    void segment_membersAmongSeveralHostsHearIt() {
        List<UdpEndpoint> endpoints = new ArrayList<>();
        ImmutableMap.Builder<NetworkInterface, LinkConfiguration> attached = ImmutableMap.builder();
        for (int i = 1; i <= 4; i++) {
            Host host = world.network.addHost(HostConfiguration.of("host" + i)
                    .withInterfaces(List.of(InterfaceConfiguration.of("lan", RoutedWorld.address("203.0.113." + i)))));
            attached.put(host.networkInterface("lan"), TwoHosts.ONE_MILLISECOND);
            endpoints.add(bind(host, 5000));
        }
        world.network.segment(attached.buildOrThrow());
        endpoints.get(1).join(GROUP);
        endpoints.get(3).join(GROUP);
        endpoints.get(0).sendTo(DATA, GROUP, 5000);
        world.loop.run();
        assertThat(endpoints.stream().map(UdpEndpoint::waiting)).containsExactly(0, 1, 0, 1);
    }
}
