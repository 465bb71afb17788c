package dev.wsksim.engine;

/**
 * One component's own sequence of random numbers.
 *
 * <p>The generator is xoshiro256++ by Blackman and Vigna ("Scrambled linear pseudorandom number generators", ACM TOMS
 * 47, 2021), bounded draws follow Lemire ("Fast random integer generation in an interval", ACM TOMACS 29, 2019). Both
 * are written out here so that a seed means the same on every JDK for ever.
 */
public final class RandomStream {

    private long s0;
    private long s1;
    private long s2;
    private long s3;

    /** Makes a stream from four words of state, not all of them zero. */
    RandomStream(long s0, long s1, long s2, long s3) {
        if ((s0 | s1 | s2 | s3) == 0) {
            throw new IllegalArgumentException("xoshiro256++ stays at zero when all its state is zero");
        }
        this.s0 = s0;
        this.s1 = s1;
        this.s2 = s2;
        this.s3 = s3;
    }

    /** Draws 64 random bits. */
    public long nextLong() {
        long result = Long.rotateLeft(s0 + s3, 23) + s0;
        long shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /** Draws 32 random bits. */
    public int nextInt() {
        return (int) (nextLong() >>> 32);
    }

    /** Draws a number from 0 up to, but not including, {@code bound}, each equally likely. */
    public long nextLong(long bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("a bound is at least 1, but this one is " + bound);
        }
        long random = nextLong();
        long low = random * bound;
        if (Long.compareUnsigned(low, bound) < 0) {
            long threshold = Long.remainderUnsigned(-bound, bound);
            while (Long.compareUnsigned(low, threshold) < 0) {
                random = nextLong();
                low = random * bound;
            }
        }
        return unsignedMultiplyHigh(random, bound);
    }

    /** Draws a number from 0 up to, but not including, {@code bound}, each equally likely. */
    public int nextInt(int bound) {
        return (int) nextLong(bound);
    }

    /** Draws whether something of this probability happens; a ratio of 0 or 1 draws nothing. */
    public boolean chance(Ratio probability) {
        if (probability.isZero()) {
            return false;
        }
        return probability.numerator() == probability.denominator()
                || nextLong(probability.denominator()) < probability.numerator();
    }

    /** The upper half of an unsigned 128-bit product, where only {@code a} may have its top bit set. */
    private static long unsignedMultiplyHigh(long a, long b) {
        return Math.multiplyHigh(a, b) + ((a >> 63) & b);
    }
}
