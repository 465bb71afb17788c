package dev.wsksim.benchmarks;

import java.util.SplittableRandom;

/**
 * Exponential delays with a mean of 1 ms, from a table drawn once: the same numbers for every contender, at next to no
 * cost.
 */
final class Delays {

    private static final int SIZE = 16_384;
    private static final long[] NANOS = draw();

    private int next;

    /** Returns the next delay in nanoseconds, at least 1. */
    long nextNanos() {
        return NANOS[next++ & (SIZE - 1)];
    }

    private static long[] draw() {
        SplittableRandom random = new SplittableRandom(42);
        long[] nanos = new long[SIZE];
        for (int i = 0; i < SIZE; i++) {
            nanos[i] = 1 + (long) (-Math.log(1 - random.nextDouble()) * 1e6);
        }
        return nanos;
    }
}
