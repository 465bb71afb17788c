package dev.wsksim.engine;

import java.util.Arrays;

/**
 * The entries that are not due soon, unsorted, in buckets that are split only when their time comes.
 *
 * <p>Idea: read a time as a number of eleven digits of six bits. An entry lies in the bucket (level, digit): the level
 * is the position of the first digit in which its time differs from a <em>base</em>, and the digit is its own digit
 * there. So a level has 64 buckets, of 64<sup>level</sup> nanoseconds each, a whole level fits into one bucket of the
 * level above, and what is farther away lies in wider buckets. No width has to be guessed, whatever the distances of
 * the events are.
 *
 * <p>Invariant: no time here is before the base, and every entry lies where its time and the base say. The base only
 * ever moves to the beginning of the earliest bucket, or inside a stretch of time in which nothing is here; neither
 * changes the first differing digit of an entry in another bucket. Hence the earliest bucket is the lowest digit of the
 * lowest level that is not empty, and two bit masks find it.
 *
 * <p>When time comes to a bucket, its entries go to the {@link NearHeap} if they are few or all of one instant, else
 * into the buckets of the levels below. So an entry moves eleven times at most, and three times with a million events
 * within milliseconds; each move reads and writes straight on. Entries of cancelled events are dropped whenever they
 * are met.
 *
 * <p>Sources: Varghese and Lauck, "Hashed and hierarchical timing wheels" (SOSP 1987); Ahuja, Mehlhorn, Orlin and
 * Tarjan, "Faster algorithms for the shortest path problem" (JACM 37, 1990), whose radix heap places entries likewise;
 * Tang, Goh and Thng, "Ladder queue" (ACM TOMACS 15, 2005), for splitting late and sorting only what is near.
 */
final class FarBuckets implements EntryTarget {

    /**
     * Up to so many entries of one bucket go to the near heap together: enough to fetch their events in a batch, and
     * few enough for the fastest cache.
     */
    static final int FEW = 128;

    private static final int DIGIT_BITS = 6;
    private static final int DIGITS = 1 << DIGIT_BITS;
    private static final int LEVELS = (Long.SIZE - 1 + DIGIT_BITS - 1) / DIGIT_BITS;
    private static final byte[] LEVEL_BY_LEADING_ZEROS = levelsByLeadingZeros();

    private final EventSlots slots;
    private final EntryChunks chunks = new EntryChunks();
    private final int[] lists = new int[LEVELS * DIGITS];
    private final int[] counts = new int[LEVELS * DIGITS];
    private final long[] occupiedDigits = new long[LEVELS];
    private int occupiedLevels;
    private long base;
    private int size;

    FarBuckets(EventSlots slots) {
        this.slots = slots;
        Arrays.fill(lists, EntryChunks.NONE);
    }

    /** Returns how many entries there are, stale ones included. */
    int size() {
        return size;
    }

    /**
     * Moves the base to a time in the stretch that was emptied last, or to any time if nothing is here; but never back
     * while something is here, since entries lie where the old base says.
     *
     * @return the base
     */
    long moveBase(long time) {
        if (time > base || size == 0) {
            base = time;
        }
        return base;
    }

    /** Takes an entry whose time is not before the base. */
    @Override
    public void add(long time, long key) {
        int level = LEVEL_BY_LEADING_ZEROS[Long.numberOfLeadingZeros((time ^ base) | 1)];
        int digit = (int) (time >>> (level * DIGIT_BITS)) & (DIGITS - 1);
        int bucket = (level << DIGIT_BITS) + digit;
        int place = counts[bucket]++ & (EntryChunks.CHUNK - 1);
        if (place == 0) {
            lists[bucket] = chunks.takeBefore(lists[bucket]);
            occupiedDigits[level] |= 1L << digit;
            occupiedLevels |= 1 << level;
        }
        chunks.put(lists[bucket], place, time, key);
        size++;
    }

    /**
     * Moves the live entries of the earliest stretch of time to the near heap. There may be none: all entries may turn
     * out to be stale.
     *
     * @return the last instant of that stretch: everything left here is later
     */
    long moveEarliestTo(NearHeap near) {
        while (size > 0) {
            int level = Integer.numberOfTrailingZeros(occupiedLevels);
            int digit = Long.numberOfTrailingZeros(occupiedDigits[level]);
            int shift = level * DIGIT_BITS;
            base = (base & aboveMask(shift)) | ((long) digit << shift);
            if (level == 0 || counts[(level << DIGIT_BITS) + digit] <= FEW) {
                empty(level, digit, near);
                return size == 0 ? Long.MAX_VALUE : base | ((1L << shift) - 1);
            }
            empty(level, digit, this);
        }
        return Long.MAX_VALUE;
    }

    /** Drops all entries whose events have been cancelled. */
    void dropStale() {
        for (int level = 0; level < LEVELS; level++) {
            for (long rest = occupiedDigits[level]; rest != 0; rest &= rest - 1) {
                empty(level, Long.numberOfTrailingZeros(rest), this);
            }
        }
    }

    /** Empties a bucket, from its newest chunk, the only one that may not be full, to its oldest. */
    private void empty(int level, int digit, EntryTarget target) {
        int bucket = (level << DIGIT_BITS) + digit;
        int list = lists[bucket];
        int count = counts[bucket];
        lists[bucket] = EntryChunks.NONE;
        counts[bucket] = 0;
        occupiedDigits[level] &= ~(1L << digit);
        if (occupiedDigits[level] == 0) {
            occupiedLevels &= ~(1 << level);
        }
        size -= count;
        int inChunk = (count - 1 & (EntryChunks.CHUNK - 1)) + 1;
        while (list != EntryChunks.NONE) {
            chunks.giveLive(list, inChunk, slots, target);
            list = chunks.giveBack(list);
            inChunk = EntryChunks.CHUNK;
        }
    }

    /** The bits above the digit at a position; above the highest level there are none. */
    private static long aboveMask(int shift) {
        return shift + DIGIT_BITS < Long.SIZE ? -1L << (shift + DIGIT_BITS) : 0;
    }

    private static byte[] levelsByLeadingZeros() {
        byte[] levels = new byte[Long.SIZE];
        for (int zeros = 0; zeros < Long.SIZE; zeros++) {
            levels[zeros] = (byte) ((Long.SIZE - 1 - zeros) / DIGIT_BITS);
        }
        return levels;
    }
}
