package dev.wsksim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatioTest {

    @ParameterizedTest
    @CsvSource({
        "1/100, 1, 100",
        "0/1, 0, 1",
        "7/7, 7, 7",
        "1%, 1, 100",
        "0%, 0, 100",
        "100%, 100, 100",
        "0.25%, 25, 10000",
        "12.5%, 125, 1000",
        "0.000001%, 1, 100000000",
        "1/9223372036854775807, 1, 9223372036854775807"
    })
    void parse_validText_isExact(String text, long numerator, long denominator) {
        assertThat(Ratio.parse(text)).contains(Ratio.of(numerator, denominator));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "%",
                "/",
                "1",
                "0.5",
                "1/",
                "/2",
                "3/2",
                "1/0",
                "-1/2",
                "+1/2",
                "1/-2",
                "101%",
                "100.1%",
                "-1%",
                "1.%",
                "1.2.3%",
                "1 %",
                " 1%",
                "1/2/3",
                "1/2%",
                "a%",
                "1e1%",
                "\u0661%",
                "1/9223372036854775808",
                "0.00000000000000000000001%"
            })
    void parse_anythingElse_isNothing(String text) {
        assertThat(Ratio.parse(text)).isEmpty();
    }

    @Test
    void constructor_notBetweenZeroAndOne_isRefused() {
        assertThatThrownBy(() -> Ratio.of(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Ratio.of(-1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Ratio.of(0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isZero_onlyWithoutCases() {
        assertThat(Ratio.ZERO.isZero()).isTrue();
        assertThat(Ratio.of(0, 5).isZero()).isTrue();
        assertThat(Ratio.ONE.isZero()).isFalse();
    }

    @Test
    void toString_canBeParsedAgain() {
        assertThat(Ratio.of(3, 8)).hasToString("3/8");
        assertThat(Ratio.parse(Ratio.of(3, 8).toString())).contains(Ratio.of(3, 8));
    }
}
