package dev.wsksim.engine;

/** The units in which virtual time is written, and its exact decimal text. */
final class TimeUnits {

    static final long MICRO = 1_000;
    static final long MILLI = 1_000_000;
    static final long SECOND = 1_000_000_000;

    private TimeUnits() {}

    /** Writes a number of nanoseconds exactly, in the largest unit of which there is at least one. */
    static String format(long nanos) {
        if (nanos == 0) {
            return "0s";
        }
        if (nanos >= SECOND) {
            return decimal(nanos, SECOND, "s");
        }
        if (nanos >= MILLI) {
            return decimal(nanos, MILLI, "ms");
        }
        return nanos >= MICRO ? decimal(nanos, MICRO, "us") : nanos + "ns";
    }

    private static String decimal(long nanos, long unit, String symbol) {
        long whole = nanos / unit;
        long rest = nanos % unit;
        StringBuilder text = new StringBuilder(24).append(whole);
        if (rest != 0) {
            text.append('.');
            for (long digit = unit / 10; rest != 0; digit /= 10) {
                text.append((char) ('0' + rest / digit));
                rest %= digit;
            }
        }
        return text.append(symbol).toString();
    }
}
