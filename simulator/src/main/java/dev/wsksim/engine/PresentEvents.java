package dev.wsksim.engine;

import java.util.Arrays;

/**
 * The events that fire at the instant at which the loop stands, after what runs now: first in, first out, in a ring.
 *
 * <p>They make up most of what a simulation does (completions, deliveries without latency), and need neither an order nor
 * a handle. Their sequence numbers tell where they belong among the events of the same instant in the heap.
 *
 * <p>Invariant: all of them are of one instant, since the loop does not go on before they have fired. In steady state
 * nothing is allocated.
 */
final class PresentEvents {

    private static final int INITIAL_CAPACITY = 16;
    private static final Event NOTHING = () -> {};

    private Event[] events = filled(INITIAL_CAPACITY);
    /** For every place the sequence number, and next to it the cause. */
    private long[] sequencesAndCauses = new long[2 * INITIAL_CAPACITY];

    private int first;
    private int count;
    private long timeNanos;

    int size() {
        return count;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Returns the instant of all of them; there must be one. */
    long timeNanos() {
        return timeNanos;
    }

    /** Returns the sequence number of the first one; there must be one. */
    long firstSequence() {
        return sequencesAndCauses[2 * first];
    }

    /** Returns the cause of the first one; there must be one. */
    long firstCause() {
        return sequencesAndCauses[2 * first + 1];
    }

    void add(long newTimeNanos, long sequence, long cause, Event event) {
        if (count == events.length) {
            grow();
        }
        timeNanos = newTimeNanos;
        int at = (first + count) & (events.length - 1);
        events[at] = event;
        sequencesAndCauses[2 * at] = sequence;
        sequencesAndCauses[2 * at + 1] = cause;
        count++;
    }

    /** Removes the first one and returns it; there must be one. */
    Event removeFirst() {
        Event event = events[first];
        events[first] = NOTHING;
        first = (first + 1) & (events.length - 1);
        count--;
        return event;
    }

    private void grow() {
        int old = events.length;
        Event[] newEvents = filled(2 * old);
        long[] numbers = new long[4 * old];
        for (int i = 0; i < count; i++) {
            int from = (first + i) & (old - 1);
            newEvents[i] = events[from];
            numbers[2 * i] = sequencesAndCauses[2 * from];
            numbers[2 * i + 1] = sequencesAndCauses[2 * from + 1];
        }
        events = newEvents;
        sequencesAndCauses = numbers;
        first = 0;
    }

    private static Event[] filled(int length) {
        Event[] nothing = new Event[length];
        Arrays.fill(nothing, NOTHING);
        return nothing;
    }
}
