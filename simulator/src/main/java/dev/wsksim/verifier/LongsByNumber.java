package dev.wsksim.verifier;

import java.util.Arrays;

/**
 * A long for each of some things that a run counts from 1, such as IRPs and sockets, without an object for any of them;
 * 0 where nothing was put.
 */
public final class LongsByNumber {

    private static final int FIRST_ROOM = 64;

    private long[] values = new long[FIRST_ROOM];

    /** Makes a table in which nothing was put. */
    public LongsByNumber() {}

    /** Returns what was put last for a number, or 0. */
    public long get(long number) {
        return number < values.length ? values[(int) number] : 0;
    }

    /** Puts a value for a number, and returns the one before. */
    public long put(long number, long value) {
        int index = Math.toIntExact(number);
        if (index >= values.length) {
            values = Arrays.copyOf(values, Math.max(index + 1, values.length * 2));
        }
        long before = values[index];
        values[index] = value;
        return before;
    }
}
