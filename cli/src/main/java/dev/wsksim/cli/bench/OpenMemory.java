package dev.wsksim.cli.bench;

import java.util.Locale;

/**
 * How much memory open connections take.
 *
 * @param connections how many were opened
 * @param bytesEach how many bytes of the heap each of them takes, both ends together
 * @param heapBytes how much of the heap was in use with all of them open, after garbage collections
 */
public record OpenMemory(int connections, double bytesEach, long heapBytes) {

    private static final int COLLECTIONS = 4;
    private static final double MEBIBYTE = 1 << 20;

    static OpenMemory of(int connections, long usedBefore) {
        long used = used();
        return new OpenMemory(connections, (double) (used - usedBefore) / connections, used);
    }

    /** Returns how much of the heap is in use after garbage collections. */
    static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < COLLECTIONS; i++) {
            runtime.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** Returns a line with what was measured. */
    public String line(String name) {
        return String.format(
                Locale.ROOT,
                "%-24s %10.0f B     each of %d open connections, both ends; %.0f MiB of heap in use",
                name,
                bytesEach,
                connections,
                heapBytes / MEBIBYTE);
    }
}
