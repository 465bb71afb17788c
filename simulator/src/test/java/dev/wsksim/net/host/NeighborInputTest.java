package dev.wsksim.net.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.net.RoutedWorld;
import dev.wsksim.net.TwoHosts;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.link.PacketSent;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.DamagedPayload;
import dev.wsksim.net.packet.IpFragment;
import dev.wsksim.net.packet.NeighborMessage;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.codec.PacketEncoder;
import org.junit.jupiter.api.Test;

/** Neighbour messages that somebody forged, and that come where none belongs. */
final class NeighborInputTest {

    private static final int IPV6_HEADER_BYTES = 40;

    @Test
    void neighborMessage_overLoopback_isIgnored() {
        TwoHosts world = new TwoHosts();
        world.client.send(message("2001:db8::10", "2001:db8::10", "2001:db8::10", NeighborMessage.HOP_LIMIT));
        world.loop.run();
        assertThat(world.records(PacketIgnored.class))
                .extracting(PacketIgnored::reason)
                .containsExactly("there are no neighbours on loopback");
    }

    @Test
    void neighborMessage_inFragments_isIgnored() {
        TwoHosts world = new TwoHosts();
        Packet whole = message("2001:db8::10", "2001:db8::20", "2001:db8::20", NeighborMessage.HOP_LIMIT);
        byte[] bytes = PacketEncoder.encode(whole, 0);
        ByteSlice all = ByteSlice.of(bytes, IPV6_HEADER_BYTES, bytes.length - IPV6_HEADER_BYTES);
        int protocol = whole.payload().protocol();
        world.client.send(whole.withPayload(new IpFragment(IpFamily.IPV6, 7, protocol, 0, true, all.slice(0, 16))));
        world.client.send(whole.withPayload(new IpFragment(IpFamily.IPV6, 7, protocol, 16, false, all.slice(16, 16))));
        world.loop.run();
        assertThat(world.records(PacketIgnored.class))
                .extracting(PacketIgnored::reason)
                .containsExactly("no neighbour message comes in fragments");
        assertThat(world.records(PacketSent.class)).hasSize(2);
    }

    @Test
    void neighborMessage_thatMayHaveBeenForwarded_isIgnored() {
        TwoHosts world = new TwoHosts();
        world.client.send(message("2001:db8::10", "2001:db8::20", "2001:db8::20", 254));
        world.loop.run();
        assertThat(world.records(PacketIgnored.class))
                .extracting(PacketIgnored::reason)
                .containsExactly("the hop limit of a neighbour message is 255, not 254");
        world.client.send(message("2001:db8::10", "2001:db8::20", "2001:db8::20", NeighborMessage.HOP_LIMIT));
        world.loop.run();
        assertThat(world.sent()).hasSize(3);
    }

    @Test
    void neighborMessage_forSomebodyElse_isForwardedAndThenIgnored() {
        RoutedWorld world = RoutedWorld.ofEthernet();
        world.server.send(message("2001:db8:2::20", "2001:db8:1::10", "2001:db8:1::10", NeighborMessage.HOP_LIMIT));
        world.loop.run();
        assertThat(world.records(PacketSent.class))
                .extracting(PacketSent::link)
                .containsExactly("server > router", "router > client");
        assertThat(world.records(PacketIgnored.class))
                .extracting(ignored -> ignored.host() + ": " + ignored.reason())
                .containsExactly("client: the hop limit of a neighbour message is 255, not 254");
    }

    @Test
    void damagedArp_forSomebodyElse_isNotForwarded() {
        RoutedWorld world = RoutedWorld.ofEthernet();
        NeighborMessage question = new NeighborMessage(IpFamily.IPV4, false, IpAddress.of("198.51.100.20"), 1);
        world.client.send(new Packet(
                IpAddress.of("192.0.2.10"),
                IpAddress.of("198.51.100.20"),
                NeighborMessage.HOP_LIMIT,
                new DamagedPayload(question, 0, 1)));
        world.loop.run();
        assertThat(world.records(PacketSent.class)).hasSize(1);
        assertThat(world.discarded()).hasSize(1).first().asString().startsWith("router: ");
    }

    private static Packet message(String source, String destination, String target, int hopLimit) {
        NeighborMessage question = new NeighborMessage(IpFamily.IPV6, false, IpAddress.of(target), 1);
        return new Packet(IpAddress.of(source), IpAddress.of(destination), hopLimit, question);
    }
}
