package dev.wsksim.trace;

import dev.wsksim.engine.SimulationLoop;
import java.util.ArrayList;
import java.util.List;

/**
 * Where every layer reports what happened: numbers the records, links each to its cause, and hands them to the sinks.
 *
 * <p>Callers ask {@link #isActive()} first, so that a record which nobody wants is never built. Emitting a record makes
 * it the cause of whatever follows, both now and in events scheduled from now on.
 */
public final class Trace {

    private final SimulationLoop loop;
    private final List<TraceSink> sinks = new ArrayList<>(4);
    private boolean active;
    private long lastNumber;

    /** Makes a trace of the things that happen on this loop, with nobody listening yet. */
    public Trace(SimulationLoop loop) {
        this.loop = loop;
    }

    /** Adds a sink for all records from now on. */
    public void addSink(TraceSink sink) {
        sinks.add(sink);
        active = true;
    }

    /** Tells whether anybody listens, so that a record is worth building. */
    public boolean isActive() {
        return active;
    }

    /** Reports that something happened now; does nothing when nobody listens. */
    public void emit(TraceRecord record) {
        if (!active) {
            return;
        }
        TraceEntry entry = new TraceEntry(++lastNumber, loop.nowNanos(), loop.cause(), record);
        loop.setCause(entry.number());
        for (int i = 0; i < sinks.size(); i++) {
            sinks.get(i).accept(entry);
        }
    }

    /** Returns the number of the last entry, or 0. */
    public long lastNumber() {
        return lastNumber;
    }
}
