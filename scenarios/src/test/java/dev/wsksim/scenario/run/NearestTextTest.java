package dev.wsksim.scenario.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.wsksim.trace.TraceEntry;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestTextTest {
    private static final ImmutableList<TraceEntry> TRACE = ImmutableList.of(
            new TraceEntry(1, 0, 0, new StepTaken(1, "call WskSend")),
            new TraceEntry(2, 0, 0, new StepTaken(2, "call WskSend, then WskReceive")),
            new TraceEntry(3, 0, 0, new StepTaken(3, "call WskSend, then WskReceive")));

    @Test
    void in_severalWithSomeWords_firstWithMost() {
        assertThat(NearestText.in(TRACE, "WskSend then again").map(TraceEntry::number))
                .isEqualTo(Optional.of(2L));
    }

    @Test
    void in_lessThanHalfOfTheWords_none() {
        assertThat(NearestText.in(TRACE, "the WskSend is ready")).isEmpty();
    }
}
