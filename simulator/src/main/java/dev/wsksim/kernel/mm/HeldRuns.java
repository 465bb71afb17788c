package dev.wsksim.kernel.mm;

import java.util.Arrays;

/** The runs of bytes of one block that pending requests have, and which of them are written. */
final class HeldRuns {

    /** For each run: where it begins, and how many bytes it has, as a negative number less one where they are written. */
    private static final int WORDS = 2;

    private static final int[] NONE = {};

    private int[] runs = NONE;
    private int count;

    boolean isEmpty() {
        return count == 0;
    }

    /** Tells whether a request would write bytes that another one has, or has bytes that another one writes. */
    boolean collides(int from, int bytes, boolean writes) {
        for (int i = 0; i < count; i++) {
            int start = runs[i * WORDS];
            int coded = runs[i * WORDS + 1];
            int length = coded < 0 ? -coded - 1 : coded;
            boolean isWritten = writes || coded < 0;
            if (isWritten && bytes > 0 && length > 0 && from < start + length && start < from + bytes) {
                return true;
            }
        }
        return false;
    }

    void add(int from, int bytes, boolean writes) {
        if (count * WORDS == runs.length) {
            runs = Arrays.copyOf(runs, runs.length + WORDS);
        }
        runs[count * WORDS] = from;
        runs[count * WORDS + 1] = coded(bytes, writes);
        count++;
    }

    /** Takes out a run that was added with the same arguments. */
    void remove(int from, int bytes, boolean writes) {
        int coded = coded(bytes, writes);
        for (int i = 0; i < count; i++) {
            if (runs[i * WORDS] == from && runs[i * WORDS + 1] == coded) {
                count--;
                runs[i * WORDS] = runs[count * WORDS];
                runs[i * WORDS + 1] = runs[count * WORDS + 1];
                return;
            }
        }
        throw new AssertionError("nobody has " + bytes + " bytes from " + from + " on");
    }

    private static int coded(int bytes, boolean writes) {
        return writes ? -bytes - 1 : bytes;
    }
}
