package dev.wsksim.net.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.net.RoutedWorld;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.link.PacketSent;
import dev.wsksim.net.packet.IcmpEcho;
import dev.wsksim.net.packet.IcmpError;
import dev.wsksim.net.packet.Packet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a router does, packet by packet. */
final class ForwarderTest {

    @ParameterizedTest
    @CsvSource({"192.0.2.10, 198.51.100.20", "2001:db8:1::10, 2001:db8:2::20"})
    void forward_toTheOtherSubnet_countsTheHop(String from, String to) {
        RoutedWorld world = RoutedWorld.ofEthernet();
        Packet packet = RoutedWorld.echo(from, to, 7, 3);

        world.client.send(packet);
        world.loop.run();

        assertThat(world.records(PacketSent.class))
                .filteredOn(sent -> sent.packet().payload().equals(packet.payload()))
                .extracting(sent -> sent.link() + " " + sent.packet().hopLimit())
                .containsExactly("client > router 7", "router > server 6");
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.10, 198.51.100.20, 192.0.2.1, ICMP", "2001:db8:1::10, 2001:db8:2::20, 2001:db8:1::1, ICMPv6"})
    void forward_lastHop_reportsHopLimitExceeded(String from, String to, String router, String label) {
        RoutedWorld world = RoutedWorld.ofEthernet();
        Packet packet = RoutedWorld.echo(from, to, 1, 0);

        world.client.send(packet);
        world.loop.run();

        assertThat(world.sent())
                .containsExactly(
                        "client > router: " + packet.describe(),
                        "router > client: " + label + " " + router + " > " + from + " hop limit exceeded about "
                                + packet.describe());
        assertThat(world.discarded()).containsExactly("router: hop limit exceeded");
    }

    @Test
    void forward_noRoute_reportsNetworkUnreachable() {
        RoutedWorld world = RoutedWorld.ofEthernet();
        world.client.send(RoutedWorld.echo("192.0.2.10", "203.0.113.9", 64, 0));
        world.loop.run();

        assertThat(world.sent())
                .last()
                .asString()
                .startsWith("router > client: ICMP 192.0.2.1 > 192.0.2.10 network unreachable about");
    }

    @Test
    void forward_errorThatCannotBeDelivered_isNotReported() {
        RoutedWorld world = RoutedWorld.ofEthernet();
        Packet about = RoutedWorld.echo("203.0.113.9", "192.0.2.10", 64, 0);
        world.client.send(dev.wsksim.net.icmp.UnreachableKind.PORT.errorAbout(about, IpAddress.of("192.0.2.10")));
        world.loop.run();

        assertThat(world.sent()).hasSize(1);
        assertThat(world.discarded()).containsExactly("router: no route leads to 203.0.113.9");
    }

    @Test
    void forward_byAHostThatIsNoRouter_doesNotHappen() {
        RoutedWorld world = RoutedWorld.ofEthernet();
        world.server.send(RoutedWorld.echo("198.51.100.20", "192.0.2.10", 64, 0));
        world.loop.run();
        Host deaf = world.network.addHost(HostConfiguration.of("deaf", RoutedWorld.address("192.0.2.77")));
        world.network.link(world.client, deaf, dev.wsksim.net.TwoHosts.ONE_MILLISECOND);
        deaf.receive(RoutedWorld.echo("192.0.2.10", "192.0.2.77", 64, 0));
        world.client.networkInterface("ethernet").links().get(1).send(RoutedWorld.echo("192.0.2.10", "8.8.8.8", 9, 0));
        world.loop.run();

        assertThat(world.discarded()).contains("deaf: it is not for this host");
    }

    @Test
    void forward_tooLargeOverIpv6_reportsTheMtuWhichTheSenderLearns() {
        RoutedWorld world = new RoutedWorld(1500, 1300);
        world.client.send(RoutedWorld.echo("2001:db8:1::10", "2001:db8:2::20", 64, 1400));
        world.loop.run();

        assertThat(world.records(PacketSent.class).get(1).packet().payload())
                .isInstanceOfSatisfying(
                        IcmpError.class, error -> assertThat(error.parameter()).isEqualTo(1300));
        assertThat(world.client.mtuTo(IpAddress.of("2001:db8:2::20"))).isEqualTo(1300);
        assertThat(world.client.mtuTo(IpAddress.of("2001:db8:2::21"))).isEqualTo(1500);
        assertThat(world.records(PathMtuLearned.class))
                .containsExactly(new PathMtuLearned("client", IpAddress.of("2001:db8:2::20"), 1300));

        world.client.send(RoutedWorld.echo("2001:db8:1::10", "2001:db8:2::20", 64, 1400));
        world.loop.run();
        assertThat(world.records(PacketReassembled.class)).isNotEmpty();
    }

    @Test
    void forward_tooLargeOverIpv4WithoutDf_isCutAndPutTogether() {
        RoutedWorld world = new RoutedWorld(1500, 600);
        Packet packet = RoutedWorld.echo("192.0.2.10", "198.51.100.20", 64, 1400);
        world.client.send(packet);
        world.loop.run();

        assertThat(world.records(PacketSent.class).stream()
                        .filter(sent -> sent.link().equals("router > server"))
                        .map(sent -> sent.packet().wireBytes()))
                .containsExactly(596, 596, 276);
        Packet whole = world.records(PacketReassembled.class).get(0).packet();
        assertThat(whole.payload()).isEqualTo(packet.payload());
        assertThat(whole.payload()).isInstanceOf(IcmpEcho.class);
    }
}
