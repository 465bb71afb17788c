package dev.wsksim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomStreamTest {

    private static final BigInteger TWO_TO_64 = BigInteger.ONE.shiftLeft(64);
    private static final long[] FIRST_DRAWS = {1530057945100983117L, -5551361687165847424L, 1716259395626700258L};

    private final RandomStream stream = new RandomStreams(1).stream("a link");

    /**
     * Compares with the JDK's generator of the same 32 bytes. JDK 17 extends the signs of seed bytes (JDK-8282144), so
     * the states consist of bytes below 128.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void nextLong_isTheXoshiro256PlusPlusOfTheJdk(long seed) {
        byte[] state = new byte[32];
        RandomStream seeds = new RandomStreams(seed).stream("states");
        for (int i = 0; i < state.length; i++) {
            state[i] = (byte) seeds.nextInt(128);
        }
        ByteBuffer words = ByteBuffer.wrap(state);
        RandomStream ours = new RandomStream(words.getLong(), words.getLong(), words.getLong(), words.getLong());
        RandomGenerator jdk = RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(state);
        for (int draw = 0; draw < 100_000; draw++) {
            assertThat(ours.nextLong()).isEqualTo(jdk.nextLong());
        }
    }

    @Test
    void nextInt_isTheUpperHalfOfNextLong() {
        RandomStream plain = new RandomStreams(1).stream("a link");
        for (int draw = 0; draw < 1_000; draw++) {
            assertThat(stream.nextInt()).isEqualTo((int) (plain.nextLong() >>> 32));
        }
    }

    @Test
    void stream_isSeededWithTheSha256OfSeedAndName() throws NoSuchAlgorithmException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(new byte[] {0, 0, 0, 0, 0, 0, 0, 1});
        ByteBuffer words = ByteBuffer.wrap(sha256.digest("a link".getBytes(StandardCharsets.UTF_8)));
        RandomStream expected = new RandomStream(words.getLong(), words.getLong(), words.getLong(), words.getLong());
        for (int draw = 0; draw < 100; draw++) {
            assertThat(stream.nextLong()).isEqualTo(expected.nextLong());
        }
    }

    @Test
    void stream_firstDrawsOfSeedOne_areFixedForEver() {
        RandomStream link = new RandomStreams(1).stream("link");
        assertThat(new long[] {link.nextLong(), link.nextLong(), link.nextLong()})
                .containsExactly(FIRST_DRAWS);
    }

    @Test
    void stream_zeroState_isRefused() {
        assertThatThrownBy(() -> new RandomStream(0, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 10, 1L << 32, (1L << 32) + 1, 3L << 60, Long.MAX_VALUE})
    void nextLong_bounded_staysBelowTheBoundAndReachesBothHalves(long bound) {
        boolean lower = false;
        boolean upper = false;
        for (int draw = 0; draw < 10_000; draw++) {
            long value = stream.nextLong(bound);
            assertThat(value).isBetween(0L, bound - 1);
            lower |= value <= (bound - 1) / 2;
            upper |= value >= bound / 2;
        }
        assertThat(lower && upper).isTrue();
    }

    @Test
    void nextLong_bounded_isTheProductsUpperHalfWithLemiresRejection() {
        RandomStream plain = new RandomStreams(1).stream("a link");
        long bound = 3L << 60;
        BigInteger threshold = TWO_TO_64.mod(BigInteger.valueOf(bound));
        int rejected = 0;
        for (int draw = 0; draw < 10_000; draw++) {
            BigInteger product = product(plain.nextLong(), bound);
            while (product.mod(TWO_TO_64).compareTo(threshold) < 0) {
                rejected++;
                product = product(plain.nextLong(), bound);
            }
            assertThat(stream.nextLong(bound)).isEqualTo(product.shiftRight(64).longValueExact());
        }
        assertThat(rejected).isPositive();
    }

    @Test
    void nextInt_smallBound_isEven() {
        int[] counts = new int[6];
        for (int draw = 0; draw < 600_000; draw++) {
            counts[stream.nextInt(6)]++;
        }
        for (int count : counts) {
            assertThat(count).isBetween(98_500, 101_500);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void nextLong_boundBelowOne_isRefused(long bound) {
        assertThatThrownBy(() -> stream.nextLong(bound)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void chance_zeroOrOne_drawsNothing() {
        RandomStream untouched = new RandomStreams(1).stream("a link");
        assertThat(stream.chance(Ratio.ZERO)).isFalse();
        assertThat(stream.chance(Ratio.ONE)).isTrue();
        assertThat(stream.chance(Ratio.of(100, 100))).isTrue();
        assertThat(stream.nextLong()).isEqualTo(untouched.nextLong());
    }

    @Test
    void chance_oneOfFour_happensThatOften() {
        int happened = 0;
        for (int draw = 0; draw < 400_000; draw++) {
            happened += stream.chance(Ratio.of(1, 4)) ? 1 : 0;
        }
        assertThat(happened).isBetween(98_900, 101_100);
    }

    @Test
    void stream_sameName_isTheSameSequence() {
        RandomStream again = new RandomStreams(1).stream("a link");
        assertThat(again.nextLong()).isEqualTo(stream.nextLong());
    }

    @Test
    void stream_otherNameOrSeed_isAnotherSequence() {
        long first = new RandomStreams(1).stream("a link").nextLong();
        assertThat(new RandomStreams(1).stream("b link").nextLong()).isNotEqualTo(first);
        assertThat(new RandomStreams(2).stream("a link").nextLong()).isNotEqualTo(first);
    }

    @Test
    void stream_drawsOfOthers_changeNothing() {
        RandomStreams streams = new RandomStreams(1);
        RandomStream other = streams.stream("other");
        RandomStream mine = streams.stream("a link");
        for (int draw = 0; draw < 100; draw++) {
            other.nextLong();
            streams.stream("one more " + draw).nextLong();
            assertThat(mine.nextLong()).isEqualTo(stream.nextLong());
        }
        assertThat(streams.seed()).isEqualTo(1);
    }

    private static BigInteger product(long random, long bound) {
        return new BigInteger(Long.toUnsignedString(random)).multiply(BigInteger.valueOf(bound));
    }
}
