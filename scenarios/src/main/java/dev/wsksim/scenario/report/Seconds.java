package dev.wsksim.scenario.report;

import java.util.Locale;

/** Writes nanoseconds as the formats of pipelines want them: in seconds, with a point and three places. */
final class Seconds {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private Seconds() {}

    /** Returns a number such as {@code 2.060}; half a millisecond is rounded up. */
    static String of(long nanos) {
        long millis = (nanos + NANOS_PER_MILLI / 2) / NANOS_PER_MILLI;
        return String.format(Locale.ROOT, "%d.%03d", millis / 1000, millis % 1000);
    }
}
