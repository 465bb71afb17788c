package dev.wsksim.scenario.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.engine.SimDuration;
import dev.wsksim.engine.SimTime;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.model.TimeExpectation;
import dev.wsksim.scenario.model.TimeExpectation.Form;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWindowTest {

    /** The reference is 100 ns; the window is from 10 to 20 ns behind it, or behind the start. */
    @ParameterizedTest
    @CsvSource({
        "BETWEEN, 109, false, 1",
        "BETWEEN, 110, true, 0",
        "BETWEEN, 120, true, 0",
        "BETWEEN, 121, false, 1",
        "BETWEEN, 15, false, 95",
        "AT, 9, false, 1",
        "AT, 20, true, 0",
        "AT, 120, false, 100"
    })
    void contains_boundsAreIncluded(Form form, long nanos, boolean contained, long distance) {
        TimeExpectation expected =
                new TimeExpectation(form, SimDuration.ofNanos(10), SimDuration.ofNanos(20), SourcePosition.NONE);
        TimeWindow window = TimeWindow.of(expected, SimTime.ofNanos(100));
        SimTime instant = SimTime.ofNanos(nanos);

        assertThat(window.contains(instant)).isEqualTo(contained);
        if (!contained) {
            assertThat(window.distanceTo(instant)).isEqualTo(SimDuration.ofNanos(distance));
        }
    }
}
