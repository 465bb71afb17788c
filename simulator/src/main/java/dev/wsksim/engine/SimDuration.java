package dev.wsksim.engine;

/**
 * A length of virtual time in whole nanoseconds.
 *
 * <p>Used in signatures that people read; hot code passes a plain {@code long} whose name ends in {@code Nanos}.
 *
 * @param nanos the length, never negative
 */
public record SimDuration(long nanos) implements Comparable<SimDuration> {

    /** No time at all. */
    public static final SimDuration ZERO = new SimDuration(0);

    public SimDuration {
        if (nanos < 0) {
            throw new IllegalArgumentException("a duration is not negative, but this one is " + nanos + "ns");
        }
    }

    /** Returns a duration of so many nanoseconds. */
    public static SimDuration ofNanos(long nanos) {
        return new SimDuration(nanos);
    }

    /** Returns a duration of so many microseconds. */
    public static SimDuration ofMicros(long micros) {
        return new SimDuration(Math.multiplyExact(micros, TimeUnits.MICRO));
    }

    /** Returns a duration of so many milliseconds. */
    public static SimDuration ofMillis(long millis) {
        return new SimDuration(Math.multiplyExact(millis, TimeUnits.MILLI));
    }

    /** Returns a duration of so many seconds. */
    public static SimDuration ofSeconds(long seconds) {
        return new SimDuration(Math.multiplyExact(seconds, TimeUnits.SECOND));
    }

    /** Returns this duration and the other one, one after the other. */
    public SimDuration plus(SimDuration other) {
        return new SimDuration(Math.addExact(nanos, other.nanos));
    }

    @Override
    public int compareTo(SimDuration other) {
        return Long.compare(nanos, other.nanos);
    }

    /** Returns the exact length in the largest fitting unit, for example {@code 21s}, {@code 12.5ms} or {@code 0s}. */
    @Override
    public String toString() {
        return TimeUnits.format(nanos);
    }
}
