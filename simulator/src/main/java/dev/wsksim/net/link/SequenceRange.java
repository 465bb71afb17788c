package dev.wsksim.net.link;

/**
 * Sequence numbers of a TCP connection, counted from its SYN, which has 0; the first byte of data has 1.
 *
 * @param first the first number
 * @param last the last number
 */
public record SequenceRange(long first, long last) {

    private static final long SPACE = 1L << 32;

    public SequenceRange {
        if (first < 0 || last < first || last >= SPACE) {
            throw new IllegalArgumentException("not a range of sequence numbers: " + first + " to " + last);
        }
    }

    /** Tells whether one of {@code length} numbers from {@code from} on lies in the range. */
    boolean meets(long from, int length) {
        return length > 0 && from <= last && from + length > first;
    }

    @Override
    public String toString() {
        return first == last ? Long.toString(first) : first + "-" + last;
    }
}
