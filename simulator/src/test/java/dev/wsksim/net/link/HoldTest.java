package dev.wsksim.net.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.TcpFlags;
import org.junit.jupiter.api.Test;

/** Packets that a link keeps until they are released. */
class HoldTest {

    private final LinkBench bench = new LinkBench(Latency.of(SimDuration.ofMillis(1)));

    private void sendFive() {
        bench.link.hold(PacketMatch.ANY);
        bench.sendEveryMillisecond(5);
        assertThat(bench.numbers).isEmpty();
        assertThat(bench.link.heldPackets()).isEqualTo(5);
    }

    private void release(Release release) {
        bench.link.release(release);
        bench.loop.run();
    }

    @Test
    void all_goInTheirOrder_throughTheConditions_andTheHoldIsOver() {
        sendFive();
        release(new Release.All());
        bench.link.send(LinkBench.packet(6, 100));
        bench.loop.run();
        assertThat(bench.numbers).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(bench.times).startsWith(6_000_000L, 6_000_000L).endsWith(7_000_000L);
    }

    @Test
    void reversed_goesBackwards() {
        sendFive();
        release(new Release.Reversed());
        assertThat(bench.numbers).containsExactly(5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void first_goOnly_andTheHoldGoesOn() {
        sendFive();
        release(new Release.First(2));
        assertThat(bench.numbers).containsExactly(1L, 2L);
        bench.link.send(LinkBench.packet(6, 100));
        release(new Release.First(9));
        assertThat(bench.numbers).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(bench.link.heldPackets()).isZero();
    }

    @Test
    void numbered_goInTheOrderOfTheNumbers_andTheOthersStay() {
        sendFive();
        release(new Release.Numbered(ImmutableList.of(4, 2, 7)));
        assertThat(bench.numbers).containsExactly(4L, 2L);
        release(new Release.All());
        assertThat(bench.numbers).containsExactly(4L, 2L, 1L, 3L, 5L);
    }

    @Test
    void onlyWhatMatches_isHeld() {
        bench.link.hold(PacketMatch.ofFlags(TcpFlags.SYN));
        bench.link.send(LinkBench.segment(1, TcpFlags.SYN, ByteSlice.EMPTY));
        bench.link.send(LinkBench.segment(2, TcpFlags.ACK, ByteSlice.EMPTY));
        bench.loop.run();
        assertThat(bench.numbers).containsExactly(2L);
        release(new Release.All());
        assertThat(bench.numbers).containsExactly(2L, 1L);
        assertThat(bench.records(PacketReleased.class)).hasSize(1);
        // Each record of the packet follows from the one before.
        assertThat(bench.records(PacketHeld.class)).hasSize(1);
    }

    @Test
    void releasedWhileTheLinkIsDown_isLost() {
        sendFive();
        bench.link.setUp(false);
        release(new Release.All());
        assertThat(bench.numbers).isEmpty();
        assertThat(bench.dropReasons()).hasSize(5).containsOnly("link is down");
    }

    @Test
    void heldPackets_areNotCountedByConditionsBeforeTheyAreReleased() {
        LinkBench counting = new LinkBench(PacketLoss.of(PacketSelection.nth(1)));
        counting.link.hold(PacketMatch.ofFlags(TcpFlags.SYN));
        counting.link.send(LinkBench.segment(1, TcpFlags.SYN, ByteSlice.EMPTY));
        counting.link.send(LinkBench.segment(2, TcpFlags.ACK, ByteSlice.EMPTY));
        counting.link.release(new Release.All());
        counting.loop.run();
        assertThat(counting.dropped()).containsExactly(2L);
    }

    @Test
    void release_needsAsManyPacketsAsItNames_andSaysWhatItIs() {
        Release some = new Release.Numbered(ImmutableList.of(4, 7, 2));
        assertThat(some.needs()).isEqualTo(7);
        assertThat(some).hasToString("order [4, 7, 2]");
        assertThat(new Release.First(3).needs()).isEqualTo(3);
        assertThat(new Release.First(3)).hasToString("first 3");
        assertThat(new Release.All().needs()).isOne();
        assertThat(new Release.All()).hasToString("all");
        assertThat(new Release.Reversed().needs()).isOne();
        assertThat(new Release.Reversed()).hasToString("reversed");
    }
}
