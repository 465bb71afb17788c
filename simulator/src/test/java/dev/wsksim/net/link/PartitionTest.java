package dev.wsksim.net.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.packet.Packet;
import org.junit.jupiter.api.Test;

/** Partitions, and the down and up and the MTU of a link. */
class PartitionTest {

    private final LinkBench bench = new LinkBench();
    private final LinkBench.Node router = bench.new Node("router", "192.0.2.1");
    private final Link toRouter = new Link(bench.environment, bench.client, router, LinkConfiguration.IDEAL);

    private Partition between(PacketNode sender, PacketNode receiver, boolean twoWay) {
        return new Partition("p", ImmutableList.of(sender), ImmutableList.of(receiver), twoWay);
    }

    private boolean passes(Link link, Packet packet) {
        int before = bench.packets.size();
        link.send(packet);
        bench.loop.run();
        return bench.packets.size() > before;
    }

    private static Packet reply() {
        Packet packet = LinkBench.packet(1, 100);
        return new Packet(packet.destination(), packet.source(), 128, packet.payload());
    }

    @Test
    void oneWay_silencesTheSendersOnly() {
        Link back = new Link(bench.environment, bench.server, bench.client, LinkConfiguration.IDEAL);
        bench.environment.partitions().begin(between(bench.client, bench.server, false));
        assertThat(passes(bench.link, LinkBench.packet(1, 100))).isFalse();
        assertThat(passes(back, reply())).isTrue();
        assertThat(bench.dropReasons()).containsExactly("partition p");
    }

    @Test
    void twoWay_silencesBoth_untilItIsHealed() {
        Link back = new Link(bench.environment, bench.server, bench.client, LinkConfiguration.IDEAL);
        bench.environment.partitions().begin(between(bench.client, bench.server, true));
        assertThat(passes(bench.link, LinkBench.packet(1, 100))).isFalse();
        assertThat(passes(back, reply())).isFalse();
        assertThat(bench.environment.partitions().heal("p")).isTrue();
        assertThat(bench.environment.partitions().heal("p")).isFalse();
        assertThat(passes(bench.link, LinkBench.packet(1, 100))).isTrue();
        assertThat(bench.records(PartitionChanged.class))
                .extracting(PartitionChanged::describe)
                .containsExactly("partition p: client | server begins", "partition p is healed");
    }

    @Test
    void packetsByWayOfARouter_areCutToo_othersAreNot() {
        bench.environment.partitions().begin(between(bench.client, bench.server, false));
        assertThat(passes(toRouter, LinkBench.packet(1, 100))).isFalse();
        Packet toTheRouter = new Packet(
                IpAddress.of("192.0.2.10"),
                IpAddress.of("192.0.2.1"),
                128,
                LinkBench.packet(1, 100).payload());
        assertThat(passes(toRouter, toTheRouter)).isTrue();
    }

    @Test
    void whatIsUnderWay_arrives() {
        bench.link.send(LinkBench.packet(1, 100));
        bench.environment.partitions().begin(between(bench.client, bench.server, true));
        bench.loop.run();
        assertThat(bench.numbers).containsExactly(1L);
    }

    @Test
    void groupsThatOverlap_orEmptyOnes_areRefused() {
        assertThatThrownBy(() -> between(router, router, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("partition p has router on both of its sides");
        assertThatThrownBy(() -> new Partition("p", ImmutableList.of(), ImmutableList.of(router), true))
                .isInstanceOf(IllegalArgumentException.class);
        bench.environment.partitions().begin(between(bench.client, bench.server, true));
        assertThatThrownBy(() -> bench.environment.partitions().begin(between(bench.client, router, true)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void packetLongerThanTheMtu_isDroppedWithItsReason() {
        LinkBench small = new LinkBench(1, LinkConfiguration.IDEAL.withMtu(576));
        small.sendAt(0, 1, 576);
        small.sendAt(0, 2, 577);
        small.loop.run();
        assertThat(small.link.mtu()).isEqualTo(576);
        assertThat(small.numbers).containsExactly(1L);
        assertThat(small.dropReasons()).containsExactly("longer than the MTU of 576 bytes");
    }
}
