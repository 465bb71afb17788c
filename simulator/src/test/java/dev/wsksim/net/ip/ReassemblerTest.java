package dev.wsksim.net.ip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.engine.Limits;
import dev.wsksim.engine.RandomStream;
import dev.wsksim.engine.RandomStreams;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.IcmpEcho;
import dev.wsksim.net.packet.IpFragment;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.codec.Decoded;
import dev.wsksim.net.packet.codec.PacketDecoder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Packets of random sizes, cut for random MTUs once or twice, in any order, some twice: all there, or timed out. */
final class ReassemblerTest {

    private final SimulationLoop loop = new SimulationLoop(Limits.DEFAULT);
    private final List<String> told = new ArrayList<>();
    private final Reassembler reassembler = new Reassembler(loop, new ReassemblyListener() {
        @Override
        public void fragmentDiscarded(Packet fragment, String reason) {
            told.add(reason);
        }

        @Override
        public void reassemblyTimedOut(@Nullable Packet first, Packet some) {
            told.add(loop.now() + (first == null ? " without the first" : " with the first"));
        }
    });

    @Test
    void add_randomFragments_makeUpTheOriginal() {
        for (long seed = 1; seed <= 2_000; seed++) {
            RandomStream random = new RandomStreams(seed).stream("fragments");
            Packet original = randomPacket(random);
            List<Packet> fragments = randomFragments(original, random);
            int missing = random.nextInt(3) == 0 ? random.nextInt(fragments.size()) : -1;
            told.clear();

            List<Packet> made = new ArrayList<>();
            for (int i : shuffledWithDuplicates(fragments.size(), random)) {
                if (i != missing) {
                    add(fragments.get(i), made);
                }
            }

            if (missing < 0) {
                assertThat(made).as("seed %d", seed).first().isEqualTo(original);
            } else {
                assertThat(made).as("seed %d", seed).isEmpty();
            }
            loop.run();
            assertThat(reassembler.waiting()).isZero();
            assertThat(told).allMatch(line -> line.endsWith("the first"), "only time-outs");
            assertThat(missing < 0 || !told.isEmpty() || fragments.size() == 1).isTrue();
        }
    }

    private void add(Packet fragment, List<Packet> made) {
        IpFragment piece = (IpFragment) fragment.payload();
        ByteSlice bytes = reassembler.add(fragment, piece);
        if (bytes != null) {
            Decoded decoded = PacketDecoder.decodePayload(fragment, piece.carriedProtocol(), bytes);
            made.add(((Decoded.Whole) decoded).packet());
        }
    }

    private static Packet randomPacket(RandomStream random) {
        IpFamily family = random.nextInt(2) == 0 ? IpFamily.IPV4 : IpFamily.IPV6;
        byte[] data = new byte[random.nextInt(random.nextInt(10) == 0 ? 65_000 : 4_000)];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) random.nextInt();
        }
        boolean ipv4 = family == IpFamily.IPV4;
        return new Packet(
                IpAddress.of(ipv4 ? "192.0.2.10" : "2001:db8::10"),
                IpAddress.of(ipv4 ? "192.0.2.20" : "2001:db8::20"),
                64,
                IcmpEcho.request(family, 1, random.nextInt(0x10000), ByteSlice.of(data, 0, data.length)));
    }

    private static List<Packet> randomFragments(Packet original, RandomStream random) {
        int least = original.family() == IpFamily.IPV4 ? 68 : 88;
        int mtu = least + random.nextInt(1500);
        List<Packet> fragments = new ArrayList<>(Fragmenter.cut(original, random.nextInt(0x10000), mtu));
        assertThat(fragments).allMatch(fragment -> fragment.wireBytes() <= mtu);
        if (original.family() == IpFamily.IPV4 && random.nextInt(2) == 0) {
            Packet again = fragments.remove(random.nextInt(fragments.size()));
            fragments.addAll(Fragmenter.cut(again, 0, least + random.nextInt(100)));
        }
        return fragments;
    }

    private static List<Integer> shuffledWithDuplicates(int count, RandomStream random) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            order.add(random.nextInt(order.size() + 1), i);
            if (random.nextInt(4) == 0) {
                order.add(random.nextInt(order.size() + 1), i);
            }
        }
        return order;
    }

    @Test
    void add_overlap_throwsEverythingAway() {
        assertThat(reassembler.add(packet(0, true, 16), fragment(0, true, 16))).isNull();
        assertThat(reassembler.add(packet(8, true, 16), fragment(8, true, 16))).isNull();
        assertThat(reassembler.add(packet(24, false, 4), fragment(24, false, 4)))
                .isNull();
        assertThat(told).containsExactly("fragments of this packet overlap", "fragments of this packet overlap");
        loop.run();
        assertThat(told).hasSize(2);
    }

    /** RFC 5722 section 4: only a fragment that is exactly the same may come twice. */
    @Test
    void add_samePlaceWithOtherBytes_isAnOverlap() {
        reassembler.add(packet(0, true, 16), fragment(0, true, 16));
        reassembler.add(packet(0, true, 16), fragment(0, true, 16));
        assertThat(told).isEmpty();
        byte[] other = new byte[16];
        other[15] = 1;
        IpFragment forged = new IpFragment(IpFamily.IPV4, 7, 17, 0, true, ByteSlice.of(other, 0, 16));
        reassembler.add(packet(0, true, 16), forged);
        assertThat(told).containsExactly("fragments of this packet overlap");
    }

    /** RFC 6946 section 4. */
    @Test
    void add_wholePacketInOneFragmentOverIpv6_hasToDoWithNoOther() {
        IpFragment begun = new IpFragment(IpFamily.IPV6, 7, 17, 0, true, bytes(16));
        IpFragment atomic = new IpFragment(IpFamily.IPV6, 7, 17, 0, false, bytes(24));
        IpFragment rest = new IpFragment(IpFamily.IPV6, 7, 17, 16, false, bytes(3));
        Packet packet = new Packet(IpAddress.of("2001:db8::10"), IpAddress.of("2001:db8::20"), 64, begun);
        assertThat(reassembler.add(packet, begun)).isNull();
        assertThat(reassembler.add(packet.withPayload(atomic), atomic)).isEqualTo(bytes(24));
        assertThat(reassembler.waiting()).isEqualTo(1);
        assertThat(reassembler.add(packet.withPayload(rest), rest)).isEqualTo(bytes(19));
        assertThat(told).isEmpty();
    }

    @Test
    void add_timeOut_tellsWhetherTheFirstCame() {
        reassembler.add(packet(8, true, 16), fragment(8, true, 16));
        loop.run();
        assertThat(told).containsExactly("60s without the first");
        reassembler.add(packet(0, true, 16), fragment(0, true, 16));
        loop.run();
        assertThat(told).containsExactly("60s without the first", "120s with the first");
    }

    @Test
    void add_impossibleFragments_areRefused() {
        reassembler.add(packet(0, true, 15), fragment(0, true, 15));
        reassembler.add(packet(0, true, 0), fragment(0, true, 0));
        reassembler.add(packet(65528, false, 9), fragment(65528, false, 9));
        assertThat(told)
                .containsExactly(
                        "a fragment whose length is no multiple of 8",
                        "a fragment without data",
                        "a fragment beyond the greatest length");
        assertThat(reassembler.waiting()).isZero();
    }

    @Test
    void add_twoLastFragments_areAnOverlap() {
        reassembler.add(packet(16, false, 8), fragment(16, false, 8));
        reassembler.add(packet(32, false, 8), fragment(32, false, 8));
        assertThat(told).containsExactly("fragments of this packet overlap");
    }

    @Test
    void add_tooManyPackets_makesRoomByTheOldest() {
        for (int i = 0; i <= Reassembler.MAX_PACKETS; i++) {
            IpFragment piece = new IpFragment(IpFamily.IPV4, i, 17, 0, true, bytes(8));
            reassembler.add(new Packet(IpAddress.of("192.0.2.10"), IpAddress.of("192.0.2.20"), 64, piece), piece);
        }
        assertThat(told).containsExactly("too many packets wait for fragments");
        assertThat(reassembler.waiting()).isEqualTo(Reassembler.MAX_PACKETS);
        reassembler.clear();
        assertThat(reassembler.waiting()).isZero();
        assertThat(loop.pendingEvents()).isZero();
    }

    private static Packet packet(int offset, boolean more, int length) {
        return new Packet(IpAddress.of("192.0.2.10"), IpAddress.of("192.0.2.20"), 64, fragment(offset, more, length));
    }

    private static IpFragment fragment(int offset, boolean more, int length) {
        return new IpFragment(IpFamily.IPV4, 7, 17, offset, more, bytes(length));
    }

    private static ByteSlice bytes(int length) {
        return ByteSlice.of(new byte[length], 0, length);
    }
}
