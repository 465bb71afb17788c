package dev.wsksim.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.engine.Limits;
import dev.wsksim.engine.SimTime;
import dev.wsksim.engine.SimulationLoop;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceTest {

    private final SimulationLoop loop = new SimulationLoop(Limits.DEFAULT);
    private final Trace trace = new Trace(loop);
    private final TraceLog log = new TraceLog();

    @Test
    void emit_nobodyListens_doesNothing() {
        assertThat(trace.isActive()).isFalse();
        trace.emit(sample("a"));
        assertThat(trace.lastNumber()).isZero();
        assertThat(loop.cause()).isZero();
    }

    @Test
    void emit_numbersFromOneAndTellsTheTime() {
        trace.addSink(log);
        assertThat(trace.isActive()).isTrue();
        trace.emit(sample("a"));
        loop.runUntil(7);
        trace.emit(sample("b"));
        assertThat(log.entries())
                .containsExactly(new TraceEntry(1, 0, 0, sample("a")), new TraceEntry(2, 7, 1, sample("b")));
        assertThat(trace.lastNumber()).isEqualTo(2);
        assertThat(log.entries().get(1).time()).isEqualTo(SimTime.ofNanos(7));
    }

    @Test
    void emit_becomesTheCauseOfEventsScheduledAfterIt() {
        trace.addSink(log);
        trace.emit(sample("root"));
        loop.schedule(10, () -> trace.emit(sample("child of root")));
        loop.setCause(0);
        trace.emit(sample("other root"));
        loop.schedule(5, () -> trace.emit(sample("child of other")));
        loop.run();
        assertThat(log.entries()).extracting(TraceEntry::cause).containsExactly(0L, 0L, 2L, 1L);
    }

    @Test
    void emit_severalSinks_allHearItInOrderOfAdding() {
        List<String> heard = new ArrayList<>();
        trace.addSink(entry -> heard.add("first " + entry.number()));
        trace.addSink(entry -> heard.add("second " + entry.number()));
        trace.emit(sample("a"));
        trace.emit(sample("b"));
        assertThat(heard).containsExactly("first 1", "second 1", "first 2", "second 2");
    }

    private static Sample sample(String kind) {
        return new Sample(TraceLayer.NET, kind, "", "", 0, false, 0);
    }
}
