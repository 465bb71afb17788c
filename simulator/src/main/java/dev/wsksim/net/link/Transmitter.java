package dev.wsksim.net.link;

/**
 * The sending end of a wire: computes when the last bit of each packet has been sent, one packet after the other,
 * exactly, with the parts of nanoseconds carried on.
 */
final class Transmitter {

    private static final long NANOS = 1_000_000_000;

    private final long bitsPerSecond;
    /** When the wire is idle again, rounded down to nanoseconds. */
    private long idleNanos;
    /** The rest, in parts of a nanosecond of which {@code bitsPerSecond} make one. */
    private long idleParts;

    Transmitter(long bitsPerSecond) {
        this.bitsPerSecond = bitsPerSecond;
    }

    /** Returns when the wire is idle, so that the next packet can begin: the first whole nanosecond. */
    long idleAtNanos() {
        return idleParts == 0 ? idleNanos : idleNanos + 1;
    }

    /**
     * Sends a packet that comes at an instant, after those before it, and returns when its last bit has been sent, on
     * the first whole nanosecond.
     */
    long send(long timeNanos, int bytes) {
        if (idleAtNanos() <= timeNanos) {
            idleNanos = timeNanos;
            idleParts = 0;
        }
        // At most 65,575 bytes and 1 Tbit/s: far below 2^63.
        long parts = (long) Byte.SIZE * bytes * NANOS + idleParts;
        long sum = idleNanos + parts / bitsPerSecond;
        if (sum < 0 || sum == Long.MAX_VALUE) {
            idleNanos = Long.MAX_VALUE;
            idleParts = 0;
        } else {
            idleNanos = sum;
            idleParts = parts % bitsPerSecond;
        }
        return idleAtNanos();
    }

    /** Returns how long so many bytes take, rounded up. */
    long nanosFor(int bytes) {
        long parts = (long) Byte.SIZE * bytes * NANOS;
        return (parts + bitsPerSecond - 1) / bitsPerSecond;
    }
}
