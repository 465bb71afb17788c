package dev.wsksim.scenario.model;

import dev.wsksim.engine.SimDuration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * When a run that does not end is stopped. Absent: the runner's own limit.
 *
 * @param virtualTime the latest instant
 * @param events the number of events
 * @param position where it is written
 */
public record Limits(Optional<SimDuration> virtualTime, OptionalLong events, SourcePosition position) {
    /** The runner's own limits. */
    public static final Limits DEFAULT = new Limits(Optional.empty(), OptionalLong.empty(), SourcePosition.NONE);
}
