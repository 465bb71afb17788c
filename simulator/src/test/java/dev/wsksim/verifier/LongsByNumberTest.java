package dev.wsksim.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class LongsByNumberTest {

    @Test
    void getAndPut_likeAMapWithZeroes() {
        SplittableRandom random = new SplittableRandom(1);
        LongsByNumber longs = new LongsByNumber();
        Map<Long, Long> model = new LinkedHashMap<>();
        for (int i = 0; i < 10_000; i++) {
            long number = random.nextLong(i % 10 == 0 ? 5_000 : 100);
            long value = random.nextLong(3);

            assertThat(longs.get(number)).isEqualTo(model.getOrDefault(number, 0L));
            Long before = model.put(number, value);
            assertThat(longs.put(number, value)).isEqualTo(before == null ? 0 : before);
        }
        assertThat(longs.get(1L << 40)).isZero();
    }

    @Test
    void put_numberThatNoRunReaches_fails() {
        LongsByNumber longs = new LongsByNumber();

        assertThatThrownBy(() -> longs.put(1L << 40, 1)).isInstanceOf(ArithmeticException.class);
    }
}
