package dev.wsksim.engine;

import java.util.Arrays;

/**
 * Storage for unordered lists of (time, key) entries: chunks of {@value #CHUNK} entries out of one array, chained by
 * number.
 *
 * <p>Writing a list and reading it back go through memory in long straight runs, which caches like. A chunk that is
 * given back is the next one to be used, so in steady state nothing is allocated. Whoever owns a list counts its
 * entries.
 */
final class EntryChunks {

    /** How many entries a chunk holds. */
    static final int CHUNK = 32;

    /** The number of no chunk: the end of a list. */
    static final int NONE = -1;

    private static final int INITIAL_CHUNKS = 32;

    private long[] entries = new long[2 * CHUNK * INITIAL_CHUNKS];
    private int[] next = new int[INITIAL_CHUNKS];
    private int firstFree = NONE;

    EntryChunks() {
        addFreeChunks(0, INITIAL_CHUNKS);
    }

    /** Takes a free chunk, puts it before a list and returns its number. */
    int takeBefore(int list) {
        if (firstFree == NONE) {
            int old = next.length;
            entries = Arrays.copyOf(entries, 2 * entries.length);
            next = Arrays.copyOf(next, 2 * old);
            addFreeChunks(old, 2 * old);
        }
        int chunk = firstFree;
        firstFree = next[chunk];
        next[chunk] = list;
        return chunk;
    }

    /** Gives the first chunk of a list back and returns the rest of the list. */
    int giveBack(int chunk) {
        int rest = next[chunk];
        next[chunk] = firstFree;
        firstFree = chunk;
        return rest;
    }

    /** Writes an entry at its place, counted from 0, in a chunk. */
    void put(int chunk, int place, long time, long key) {
        int at = 2 * (chunk * CHUNK + place);
        entries[at] = time;
        entries[at + 1] = key;
    }

    /**
     * Gives the live ones of the first {@code count} entries of a chunk to a target, which may itself take chunks
     * meanwhile.
     */
    void giveLive(int chunk, int count, EventSlots slots, EntryTarget target) {
        int from = 2 * chunk * CHUNK;
        int to = from + 2 * count;
        for (int at = from; at < to; at += 2) {
            long key = entries[at + 1];
            if (slots.isLive(key)) {
                target.add(entries[at], key);
            }
        }
    }

    private void addFreeChunks(int from, int to) {
        for (int chunk = to - 1; chunk >= from; chunk--) {
            next[chunk] = firstFree;
            firstFree = chunk;
        }
    }
}
