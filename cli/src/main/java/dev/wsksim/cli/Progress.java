package dev.wsksim.cli;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Keeps a line on a terminal that tells how far a long run is; it is gone when the run is over. */
final class Progress {
    private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(700);
    private static final long BETWEEN_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int BAR_WIDTH = 30;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean wanted;
    private final int total;
    private final LongSupplier nanoClock;
    private final long began;
    private long shownAt;
    private boolean visible;

    /** Makes the progress of a run of so many scenarios; nothing is ever shown unless it is wanted. */
    Progress(PrintWriter err, boolean wanted, int total, LongSupplier nanoClock) {
        this.err = err;
        this.wanted = wanted;
        this.total = total;
        this.nanoClock = nanoClock;
        this.began = nanoClock.getAsLong();
        this.shownAt = began;
    }

    /** Takes the line away, so that something else can be printed. */
    void clear() {
        if (visible) {
            err.print(CLEAR_LINE);
            err.flush();
            visible = false;
        }
    }

    /** Shows how many scenarios are done, if the run has taken a while and the last line is not too fresh. */
    void show(int done) {
        long now = nanoClock.getAsLong();
        if (!wanted || done >= total || now - began < QUIET_NANOS || now - shownAt < BETWEEN_NANOS) {
            return;
        }
        err.print(CLEAR_LINE + line(done, now - began));
        err.flush();
        shownAt = now;
        visible = true;
    }

    private String line(int done, long elapsed) {
        int filled = BAR_WIDTH * done / total;
        long left = done == 0 ? 0 : elapsed / done * (total - done);
        String bar = "#".repeat(filled) + ".".repeat(BAR_WIDTH - filled);
        return "[" + bar + "] " + done + " of " + total + ", " + rate(done, elapsed) + " a second,"
                + " about " + (TimeUnit.NANOSECONDS.toSeconds(left) + 1) + " s"
                + " left";
    }

    /** How many are done in a second; a slow run has a digit behind the point. */
    private static String rate(int done, long elapsed) {
        long tenths = Math.round(done * 10.0 * TimeUnit.SECONDS.toNanos(1) / elapsed);
        return tenths < 100 ? tenths / 10 + "." + tenths % 10 : String.valueOf(tenths / 10);
    }
}
