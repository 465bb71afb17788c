package dev.wsksim.net.packet.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.RandomStream;
import dev.wsksim.engine.RandomStreams;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.Fragmentation;
import dev.wsksim.net.packet.IpExtras;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.TcpSegment;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What is encoded comes back; what is damaged never comes back as if it were not; nothing makes the decoder fail. */
final class PacketRoundTripTest {

    private static final int SEEDS = 5_000;
    private static final ImmutableList<ByteSlice> OPTIONS = ImmutableList.of(
            ByteSlice.EMPTY,
            ByteSlice.copyOf((byte) 0x94, (byte) 4, (byte) 0, (byte) 0),
            ByteSlice.copyOf((byte) 1, (byte) 0x94, (byte) 3, (byte) 9),
            ByteSlice.copyOf((byte) 0x82, (byte) 6, (byte) 1, (byte) 2, (byte) 3, (byte) 4, (byte) 0, (byte) 0));

    @Test
    void decode_encodedPacket_isThePacket() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            RandomStream random = random(seed);
            Packet packet = SamplePackets.random(random);
            int identification = random.nextInt(0x10000);
            boolean ipv4 = packet.family() == IpFamily.IPV4;
            boolean dontFragment = !ipv4 || packet.payload() instanceof TcpSegment;

            assertThat(PacketDecoder.decode(PacketEncoder.encode(packet, identification, random.nextInt(0x10000))))
                    .as("seed %d", seed)
                    .isEqualTo(new Decoded.Whole(packet, ipv4 ? identification : 0, dontFragment));
        }
    }

    @Test
    void decode_encodedPacketWithExtras_isThePacket() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            RandomStream random = random(seed);
            Packet plain = SamplePackets.random(random);
            Packet packet = new Packet(
                    plain.source(), plain.destination(), plain.hopLimit(), plain.payload(), extras(random, plain));

            Decoded decoded = PacketDecoder.decode(PacketEncoder.encode(packet, 7));

            assertThat(decoded).as("seed %d", seed).isInstanceOfSatisfying(Decoded.Whole.class, whole -> {
                assertThat(whole.packet()).isEqualTo(packet);
                assertThat(whole.dontFragment()).isEqualTo(packet.dontFragment());
            });
        }
    }

    private static IpExtras extras(RandomStream random, Packet plain) {
        if (plain.family() == IpFamily.IPV6) {
            return IpExtras.of(random.nextInt(0x100), Fragmentation.USUAL, ByteSlice.EMPTY);
        }
        Fragmentation unusual = plain.payload().setsDontFragment() ? Fragmentation.ALLOWED : Fragmentation.FORBIDDEN;
        return IpExtras.of(
                random.nextInt(0x100),
                random.nextInt(2) == 0 ? Fragmentation.USUAL : unusual,
                OPTIONS.get(random.nextInt(OPTIONS.size())));
    }

    @Test
    void decode_oneBitFlipped_isNeverTheSamePacket() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            RandomStream random = random(seed);
            Packet packet = SamplePackets.random(random);
            byte[] bytes = PacketEncoder.encode(packet, 1);
            int bit = random.nextInt(bytes.length * Byte.SIZE);
            bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);

            Decoded decoded = PacketDecoder.decode(bytes);

            boolean same =
                    decoded instanceof Decoded.Whole whole && whole.packet().equals(packet);
            assertThat(same)
                    .as("seed %d, bit %d of %s", seed, bit, packet.describe())
                    .isFalse();
        }
    }

    @Test
    void decode_randomDamage_neverFails() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            RandomStream random = random(seed);
            byte[] bytes = PacketEncoder.encode(SamplePackets.random(random), 1);
            byte[] damaged = Arrays.copyOf(bytes, random.nextInt(bytes.length + 8));
            for (int i = random.nextInt(8); i > 0 && damaged.length > 0; i--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }

            assertThat(PacketDecoder.decode(damaged)).as("seed %d", seed).isNotNull();
        }
    }

    private static RandomStream random(long seed) {
        return new RandomStreams(seed).stream("packets");
    }
}
