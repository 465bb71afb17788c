package dev.wsksim.net.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableMap;
import dev.wsksim.net.RoutedWorld;
import dev.wsksim.net.TwoHosts;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpPrefix;
import dev.wsksim.net.packet.Packet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Interfaces and addresses that come and go, and several of them on one host. */
final class NetworkInterfaceTest {

    private static final IpAddress SERVER = IpAddress.of("192.0.2.20");

    @Test
    void removeAddress_andAddress_areToldAndHeeded() {
        TwoHosts world = new TwoHosts();
        NetworkInterface own = world.client.networkInterface("ethernet");
        List<String> told = new ArrayList<>();
        world.client.addInterfaceListener(change -> told.add(change.describe()));

        own.removeAddress(IpAddress.of("192.0.2.10"));
        assertThat(world.client.owns(IpAddress.of("192.0.2.10"))).isFalse();
        assertThat(world.client.chooseSource(SERVER)).isNull();
        own.removeAddress(IpAddress.of("192.0.2.10"));
        own.addAddress(RoutedWorld.address("192.0.2.11"));
        assertThat(world.client.chooseSource(SERVER)).isEqualTo(IpAddress.of("192.0.2.11"));

        assertThat(told)
                .containsExactly(
                        "client: interface ethernet lost the address 192.0.2.10/24",
                        "client: interface ethernet got the address 192.0.2.11/24");
        assertThat(world.records(InterfaceAddressChanged.class)).hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> own.addAddress(RoutedWorld.address("192.0.2.11")))
                .withMessage("host client has the address 192.0.2.11");
    }

    @Test
    void send_fromAnAddressThatIsGone_isDiscarded() {
        TwoHosts world = new TwoHosts();
        world.client.networkInterface("ethernet").removeAddress(IpAddress.of("192.0.2.10"));
        world.client.send(RoutedWorld.echo("192.0.2.10", "192.0.2.20", 64, 0));
        world.loop.run();
        assertThat(world.sent()).isEmpty();
        assertThat(world.records(PacketDiscarded.class).get(0).reason())
                .isEqualTo("the source address is not the host's");
    }

    @Test
    void setUp_down_takesAddressesAndRoutesAway() {
        TwoHosts world = new TwoHosts();
        NetworkInterface own = world.client.networkInterface("ethernet");
        own.setUp(false);
        own.setUp(false);
        assertThat(world.client.canReach(SERVER)).isFalse();
        assertThat(world.client.owns(IpAddress.of("192.0.2.10"))).isFalse();
        assertThat(world.client.addresses()).isEmpty();
        world.server.send(RoutedWorld.echo("192.0.2.20", "192.0.2.10", 64, 0));
        own.setUp(true);
        assertThat(world.client.canReach(SERVER)).isTrue();
        assertThat(world.records(InterfaceStateChanged.class)).hasSize(2);
    }

    @Test
    void received_whileDown_isLost() {
        TwoHosts world = new TwoHosts();
        world.server.send(RoutedWorld.echo("192.0.2.20", "192.0.2.10", 64, 0));
        world.client.networkInterface("ethernet").setUp(false);
        world.loop.run();
        assertThat(world.records(PacketDiscarded.class).get(0).reason()).isEqualTo("interface ethernet is down");
    }

    @Test
    void routes_throughTwoInterfaces_followMetricAndState() {
        RoutedWorld world = RoutedWorld.ofEthernet();
        Host both = world.network.addHost(HostConfiguration.of("both")
                .withInterfaces(List.of(
                        InterfaceConfiguration.of("cable", RoutedWorld.address("192.0.2.30")),
                        InterfaceConfiguration.of("radio", RoutedWorld.address("198.51.100.30"))))
                .withRoutes(List.of(
                        Route.via(IpPrefix.of("0.0.0.0/0"), IpAddress.of("192.0.2.1"), 10),
                        Route.via(IpPrefix.of("0.0.0.0/0"), IpAddress.of("198.51.100.1"), 20))));
        world.network.link(
                both.networkInterface("cable"), world.router.networkInterface("lan"), TwoHosts.ONE_MILLISECOND);
        world.network.link(
                both.networkInterface("radio"), world.router.networkInterface("wan"), TwoHosts.ONE_MILLISECOND);
        IpAddress far = IpAddress.of("203.0.113.9");

        assertThat(both.routeTo(far)).hasToString("0.0.0.0/0 via 192.0.2.1 metric 10");
        assertThat(both.chooseSource(far)).isEqualTo(IpAddress.of("192.0.2.30"));
        both.networkInterface("cable").setUp(false);
        assertThat(both.routeTo(far)).hasToString("0.0.0.0/0 via 198.51.100.1 metric 20");
        assertThat(both.chooseSource(far)).isEqualTo(IpAddress.of("198.51.100.30"));
        assertThat(both.links())
                .extracting(Object::toString)
                .containsExactly("both > router", "both.radio > router.wan");
    }

    @Test
    void broadcast_ofAPrefix_leavesThroughItsInterfaceWhileThatIsUp() {
        RoutedWorld world = RoutedWorld.ofEthernet();
        IpAddress all = IpAddress.of("198.51.100.255");
        Packet packet = RoutedWorld.echo("192.0.2.1", "198.51.100.255", 64, 0);
        world.router.send(packet);
        assertThat(world.sent()).contains("router > server: " + packet.describe());
        assertThat(world.sent()).doesNotContain("router > client: " + packet.describe());

        world.router.networkInterface("wan").setUp(false);
        assertThat(world.router.isBroadcast(all)).isFalse();
        assertThat(world.router.canReach(all)).isFalse();
        world.router.send(packet);
        assertThat(world.sent()).doesNotContain("router > client: " + packet.describe());
        world.router.networkInterface("wan").setUp(true);
        assertThat(world.router.isBroadcast(all)).isTrue();
    }

    @Test
    void segment_ofThree_linksEachToEachOther() {
        RoutedWorld world = RoutedWorld.ofEthernet();
        Host one = world.network.addHost(HostConfiguration.of("one", RoutedWorld.address("10.0.0.1")));
        Host two = world.network.addHost(HostConfiguration.of("two", RoutedWorld.address("10.0.0.2")));
        Host three = world.network.addHost(HostConfiguration.of("three", RoutedWorld.address("10.0.0.3")));
        world.network.segment(ImmutableMap.of(
                one.networkInterface("ethernet"), TwoHosts.ONE_MILLISECOND,
                two.networkInterface("ethernet"), TwoHosts.ONE_MILLISECOND,
                three.networkInterface("ethernet"), TwoHosts.ONE_MILLISECOND));
        assertThat(one.links()).extracting(Object::toString).containsExactly("one > two", "one > three");
        assertThat(three.links()).extracting(Object::toString).containsExactly("three > one", "three > two");
        assertThat(two.canReach(IpAddress.of("10.0.0.3"))).isTrue();
    }

    @Test
    void configuration_mistakes_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InterfaceConfiguration.of("lan").withMtu(67))
                .withMessage("an MTU is from 68 to 65535, not 67");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostConfiguration.of("host").withInterfaces(List.of()))
                .withMessage("host host needs interfaces, each with a name of its own");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostConfiguration.of("host")
                        .withRoutes(List.of(new Route(IpPrefix.of("::/0"), 0).through("wan"))))
                .withMessage("host host has no interface wan for a route");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostConfiguration.of("host").withHopLimit(0))
                .withMessage("a hop limit is from 1 to 255, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Route.via(IpPrefix.of("::/0"), IpAddress.of("192.0.2.1"), 0))
                .withMessage("no route to ::/0 leads via 192.0.2.1");
    }
}
