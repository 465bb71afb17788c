package dev.wsksim.wsk.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class UnicodeStringTest {

    @Test
    void of_countsBytesAndTheNulOnlyInMaximumLength() {
        UnicodeString string = UnicodeString.of("host");
        assertThat(string.length()).isEqualTo(8);
        assertThat(string.maximumLength()).isEqualTo(10);
        assertThat(string.isTerminated()).isTrue();
        assertThat(UnicodeString.of("host", 8).isTerminated()).isFalse();
        assertThat(UnicodeString.of("host", 9).isTerminated()).isFalse();
    }

    @Test
    void write_needsRoomForTheNul() {
        UnicodeString buffer = UnicodeString.buffer(10);
        buffer.write("host");
        assertThat(buffer.text()).isEqualTo("host");
        assertThatIllegalArgumentException().isThrownBy(() -> buffer.write("hosts"));
        assertThat(buffer.text()).isEqualTo("host");
    }

    @Test
    void of_textLongerThanItsBuffer_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> UnicodeString.of("host", 7));
        assertThatIllegalArgumentException().isThrownBy(() -> UnicodeString.buffer(0x10000));
    }
}
