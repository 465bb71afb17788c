package dev.wsksim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimTimeTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0s",
        "1, 1ns",
        "999, 999ns",
        "1000, 1us",
        "1001, 1.001us",
        "1500, 1.5us",
        "999999, 999.999us",
        "1000000, 1ms",
        "12500000, 12.5ms",
        "1000001, 1.000001ms",
        "999999999, 999.999999ms",
        "1000000000, 1s",
        "21000000000, 21s",
        "1000000001, 1.000000001s",
        "1010000000, 1.01s",
        "9223372036854775807, 9223372036.854775807s"
    })
    void toString_isExactInTheLargestFittingUnit(long nanos, String text) {
        assertThat(SimDuration.ofNanos(nanos)).hasToString(text);
        assertThat(SimTime.ofNanos(nanos)).hasToString(text);
    }

    @Test
    void toString_underAnotherLocale_isTheSame() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(SimDuration.ofMicros(12_500)).hasToString("12.5ms");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void of_units_areNanoseconds() {
        assertThat(SimDuration.ofMicros(3).nanos()).isEqualTo(3_000);
        assertThat(SimDuration.ofMillis(3).nanos()).isEqualTo(3_000_000);
        assertThat(SimDuration.ofSeconds(3).nanos()).isEqualTo(3_000_000_000L);
    }

    @Test
    void overflow_isRefused() {
        assertThatThrownBy(() -> SimDuration.ofSeconds(Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new SimTime(Long.MAX_VALUE).plus(SimDuration.ofNanos(1)))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> SimDuration.ofNanos(Long.MAX_VALUE).plus(SimDuration.ofNanos(1)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void negative_isRefused() {
        assertThatThrownBy(() -> SimDuration.ofNanos(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SimTime.ofNanos(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SimTime.START.since(SimTime.ofNanos(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void plusAndSince_areInverse() {
        SimTime later = SimTime.ofNanos(10).plus(SimDuration.ofNanos(5));
        assertThat(later).isEqualTo(SimTime.ofNanos(15)).isGreaterThan(SimTime.ofNanos(10));
        assertThat(later.since(SimTime.ofNanos(10))).isEqualTo(SimDuration.ofNanos(5));
        assertThat(SimDuration.ZERO.plus(SimDuration.ofNanos(2))).isGreaterThan(SimDuration.ofNanos(1));
    }
}
