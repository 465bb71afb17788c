package dev.wsksim.scenario.model;

import dev.wsksim.engine.SimDuration;

/**
 * When something must be seen. Both bounds are included, and no tolerance is added.
 *
 * @param form how the bounds are counted
 * @param earliest the first instant or distance allowed
 * @param latest the last instant or distance allowed
 * @param position where it is written
 */
public record TimeExpectation(Form form, SimDuration earliest, SimDuration latest, SourcePosition position) {
    /** Any time will do. */
    public static final TimeExpectation ANY =
            new TimeExpectation(Form.ANY, SimDuration.ZERO, SimDuration.ZERO, SourcePosition.NONE);

    /** How the bounds are counted. */
    public enum Form {
        /** From the start of the run; both bounds are the same. */
        AT,
        /** From the instant referred to; both bounds are the same. */
        AFTER,
        /** From the instant referred to. */
        BETWEEN,
        /** From the instant referred to; the earliest bound is zero. */
        WITHIN,
        /** Not at all: any time will do. */
        ANY,
        /** Not at all: it must not be seen to the end of the run. */
        NEVER
    }

    /** Checks that the bounds are in order. */
    public TimeExpectation {
        if (earliest.compareTo(latest) > 0) {
            throw new IllegalArgumentException("earliest " + earliest + " lies behind latest " + latest);
        }
    }

    /** Returns the expectation as it is written: {@code between 1.9s and 2.1s}. */
    @Override
    public String toString() {
        return switch (form) {
            case AT -> "at " + earliest;
            case AFTER -> "after " + earliest;
            case BETWEEN -> "between " + earliest + " and " + latest;
            case WITHIN -> "within " + latest;
            case ANY -> "any time";
            case NEVER -> "never";
        };
    }
}
