package dev.wsksim.scenario.model;

import dev.wsksim.engine.SimDuration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * When a run that does not end is stopped. Absent: the runner's own limit.
 *
 * @param virtualTime the latest instant
 * @param events the number of events
 * @param traceEntries the number of entries of the trace; what comes behind is not kept, and the run is inconclusive
 * @param position where it is written
 */
public record Limits(
        Optional<SimDuration> virtualTime, OptionalLong events, OptionalInt traceEntries, SourcePosition position) {
    /** The runner's own limits. */
    public static final Limits DEFAULT =
            new Limits(Optional.empty(), OptionalLong.empty(), OptionalInt.empty(), SourcePosition.NONE);
}
