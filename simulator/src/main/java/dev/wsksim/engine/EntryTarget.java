package dev.wsksim.engine;

/** A part of the event queue that takes entries: the near heap, or the far buckets. */
@FunctionalInterface
interface EntryTarget {

    /** Takes an entry: the time in nanoseconds, and the key that {@link EventSlots} gave to the event. */
    void add(long time, long key);
}
