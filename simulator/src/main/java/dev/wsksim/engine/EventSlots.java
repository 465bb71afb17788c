package dev.wsksim.engine;

import java.util.Arrays;

/**
 * Keeps the pending events themselves, each in a slot, and gives out the keys by which the rest of the queue knows
 * them.
 *
 * <p>A key is the event's sequence number above the number of its slot. So keys order events as they were inserted,
 * lead to the event without a search, and are never given out twice. A key whose event has left is <em>stale</em>, even
 * where its slot has a new owner. The slot freed last is used next, while it is still in the cache.
 *
 * <p>Limits: 2<sup>24</sup> events at once and 2<sup>39</sup> in all; going beyond is an {@link AssertionError}.
 */
final class EventSlots {

    private static final int SLOT_BITS = 24;
    private static final int SLOT_MASK = (1 << SLOT_BITS) - 1;
    private static final int INITIAL_CAPACITY = 64;
    private static final long FREE = -1;
    private static final Event ABSENT = new Absent();

    private final int mostEvents;
    private Event[] events = new Event[INITIAL_CAPACITY];
    /** For every slot its key, or {@link #FREE}, and next to it the cause. */
    private long[] keysAndCauses = new long[2 * INITIAL_CAPACITY];

    private int[] freeSlots = new int[INITIAL_CAPACITY];
    private int freeCount;
    private long nextSequence;

    EventSlots() {
        this(1 << SLOT_BITS, 0);
    }

    /** Makes slots with a lower limit, or some sequence numbers gone already, for tests of the limits. */
    EventSlots(int mostEvents, long firstSequence) {
        this.mostEvents = mostEvents;
        nextSequence = firstSequence;
        addFreeSlots(0, INITIAL_CAPACITY);
    }

    /** Returns the sequence number in a key. */
    static long sequence(long key) {
        return key >>> SLOT_BITS;
    }

    /** Takes the next sequence number for an event that is kept elsewhere. */
    long takeSequence() {
        return nextSequence++;
    }

    /** Keeps an event and returns its key. */
    long add(Event event, long cause) {
        if (freeCount == 0) {
            grow();
        }
        int slot = freeSlots[--freeCount];
        long key = (nextSequence++ << SLOT_BITS) | slot;
        if (key < 0) {
            throw new AssertionError("the event queue has given out all its sequence numbers");
        }
        events[slot] = event;
        keysAndCauses[2 * slot] = key;
        keysAndCauses[2 * slot + 1] = cause;
        return key;
    }

    /** Tells whether the event with this key is still here; the key must be one that was given out. */
    boolean isLive(long key) {
        return keysAndCauses[2 * slot(key)] == key;
    }

    /** Tells whether there is an event with this key, which may be any number. */
    boolean contains(long key) {
        return key >= 0 && slot(key) < events.length && isLive(key);
    }

    /** Returns the cause that was kept with a live key. */
    long cause(long key) {
        return keysAndCauses[2 * slot(key) + 1];
    }

    /**
     * Tells whether there is no event with a live key, which would be an error in the queue.
     *
     * <p>The question makes the processor fetch the event's header. Asked for a batch of keys in a row, it fetches many
     * of them at the same time, and calling them one after the other soon afterwards does not wait for memory any more.
     * Java has no other way to ask for that.
     */
    boolean isAbsent(long key) {
        return events[slot(key)].getClass() == Absent.class;
    }

    /** Forgets the event with a live key and returns it. */
    Event remove(long key) {
        int slot = slot(key);
        Event event = events[slot];
        events[slot] = ABSENT;
        keysAndCauses[2 * slot] = FREE;
        freeSlots[freeCount++] = slot;
        return event;
    }

    /** Returns how many events are here. */
    int size() {
        return events.length - freeCount;
    }

    private static int slot(long key) {
        return (int) key & SLOT_MASK;
    }

    private void grow() {
        int old = events.length;
        if (old >= mostEvents) {
            throw new AssertionError("the event queue is full: " + old + " events are pending");
        }
        events = Arrays.copyOf(events, 2 * old);
        keysAndCauses = Arrays.copyOf(keysAndCauses, 4 * old);
        freeSlots = new int[2 * old];
        addFreeSlots(old, 2 * old);
    }

    private void addFreeSlots(int from, int to) {
        for (int slot = to - 1; slot >= from; slot--) {
            events[slot] = ABSENT;
            keysAndCauses[2 * slot] = FREE;
            freeSlots[freeCount++] = slot;
        }
    }

    /** What lies in a free slot. */
    private static final class Absent implements Event {

        @Override
        public void fire() {
            throw new AssertionError("a free slot of the event queue fired");
        }
    }
}
