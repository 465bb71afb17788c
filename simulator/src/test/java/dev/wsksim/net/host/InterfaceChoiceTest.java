package dev.wsksim.net.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.net.RoutedWorld;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import org.junit.jupiter.api.Test;

/** What a sender that has chosen an interface can reach, with which source, and through what its packets leave. */
class InterfaceChoiceTest {

    private static final IpAddress CLIENT = IpAddress.of("192.0.2.10");
    private static final IpAddress SERVER = IpAddress.of("198.51.100.20");
    private static final IpAddress GROUP = IpAddress.of("239.1.1.1");

    private final RoutedWorld world = RoutedWorld.ofEthernet();
    private final Host router = world.router;
    private final int lan = router.interfaces().get(0).index();
    private final int wan = router.interfaces().get(1).index();

    @Test
    void canReach_throughTheChosenInterfaceOnly() {
        assertThat(router.canReach(CLIENT, lan)).isTrue();
        assertThat(router.canReach(CLIENT, wan)).isFalse();
        assertThat(router.canReach(SERVER, wan)).isTrue();
        assertThat(router.canReach(SERVER, lan)).isFalse();
        assertThat(router.canReach(SERVER, 99)).isFalse();
    }

    @Test
    void canReach_aGroup_throughEachInterfaceThatIsUp() {
        assertThat(router.canReach(GROUP, lan)).isTrue();
        assertThat(router.canReach(GROUP, wan)).isTrue();
        router.interfaces().get(1).setUp(false);
        assertThat(router.canReach(GROUP, wan)).isFalse();
        assertThat(router.canReach(SERVER, wan)).isFalse();
    }

    @Test
    void canReach_theHostItself_throughAnyInterface() {
        assertThat(router.canReach(IpAddress.of("192.0.2.1"), wan)).isTrue();
    }

    @Test
    void chooseSource_isAnAddressOfTheInterface() {
        assertThat(router.chooseSource(CLIENT, lan)).isEqualTo(IpAddress.of("192.0.2.1"));
        assertThat(router.chooseSource(SERVER, wan)).isEqualTo(IpAddress.of("198.51.100.1"));
        assertThat(router.chooseSource(SERVER, lan)).as("no path").isEqualTo(IpAddress.of("192.0.2.1"));
        assertThat(router.chooseSource(SERVER, 99)).isNull();
    }

    @Test
    void addressAt_isTheFirstOfTheFamilyWhileTheInterfaceIsUp() {
        assertThat(router.addressAt(wan, IpFamily.IPV4)).isEqualTo(IpAddress.of("198.51.100.1"));
        assertThat(router.addressAt(wan, IpFamily.IPV6)).isEqualTo(IpAddress.of("2001:db8:2::1"));
        router.interfaces().get(1).setUp(false);
        assertThat(router.addressAt(wan, IpFamily.IPV4)).isNull();
        assertThat(router.addressAt(99, IpFamily.IPV4)).isNull();
    }

    @Test
    void hasAt_isOfTheInterfaceThatHasTheAddress() {
        assertThat(router.hasAt(lan, IpAddress.of("192.0.2.1"))).isTrue();
        assertThat(router.hasAt(wan, IpAddress.of("192.0.2.1"))).isFalse();
        assertThat(router.hasAt(1, IpAddress.of("127.0.0.1"))).isTrue();
        assertThat(router.hasAt(1, IpAddress.of("192.0.2.1"))).isFalse();
        assertThat(router.hasAt(lan, IpAddress.of("127.0.0.1"))).isFalse();
    }

    @Test
    void send_leavesThroughTheInterface_orIsDiscarded() {
        router.send(RoutedWorld.echo("198.51.100.1", "198.51.100.20", 9, 4), wan);
        router.send(RoutedWorld.echo("192.0.2.1", "192.0.2.10", 9, 4), wan);
        router.send(RoutedWorld.echo("203.0.113.1", "192.0.2.10", 9, 4), lan);
        world.loop.runUntil(10_000_000);

        assertThat(world.sent()).singleElement().asString().startsWith("router > server: ");
        assertThat(world.discarded()).contains("router: the source address is not the host's");
    }
}
