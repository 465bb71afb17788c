package dev.wsksim.net.link;

/**
 * What waits in a queue whose packets' departures are known: a ring of instants and weights that grows when it has to
 * and otherwise allocates nothing.
 */
final class Backlog {

    private static final int FIRST_CAPACITY = 16;

    private long[] departures = new long[FIRST_CAPACITY];
    private long[] weights = new long[FIRST_CAPACITY];
    private int head;
    private int size;
    private long total;

    /** Forgets what has left up to an instant, that instant included. */
    void leaveUntil(long timeNanos) {
        while (size > 0 && departures[head] <= timeNanos) {
            total -= weights[head];
            head = (head + 1) & (departures.length - 1);
            size--;
        }
    }

    /** Returns the sum of the weights of what waits. */
    long total() {
        return total;
    }

    /** Adds what leaves at an instant, never before what was added earlier. */
    void add(long departureNanos, long weight) {
        if (size == departures.length) {
            grow();
        }
        int tail = (head + size) & (departures.length - 1);
        departures[tail] = departureNanos;
        weights[tail] = weight;
        size++;
        total += weight;
    }

    private void grow() {
        long[] moreDepartures = new long[2 * size];
        long[] moreWeights = new long[2 * size];
        for (int i = 0; i < size; i++) {
            int from = (head + i) & (departures.length - 1);
            moreDepartures[i] = departures[from];
            moreWeights[i] = weights[from];
        }
        departures = moreDepartures;
        weights = moreWeights;
        head = 0;
    }
}
