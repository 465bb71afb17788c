package dev.wsksim.engine;

import java.util.Arrays;

/**
 * A four-way heap of (time, key) entries, for the events that come soon.
 *
 * <p>An entry is two longs side by side in one array, so moving it touches no object. The four children of an entry
 * share one 64-byte cache line, and a four-way heap is half as deep as a two-way one (LaMarca and Ladner, "The
 * influence of caches on the performance of heaps", ACM JEA 1, 1996).
 */
final class NearHeap implements EntryTarget {

    /** Shifts the root so that the children of every entry begin at a multiple of four entries. */
    private static final int ROOT = 3;

    private static final int INITIAL_CAPACITY = 64;

    private long[] heap = new long[2 * (ROOT + INITIAL_CAPACITY)];
    private int size;

    /** Returns how many entries there are, stale ones included. */
    int size() {
        return size;
    }

    /** Returns the time of the least entry; there must be one. */
    long leastTime() {
        return heap[2 * ROOT];
    }

    /** Returns the key of the least entry; there must be one. */
    long leastKey() {
        return heap[2 * ROOT + 1];
    }

    @Override
    public void add(long time, long key) {
        if (2 * (ROOT + size) == heap.length) {
            heap = Arrays.copyOf(heap, 2 * heap.length);
        }
        siftUp(size++, time, key);
    }

    /** Removes the least entry; there must be one. */
    void removeLeast() {
        int last = --size;
        if (last > 0) {
            int at = 2 * (ROOT + last);
            siftDown(heap[at], heap[at + 1]);
        }
    }

    /** Gives all live entries to a target, which may be this heap itself, and drops the others. */
    void giveLive(EventSlots slots, EntryTarget target) {
        int count = size;
        size = 0;
        for (int i = 0; i < count; i++) {
            int at = 2 * (ROOT + i);
            long key = heap[at + 1];
            if (slots.isLive(key)) {
                target.add(heap[at], key);
            }
        }
    }

    /**
     * Counts the entries whose event is absent, which must be none when all are live; see {@link EventSlots#isAbsent}
     * for the reason to ask.
     */
    int countAbsent(EventSlots slots) {
        int absent = 0;
        for (int i = 0; i < size; i++) {
            absent += slots.isAbsent(heap[2 * (ROOT + i) + 1]) ? 1 : 0;
        }
        return absent;
    }

    private void siftUp(int start, long time, long key) {
        final long[] h = heap;
        int i = start;
        while (i > 0) {
            int parent = (i - 1) >> 2;
            int at = 2 * (ROOT + parent);
            long parentTime = h[at];
            if (parentTime < time || (parentTime == time && h[at + 1] < key)) {
                break;
            }
            put(h, i, parentTime, h[at + 1]);
            i = parent;
        }
        put(h, i, time, key);
    }

    private void siftDown(long time, long key) {
        final long[] h = heap;
        final int count = size;
        int i = 0;
        for (int first = 1; first < count; first = 4 * i + 1) {
            int end = Math.min(first + 4, count);
            int least = first;
            long leastTime = h[2 * (ROOT + first)];
            long leastKey = h[2 * (ROOT + first) + 1];
            for (int child = first + 1; child < end; child++) {
                int at = 2 * (ROOT + child);
                if (h[at] < leastTime || (h[at] == leastTime && h[at + 1] < leastKey)) {
                    least = child;
                    leastTime = h[at];
                    leastKey = h[at + 1];
                }
            }
            if (time < leastTime || (time == leastTime && key < leastKey)) {
                break;
            }
            put(h, i, leastTime, leastKey);
            i = least;
        }
        put(h, i, time, key);
    }

    private static void put(long[] h, int i, long time, long key) {
        int at = 2 * (ROOT + i);
        h[at] = time;
        h[at + 1] = key;
    }
}
