package dev.wsksim.net.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.DamagedPayload;
import dev.wsksim.net.packet.IcmpEcho;
import dev.wsksim.net.packet.IpFragment;
import dev.wsksim.net.packet.NeighborMessage;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.TcpFlags;
import dev.wsksim.net.packet.TcpSegment;
import dev.wsksim.net.packet.UdpDatagram;
import dev.wsksim.net.packet.codec.Decoded;
import dev.wsksim.net.packet.codec.PacketDecoder;
import dev.wsksim.net.packet.codec.PacketEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What corruption does to the true bytes, and whether a decoder that checks them notices. */
class CorruptionTest {

    private static final byte[] BYTES = new byte[32];

    static {
        for (int i = 0; i < BYTES.length; i++) {
            BYTES[i] = (byte) i;
        }
    }

    private static LinkBench corrupting(Corruption.Kind kind) {
        return new LinkBench(new Corruption(PacketSelection.ALL, kind));
    }

    private static int differingBits(byte[] a, byte[] b) {
        assertThat(a).hasSameSizeAs(b);
        int bits = 0;
        for (int i = 0; i < a.length; i++) {
            bits += Integer.bitCount((a[i] ^ b[i]) & 0xFF);
        }
        return bits;
    }

    @Test
    void caught_flipsOneBitOfTheData_andTheChecksumNotices() {
        LinkBench bench = corrupting(Corruption.Kind.CAUGHT);
        bench.sendEveryMillisecond(200);
        assertThat(bench.packets).hasSize(200);
        for (int i = 0; i < 200; i++) {
            Packet arrived = bench.packets.get(i);
            assertThat(arrived.payload()).isInstanceOf(DamagedPayload.class);
            assertThat(((DamagedPayload) arrived.payload()).offset()).isBetween(20, 79);
            byte[] bytes = PacketEncoder.encode(arrived, i);
            assertThat(differingBits(bytes, PacketEncoder.encode(LinkBench.packet(i + 1, 100), i)))
                    .isOne();
            assertThatIsRefused(bytes);
        }
        assertThat(bench.records(PacketCorrupted.class))
                .hasSize(200)
                .allMatch(record -> record.change().matches("bit [0-7] of byte [0-9]+ behind the IP header flipped"));
    }

    @Test
    void caught_withoutData_damagesTheChecksumOfTheHeader() {
        LinkBench bench = corrupting(Corruption.Kind.CAUGHT);
        Packet syn = LinkBench.segment(7, TcpFlags.SYN, ByteSlice.EMPTY);
        bench.link.send(syn);
        Packet ping = syn.withPayload(IcmpEcho.request(IpFamily.IPV4, 1, 1, ByteSlice.EMPTY));
        bench.link.send(ping);
        bench.loop.run();
        assertThat(((DamagedPayload) bench.packets.get(0).payload()).offset()).isEqualTo(16);
        assertThat(((DamagedPayload) bench.packets.get(1).payload()).offset()).isEqualTo(2);
        for (Packet packet : bench.packets) {
            assertThatIsRefused(PacketEncoder.encode(packet, 1));
        }
    }

    @Test
    void uncaught_swapsTwoWordsOfTheData_andNoChecksumNotices() {
        LinkBench bench = corrupting(Corruption.Kind.UNCAUGHT);
        bench.sendEveryMillisecond(200);
        for (int i = 0; i < 200; i++) {
            Packet arrived = bench.packets.get(i);
            TcpSegment altered = (TcpSegment) arrived.payload();
            TcpSegment original = (TcpSegment) LinkBench.packet(i + 1, 100).payload();
            assertThat(altered.data()).isNotEqualTo(original.data());
            assertThat(altered.withData(original.data())).isEqualTo(original);
            assertThat(words(altered.data())).containsExactlyInAnyOrder(words(original.data()));
            byte[] bytes = PacketEncoder.encode(arrived, i);
            Decoded decoded = PacketDecoder.decode(bytes);
            assertThat(decoded).isInstanceOf(Decoded.Whole.class);
            assertThat(((Decoded.Whole) decoded).packet()).isEqualTo(arrived);
        }
    }

    private static int[] words(ByteSlice data) {
        int[] words = new int[data.length() / 2];
        for (int i = 0; i < words.length; i++) {
            words[i] = (data.at(2 * i) & 0xFF) << 8 | (data.at(2 * i + 1) & 0xFF);
        }
        return words;
    }

    @Test
    void uncaught_whereNothingCanBeSwapped_leavesThePacketAndSaysSo() {
        LinkBench bench = corrupting(Corruption.Kind.UNCAUGHT);
        Packet syn = LinkBench.segment(1, TcpFlags.SYN, ByteSlice.EMPTY);
        Packet zeros = LinkBench.segment(2, TcpFlags.ACK, ByteSlice.of(new byte[9], 0, 9));
        bench.link.send(syn);
        bench.link.send(zeros);
        bench.loop.run();
        assertThat(bench.packets).containsExactly(syn, zeros);
        assertThat(bench.records(PacketCorrupted.class))
                .extracting(PacketCorrupted::change)
                .containsExactly(
                        "left as it is, for want of two words of data",
                        "left as it is, for all words of its data are alike");
    }

    private static void assertThatIsRefused(byte[] bytes) {
        assertThat(PacketDecoder.decode(bytes)).isInstanceOf(Decoded.Malformed.class);
        assertThat(((Decoded.Malformed) PacketDecoder.decode(bytes)).problem()).endsWith("checksum is wrong");
    }

    private static Packet fragment(IpFamily family, int offset) {
        ByteSlice data = ByteSlice.copyOf(BYTES).slice(offset, 16);
        return LinkBench.packet(1, 100)
                .withPayload(new IpFragment(family, 7, UdpDatagram.PROTOCOL, offset, offset == 0, data));
    }

    @ParameterizedTest
    @EnumSource
    void fragments_areChangedBehindTheHeaderOfTheTransport(Corruption.Kind kind) {
        LinkBench bench = corrupting(kind);
        for (int i = 0; i < 50; i++) {
            bench.link.send(fragment(IpFamily.IPV4, 0));
            bench.link.send(fragment(IpFamily.IPV6, 16));
        }
        bench.loop.run();
        for (int i = 0; i < 100; i++) {
            IpFragment sent = (IpFragment) fragment(IpFamily.IPV4, i % 2 * 16).payload();
            IpFragment arrived = (IpFragment) bench.packets.get(i).payload();
            int header = i % 2 == 0 ? 8 : 0;
            assertThat(arrived.identification()).isEqualTo(7);
            assertThat(arrived.offset()).isEqualTo(sent.offset());
            assertThat(arrived.data().slice(0, header)).isEqualTo(sent.data().slice(0, header));
            assertThat(arrived.data()).isNotEqualTo(sent.data());
            if (kind == Corruption.Kind.CAUGHT) {
                assertThat(differingBits(
                                arrived.data().toByteArray(), sent.data().toByteArray()))
                        .isOne();
            } else {
                assertThat(words(arrived.data())).containsExactlyInAnyOrder(words(sent.data()));
            }
        }
    }

    @Test
    void caught_arp_isLeftAsItIs_forItHasNoChecksum() {
        LinkBench bench = corrupting(Corruption.Kind.CAUGHT);
        Packet question = LinkBench.packet(1, 100)
                .withPayload(new NeighborMessage(IpFamily.IPV4, false, IpAddress.of("192.0.2.20"), 1));
        bench.link.send(question);
        bench.loop.run();
        assertThat(bench.packets).containsExactly(question);
    }

    @Test
    void caught_neighborSolicitation_isDamagedInItsChecksum() {
        LinkBench bench = corrupting(Corruption.Kind.CAUGHT);
        bench.link.send(LinkBench.packet(1, 100)
                .withPayload(new NeighborMessage(IpFamily.IPV6, false, IpAddress.of("2001:db8::20"), 1)));
        bench.loop.run();
        assertThat(((DamagedPayload) bench.packets.get(0).payload()).offset()).isEqualTo(2);
    }
}
