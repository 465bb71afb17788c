package dev.wsksim.net.tcp;

/** Comparisons of sequence numbers, which wrap around at 2<sup>32</sup> (RFC 9293 section 3.4). */
final class SequenceNumbers {

    private SequenceNumbers() {}

    static boolean less(int a, int b) {
        return a - b < 0;
    }

    static boolean lessOrEqual(int a, int b) {
        return a - b <= 0;
    }

    /** Tells whether a number lies in a window of so many numbers that begins at {@code start}. */
    static boolean inWindow(int number, int start, int size) {
        return Integer.compareUnsigned(number - start, size) < 0;
    }
}
