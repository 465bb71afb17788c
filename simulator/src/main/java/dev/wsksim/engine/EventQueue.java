package dev.wsksim.engine;

import org.jspecify.annotations.Nullable;

/**
 * The pending events of a simulation, ordered by (time, sequence number).
 *
 * <p>Idea: only what comes soon needs to be in order. Entries up to an instant lie in a small {@link NearHeap}; later
 * ones lie unsorted in {@link FarBuckets}, from which the earliest stretch of time is taken whenever the heap is empty.
 * The heap stays in the processor's first cache, and the buckets are read and written straight on, so that with a
 * million pending events most of the time goes into fetching the events themselves, and {@link EventSlots#isAbsent}
 * tells how that is done in batches. An entry is two longs: the time, and a key that {@link EventSlots} gave to the
 * event; comparing times and then keys gives the documented order exactly, in which ever parts the entries lie.
 *
 * <p>With few events, all are near and the heap is everything. When more than {@link #MAX_NEAR} pile up in it, all but
 * its earliest stretch go to the buckets. Where that does not help, because they are all of one instant or all before a
 * stretch that was begun already, the next attempt waits until there are twice as many; so the worst case is that of a
 * heap, O(log n), and attempts cost O(1) per insertion.
 *
 * <p>Invariants: every entry in the heap is at or before {@code nearLast}, every entry in the buckets after it. Each
 * live event has exactly one entry. {@code stale} counts the entries of cancelled events: cancelling forgets the event
 * at once and leaves its entry, which is dropped when it is met, or together with all others when they outnumber the
 * live ones. So a timer that is always cancelled costs little more than its insertion, and what is kept is at most
 * twice what is pending (and {@link #KEPT_STALE}).
 *
 * <p>What is to fire at the present instant and cannot be cancelled goes past all that, through {@link PresentEvents}; the
 * sequence numbers, which all events share, decide between its first one and that of the heap.
 *
 * <p>Limits: those of {@link EventSlots}. In steady state nothing is allocated.
 */
final class EventQueue {

    private static final int MAX_NEAR = 2 * FarBuckets.FEW;
    private static final int KEPT_STALE = 1024;

    private final EventSlots slots = new EventSlots();
    private final NearHeap near = new NearHeap();
    private final FarBuckets far = new FarBuckets(slots);
    private final PresentEvents present = new PresentEvents();
    private final EntryTarget placing = this::place;
    private long nearLast = Long.MAX_VALUE;
    private int maxNear = MAX_NEAR;
    private int stale;
    private int size;
    private boolean foundPresent;

    private long removedTime;
    private long removedSequence;
    private long removedCause;

    /**
     * Inserts an event and takes the next sequence number for it.
     *
     * @param timeNanos the instant at which it is to fire, never negative
     * @param cause the number of the trace record that it follows from, kept for whoever removes it
     * @return a handle for {@link #cancel}, different from every other handle of this queue
     */
    long insert(long timeNanos, long cause, Event event) {
        long key = slots.add(event, cause);
        size++;
        place(timeNanos, key);
        if (near.size() > maxNear) {
            spill();
        }
        return key;
    }

    /**
     * Inserts an event that fires at the present instant, which nothing that is pending comes before, and that cannot be
     * cancelled.
     */
    void insertPresent(long nowNanos, long cause, Event event) {
        size++;
        present.add(nowNanos, slots.takeSequence(), cause, event);
    }

    /** Removes the event with this handle, if it is still pending; tells whether it was. */
    boolean cancel(long handle) {
        if (!slots.contains(handle)) {
            return false;
        }
        slots.remove(handle);
        size--;
        stale++;
        if (stale > KEPT_STALE && stale > slots.size()) {
            dropStale();
        }
        return true;
    }

    /** Tells whether the event with this handle is still pending. */
    boolean isPending(long handle) {
        return slots.contains(handle);
    }

    /** Returns how many events are pending. */
    int size() {
        return size;
    }

    /** Tells whether no event is pending. */
    boolean isEmpty() {
        return size == 0;
    }

    /** Returns the time of the earliest pending event, or {@link Long#MAX_VALUE} where there is none. */
    long earliestTime() {
        return find() ? foundTime() : Long.MAX_VALUE;
    }

    /** Removes the earliest event and returns it, or null where none is pending. */
    @Nullable
    Event removeEarliest() {
        return find() ? removeFound() : null;
    }

    /** Finds the earliest event, for {@link #foundTime} and {@link #removeFound}; tells whether there is one. */
    boolean find() {
        foundPresent = !present.isEmpty() && isPresentNext();
        return foundPresent || findEarliest();
    }

    /** Returns the time of the event found last, while nothing was inserted, removed or cancelled since. */
    long foundTime() {
        return foundPresent ? present.timeNanos() : near.leastTime();
    }

    /** Removes the event found last and returns it, while nothing was inserted, removed or cancelled since. */
    Event removeFound() {
        size--;
        if (foundPresent) {
            removedTime = present.timeNanos();
            removedSequence = present.firstSequence();
            removedCause = present.firstCause();
            return present.removeFirst();
        }
        removedTime = near.leastTime();
        long key = near.leastKey();
        removedSequence = EventSlots.sequence(key);
        removedCause = slots.cause(key);
        near.removeLeast();
        return slots.remove(key);
    }

    /** Tells whether the first event of the present instant comes before what the heap and the buckets have. */
    private boolean isPresentNext() {
        return !findEarliest()
                || near.leastTime() > present.timeNanos()
                || (near.leastTime() == present.timeNanos()
                        && EventSlots.sequence(near.leastKey()) > present.firstSequence());
    }

    /** Returns the time of the event removed last. */
    long removedTime() {
        return removedTime;
    }

    /** Returns the sequence number of the event removed last. */
    long removedSequence() {
        return removedSequence;
    }

    /** Returns the cause with which the event removed last was inserted. */
    long removedCause() {
        return removedCause;
    }

    /** Brings the earliest event to the top of the heap; tells whether there is one. */
    private boolean findEarliest() {
        while (near.size() == 0 || !slots.isLive(near.leastKey())) {
            if (near.size() > 0) {
                near.removeLeast();
                stale--;
            } else if (far.size() > 0) {
                refill();
            } else {
                return false;
            }
        }
        return true;
    }

    /**
     * Fills the empty heap from the buckets; the count of absent events is asked for so that they are fetched in a
     * batch.
     */
    private void refill() {
        int before = far.size();
        nearLast = far.moveEarliestTo(near);
        stale -= before - far.size() - near.size();
        maxNear = Math.max(MAX_NEAR, 2 * near.size());
        if (near.countAbsent(slots) != 0) {
            throw new AssertionError("a live entry of the event queue has no event");
        }
    }

    /** Takes out of the heap what is later than its earliest stretch of time, since too much has piled up. */
    private void spill() {
        int before = near.size() + far.size();
        nearLast = far.moveBase(near.leastTime()) - 1;
        near.giveLive(slots, placing);
        stale -= before - near.size() - far.size();
        if (near.size() == 0 && far.size() > 0) {
            refill();
        }
        maxNear = Math.max(MAX_NEAR, 2 * near.size());
    }

    private void place(long time, long key) {
        if (time > nearLast) {
            far.add(time, key);
        } else {
            near.add(time, key);
        }
    }

    private void dropStale() {
        near.giveLive(slots, near);
        far.dropStale();
        stale = 0;
    }
}
