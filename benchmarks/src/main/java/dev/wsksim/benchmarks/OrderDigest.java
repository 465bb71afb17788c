package dev.wsksim.benchmarks;

/**
 * Sums up which event fired when, in order, so that two contenders can be seen to do the same work; cheap enough for
 * the hot path.
 */
final class OrderDigest {

    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private long sum;

    /** Takes one fired event. */
    void add(long timeNanos, int id) {
        sum = (sum ^ (timeNanos + id)) * MULTIPLIER;
    }

    long value() {
        return sum;
    }

    @Override
    public String toString() {
        return Long.toHexString(sum);
    }
}
