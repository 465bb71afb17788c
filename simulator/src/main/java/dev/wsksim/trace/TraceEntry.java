package dev.wsksim.trace;

import dev.wsksim.engine.SimTime;

/**
 * A trace record in its place: when it happened and what it followed from.
 *
 * @param number its number in the trace, from 1
 * @param timeNanos the virtual time in nanoseconds
 * @param cause the number of the entry that it follows from; 0 for the beginning of the simulation
 * @param record what happened
 */
public record TraceEntry(long number, long timeNanos, long cause, TraceRecord record) {

    /** Returns when it happened. */
    public SimTime time() {
        return new SimTime(timeNanos);
    }
}
