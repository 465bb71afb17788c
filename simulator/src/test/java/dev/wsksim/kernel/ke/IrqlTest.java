package dev.wsksim.kernel.ke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IrqlTest {

    @Test
    void names_areThoseOfX64() {
        assertThat(IntStream.range(0, 16).mapToObj(level -> Irql.of(level).toString()))
                .containsExactly(
                        "PASSIVE_LEVEL",
                        "APC_LEVEL",
                        "DISPATCH_LEVEL",
                        "DIRQL 3",
                        "DIRQL 4",
                        "DIRQL 5",
                        "DIRQL 6",
                        "DIRQL 7",
                        "DIRQL 8",
                        "DIRQL 9",
                        "DIRQL 10",
                        "DIRQL 11",
                        "DIRQL 12",
                        "CLOCK_LEVEL",
                        "IPI_LEVEL",
                        "HIGH_LEVEL");
    }

    @Test
    void parse_anyName_givesTheSameObject() {
        IntStream.range(0, 16)
                .mapToObj(Irql::of)
                .forEach(irql ->
                        assertThat(Irql.parse(irql.toString()).orElseThrow()).isSameAs(irql));
        assertThat(Irql.parse("dispatch_level")).isEmpty();
        assertThat(Irql.parse("DIRQL 2")).isEmpty();
        assertThat(Irql.parse("")).isEmpty();
    }

    @Test
    void order_isThatOfTheLevels() {
        assertThat(Irql.DISPATCH_LEVEL.isAbove(Irql.APC_LEVEL)).isTrue();
        assertThat(Irql.DISPATCH_LEVEL.isAbove(Irql.DISPATCH_LEVEL)).isFalse();
        assertThat(Irql.PASSIVE_LEVEL.isAbove(Irql.APC_LEVEL)).isFalse();
        assertThat(Irql.HIGH_LEVEL).isGreaterThan(Irql.IPI_LEVEL);
        assertThat(Irql.CLOCK_LEVEL.level()).isEqualTo(13);
    }

    @Test
    void deviceLevels_areThreeToTwelve() {
        assertThat(IntStream.range(0, 16).filter(level -> Irql.of(level).isDeviceLevel()))
                .containsExactly(3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    }

    @Test
    void of_noLevelOfX64_isRefused() {
        assertThatThrownBy(() -> Irql.of(16)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Irql.of(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
