package dev.wsksim.scenario.run;

import dev.wsksim.engine.SimDuration;
import dev.wsksim.engine.SimTime;
import dev.wsksim.scenario.model.TimeExpectation;

/**
 * The instants at which something that a scenario expects may be seen, both bounds included.
 *
 * @param from what distances are counted from
 * @param earliest the first instant allowed
 * @param latest the last instant allowed
 */
record TimeWindow(SimTime from, SimTime earliest, SimTime latest) {

    /** Returns the window of a time that counts from {@code reference} unless it counts from the start of the run. */
    static TimeWindow of(TimeExpectation expected, SimTime reference) {
        SimTime from = expected.form() == TimeExpectation.Form.AT ? SimTime.START : reference;
        return new TimeWindow(from, from.plus(expected.earliest()), from.plus(expected.latest()));
    }

    /** Tells whether it is too early. */
    boolean isAfter(SimTime instant) {
        return instant.compareTo(earliest) < 0;
    }

    /** Tells whether it is too late. */
    boolean isBefore(SimTime instant) {
        return instant.compareTo(latest) > 0;
    }

    /** Tells whether it is the time. */
    boolean contains(SimTime instant) {
        return !isAfter(instant) && !isBefore(instant);
    }

    /** Returns by how much an instant outside the window misses it. */
    SimDuration distanceTo(SimTime instant) {
        return isAfter(instant) ? earliest.since(instant) : instant.since(latest);
    }
}
