package dev.wsksim.engine;

/**
 * An instant of virtual time: nanoseconds since the simulation began.
 *
 * @param nanos nanoseconds since the beginning, never negative
 */
public record SimTime(long nanos) implements Comparable<SimTime> {

    /** The instant at which every simulation begins. */
    public static final SimTime START = new SimTime(0);

    public SimTime {
        if (nanos < 0) {
            throw new IllegalArgumentException("virtual time begins at 0, but this instant is " + nanos + "ns");
        }
    }

    /** Returns the instant so many nanoseconds after the beginning. */
    public static SimTime ofNanos(long nanos) {
        return new SimTime(nanos);
    }

    /** Returns the instant that lies a duration after this one. */
    public SimTime plus(SimDuration duration) {
        return new SimTime(Math.addExact(nanos, duration.nanos()));
    }

    /** Returns how much later this instant is than an earlier one. */
    public SimDuration since(SimTime earlier) {
        return new SimDuration(Math.subtractExact(nanos, earlier.nanos));
    }

    @Override
    public int compareTo(SimTime other) {
        return Long.compare(nanos, other.nanos);
    }

    /** Returns the exact distance from the beginning in the largest fitting unit, for example {@code 30ms}. */
    @Override
    public String toString() {
        return TimeUnits.format(nanos);
    }
}
