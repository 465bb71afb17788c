package dev.wsksim.net.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.ImmutableLongArray;
import dev.wsksim.engine.Ratio;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.DamagedPayload;
import dev.wsksim.net.packet.IpFragment;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.TcpFlags;
import dev.wsksim.net.packet.TcpSegment;
import dev.wsksim.net.packet.UdpDatagram;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Independent loss, loss by script, and loss in bursts. */
class PacketLossTest {

    @Test
    void ratio_losesItsShare() {
        LinkBench bench = new LinkBench(PacketLoss.of(PacketSelection.by(Ratio.of(1, 20))));
        bench.sendEveryMillisecond(20_000);
        // 1000 are expected, with a standard deviation of 31.
        assertThat(bench.dropped()).hasSizeBetween(875, 1125);
        assertThat(bench.dropReasons()).containsOnly("loss");
    }

    @Test
    void ratio_losesIndependently() {
        LinkBench bench = new LinkBench(PacketLoss.of(PacketSelection.by(Ratio.of(1, 2))));
        bench.sendEveryMillisecond(20_000);
        // The number of runs of lost packets has the mean n p (1 - p) = 5000.
        assertThat(bursts(bench.dropped())).hasSizeBetween(4800, 5200);
    }

    @Test
    void nth_losesListsAndRanges() {
        PacketOrdinals ordinals = new PacketOrdinals(ImmutableLongArray.of(2, 2, 5, 7), 1);
        LinkBench bench = new LinkBench(PacketLoss.of(new PacketSelection(PacketMatch.ANY, ordinals, Ratio.ONE)));
        bench.sendEveryMillisecond(9);
        assertThat(bench.numbers).containsExactly(1L, 3L, 4L, 8L, 9L);
        assertThat(bench.dropReasons()).startsWith("scripted: packet number 2", "scripted: packet number 5");
    }

    @Test
    void every_losesMultiplesOnly() {
        PacketOrdinals third = PacketOrdinals.ALL.every(3);
        LinkBench bench = new LinkBench(PacketLoss.of(new PacketSelection(PacketMatch.ANY, third, Ratio.ONE)));
        bench.sendEveryMillisecond(8);
        assertThat(bench.dropped()).containsExactly(3L, 6L);
        assertThat(third).hasToString("divisible by 3");
        assertThat(new PacketOrdinals(ImmutableLongArray.of(4, 9), 2)).hasToString("4-9 divisible by 2");
    }

    @Test
    void match_losesWhatMatches_andCountsOnlyThat() {
        PacketMatch syn = PacketMatch.ofFlags(TcpFlags.SYN);
        LinkBench bench = new LinkBench(PacketLoss.of(new PacketSelection(syn, PacketOrdinals.of(2), Ratio.ONE)));
        int[] flags = {TcpFlags.SYN, TcpFlags.SYN | TcpFlags.ACK, TcpFlags.SYN, TcpFlags.SYN};
        for (int i = 0; i < flags.length; i++) {
            bench.link.send(LinkBench.segment(i, flags[i], ByteSlice.EMPTY));
        }
        bench.loop.run();
        assertThat(bench.numbers).containsExactly(0L, 1L, 3L);
    }

    @Test
    void matchBySequence_countsFromTheSynOfTheConnection() {
        PacketMatch secondKilobyte =
                PacketMatch.ANY.withSequence(new SequenceRange(1001, 2000)).withProtocol(TcpSegment.PROTOCOL);
        LinkBench bench = new LinkBench(PacketLoss.of(PacketSelection.matching(secondKilobyte)));
        long initial = 0xFFFF_FFF0L;
        ByteSlice thousand = ByteSlice.of(new byte[1000], 0, 1000);
        // Without its SYN, nothing is known of the connection.
        bench.link.send(LinkBench.segment(initial + 1001, TcpFlags.ACK, thousand));
        bench.link.send(LinkBench.segment(initial, TcpFlags.SYN, ByteSlice.EMPTY));
        bench.link.send(LinkBench.segment(initial + 1, TcpFlags.ACK, thousand));
        bench.link.send(LinkBench.segment(initial + 1001, TcpFlags.ACK, thousand));
        bench.link.send(LinkBench.segment(initial + 1501, TcpFlags.ACK, ByteSlice.EMPTY));
        bench.link.send(LinkBench.segment(initial + 2001, TcpFlags.ACK, thousand));
        bench.loop.run();
        assertThat(bench.numbers).hasSize(5);
        assertThat(bench.dropped()).containsExactly((long) (int) (initial + 1001));
    }

    @Test
    void matchByFields_looksAtEachOfThem() {
        TcpSegment data = (TcpSegment) LinkBench.packet(1, 100).payload();
        assertThat(data.sourcePort()).isEqualTo(1);
        assertThat(picks(PacketMatch.ANY.withPorts(1, 2))).isTrue();
        assertThat(picks(PacketMatch.ANY.withPorts(2, PacketMatch.ANYTHING))).isFalse();
        assertThat(picks(PacketMatch.ANY.withPorts(PacketMatch.ANYTHING, 1))).isFalse();
        assertThat(picks(PacketMatch.ANY.withData(DataPresence.SOME))).isTrue();
        assertThat(picks(PacketMatch.ANY.withData(DataPresence.NONE))).isFalse();
        assertThat(picks(PacketMatch.ANY.withProtocol(17))).isFalse();
        assertThat(picks(PacketMatch.ANY.withProtocol(6))).isTrue();
        assertThat(picks(PacketMatch.ANY.withSource(IpAddress.of("192.0.2.10"))))
                .isTrue();
        assertThat(picks(PacketMatch.ANY.withSource(IpAddress.of("192.0.2.20"))))
                .isFalse();
        assertThat(picks(PacketMatch.ANY.withDestination(IpAddress.of("192.0.2.20"))))
                .isTrue();
        assertThat(picks(PacketMatch.ANY.withDestination(IpAddress.of("192.0.2.10"))))
                .isFalse();
    }

    private static boolean picks(PacketMatch match) {
        return new PacketMatcher(match).matches(LinkBench.packet(1, 100));
    }

    @Test
    void burstLoss_hasTheShareAndTheBurstLengthOfTheModel() {
        // Bad 1/5 of the time, four packets long on the average, and everything is lost then.
        LinkBench bench = new LinkBench(new BurstLoss(Ratio.of(1, 16), Ratio.of(1, 4), Ratio.ZERO, Ratio.ONE));
        bench.sendEveryMillisecond(50_000);
        List<Integer> bursts = bursts(bench.dropped());
        double share = bench.dropped().size() / 50_000.0;
        double mean = bursts.stream().mapToInt(Integer::intValue).average().orElseThrow();
        assertThat(share).isBetween(0.185, 0.215);
        assertThat(mean).isBetween(3.8, 4.2);
        // Geometric: a quarter of all bursts has one packet, and 3/4 * 1/4 has two; both within three
        // standard deviations for the 2500 bursts that are expected.
        assertThat(bursts.stream().filter(length -> length == 1).count() / (double) bursts.size())
                .isBetween(0.224, 0.276);
        assertThat(bursts.stream().filter(length -> length == 2).count() / (double) bursts.size())
                .isBetween(0.164, 0.211);
    }

    @Test
    void burstLoss_mixesTheLossesOfBothStates() {
        LinkBench bench =
                new LinkBench(new BurstLoss(Ratio.of(1, 10), Ratio.of(3, 10), Ratio.of(1, 50), Ratio.of(1, 2)));
        bench.sendEveryMillisecond(50_000);
        // 3/4 * 2 % + 1/4 * 50 % = 14 %.
        assertThat(bench.dropped().size() / 50_000.0).isBetween(0.13, 0.15);
        assertThat(bench.dropReasons()).contains("burst loss, good state", "burst loss, bad state");
    }

    @Test
    void burstLoss_beginsInTheGoodState() {
        LinkBench bench = new LinkBench(new BurstLoss(Ratio.ONE, Ratio.ONE, Ratio.ZERO, Ratio.ONE));
        bench.sendEveryMillisecond(6);
        assertThat(bench.numbers).containsExactly(1L, 3L, 5L);
    }

    /** Returns the lengths of the runs of consecutive numbers. */
    private static List<Integer> bursts(List<Long> lost) {
        List<Integer> lengths = new ArrayList<>();
        long previous = -1;
        for (long number : lost) {
            if (number == previous + 1) {
                lengths.set(lengths.size() - 1, lengths.get(lengths.size() - 1) + 1);
            } else {
                lengths.add(1);
            }
            previous = number;
        }
        return lengths;
    }

    @ParameterizedTest
    @EnumSource
    void matchByProtocol_looksIntoFragments(IpFamily family) {
        ByteSlice data = ByteSlice.of(new byte[8], 0, 8);
        Packet fragment =
                LinkBench.packet(1, 100).withPayload(new IpFragment(family, 1, UdpDatagram.PROTOCOL, 8, false, data));
        assertThat(new PacketMatcher(PacketMatch.ANY.withProtocol(UdpDatagram.PROTOCOL)).matches(fragment))
                .isTrue();
        assertThat(new PacketMatcher(PacketMatch.ANY.withProtocol(TcpSegment.PROTOCOL)).matches(fragment))
                .isFalse();
        assertThat(new PacketMatcher(PacketMatch.ANY.withData(DataPresence.SOME)).matches(fragment))
                .isTrue();
    }

    @Test
    void match_looksAtWhatWasSent_notAtTheDamage() {
        Packet syn = damaged(LinkBench.segment(100, TcpFlags.SYN, ByteSlice.EMPTY));
        Packet data = damaged(LinkBench.segment(101, TcpFlags.ACK, ByteSlice.of(new byte[9], 0, 9)));
        assertThat(new PacketMatcher(PacketMatch.ofFlags(TcpFlags.SYN)).matches(syn))
                .isTrue();
        assertThat(new PacketMatcher(PacketMatch.ANY.withPorts(1, 2)).matches(syn))
                .isTrue();
        PacketMatcher firstByte = new PacketMatcher(
                PacketMatch.ANY.withSequence(new SequenceRange(1, 1)).withData(DataPresence.SOME));
        assertThat(firstByte.matches(syn)).isFalse();
        assertThat(firstByte.matches(data)).isTrue();
    }

    private static Packet damaged(Packet packet) {
        return packet.withPayload(new DamagedPayload(packet.payload(), 16, 0));
    }
}
