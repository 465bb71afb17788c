package dev.wsksim.scenario.run;

import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.trace.Trace;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where those things are written that the driver does inside callbacks and completion routines, by the trace entries at which they begin. */
final class StepPlaces {

    private final Trace trace;
    private final Map<Long, SourcePosition> places = new LinkedHashMap<>();

    StepPlaces(Trace trace) {
        this.trace = trace;
    }

    /** Notes that what follows from the last trace entry is written there; an answer that is written nowhere is none. */
    void note(SourcePosition position) {
        if (position.isKnown()) {
            places.put(trace.lastNumber(), position);
        }
    }

    /** Returns where it is written what began with this trace entry. */
    Optional<SourcePosition> at(long entryNumber) {
        return Optional.ofNullable(places.get(entryNumber));
    }
}
