package dev.wsksim.scenario.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.engine.SimDuration;
import dev.wsksim.scenario.model.SourcePosition;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    private static Optional<SimDuration> read(String text, Problems problems) {
        return Durations.DURATION.read(new Node.Scalar(SourcePosition.NONE, 1, text, false), problems);
    }

    @ParameterizedTest
    @CsvSource({
        "5ms, 5000000",
        "1.5s, 1500000000",
        "250us, 250000",
        "7ns, 7",
        "1min, 60000000000",
        "0.5h, 1800000000000",
        "0s, 0",
        "1.000000001s, 1000000001",
        "21 s, 21000000000",
        "0.1us, 100",
        "9223372036854775807ns, -1",
        "876000h, 3153600000000000000"
    })
    void duration_withUnit_isExact(String text, long nanos) {
        Problems problems = new Problems(SourceText.of("f", text));
        if (nanos < 0) {
            assertThat(read(text, problems)).isEmpty();
        } else {
            assertThat(read(text, problems)).contains(SimDuration.ofNanos(nanos));
            assertThat(problems.all()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"5", "ms", "-1ms", "1,5s", "1e3s", "0.1ns", "876001h", "5 m s", "5ms5", "١ms", "5MS", "NaNs"})
    void duration_malformed_isAProblem(String text) {
        Problems problems = new Problems(SourceText.of("f", text));
        assertThat(read(text, problems)).isEmpty();
        assertThat(problems.all()).hasSize(1);
    }
}
