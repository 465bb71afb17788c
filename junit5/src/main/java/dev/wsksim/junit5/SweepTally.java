package dev.wsksim.junit5;

import java.util.SortedSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Counts the tests of a sweep, which may run side by side, and tells of those that failed when JUnit closes it at the end. */
final class SweepTally implements AutoCloseable {
    /** The key of the report entry. */
    static final String ENTRY = "wsksim.failed-seeds";

    private static final int MOST_NAMED = 50;

    private final ExtensionContext context;
    private final AtomicInteger all = new AtomicInteger();
    private final SortedSet<Long> failed = new ConcurrentSkipListSet<>();

    SweepTally(ExtensionContext context) {
        this.context = context;
    }

    void played(long seed, boolean hasFailed) {
        all.incrementAndGet();
        if (hasFailed) {
            failed.add(seed);
        }
    }

    @Override
    public void close() {
        if (failed.isEmpty()) {
            return;
        }
        String named = failed.stream().limit(MOST_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
        int rest = failed.size() - MOST_NAMED;
        context.publishReportEntry(
                ENTRY,
                failed.size() + " of " + all + " seeds failed: " + named + (rest > 0 ? " and " + rest + " more" : ""));
    }
}
