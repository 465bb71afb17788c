package dev.wsksim.net.tcp;

import dev.wsksim.net.packet.SackBlocks;
import java.util.Arrays;

/**
 * Which data beyond SND.UNA has arrived, as SACK options told: the scoreboard of RFC 6675 section 3, as ranges in order.
 */
final class SackScoreboard {

    private static final int INITIAL_RANGES = 8;

    private int[] lefts = new int[INITIAL_RANGES];
    private int[] rights = new int[INITIAL_RANGES];
    private int count;

    /** Tells whether nothing is known to have arrived. */
    boolean isEmpty() {
        return count == 0;
    }

    /** Forgets everything. */
    void clear() {
        count = 0;
    }

    /**
     * Takes the blocks of an option, as far as they lie between SND.UNA and SND.NXT; others are old, duplicates (RFC
     * 2883) or wrong.
     *
     * @return whether anything was news
     */
    boolean add(SackBlocks blocks, int sndUna, int sndNxt) {
        boolean news = false;
        for (int block = 0; block < blocks.count(); block++) {
            int left = blocks.left(block);
            int right = blocks.right(block);
            if (SequenceNumbers.less(left, right)
                    && SequenceNumbers.lessOrEqual(sndUna, left)
                    && SequenceNumbers.lessOrEqual(right, sndNxt)) {
                news |= add(left, right);
            }
        }
        return news;
    }

    private boolean add(int left, int right) {
        int from = firstEndingAtOrAfter(left);
        if (from < count
                && SequenceNumbers.lessOrEqual(lefts[from], left)
                && SequenceNumbers.lessOrEqual(right, rights[from])) {
            return false;
        }
        int to = from;
        int newLeft = left;
        int newRight = right;
        while (to < count && SequenceNumbers.lessOrEqual(lefts[to], right)) {
            newLeft = SequenceNumbers.less(lefts[to], newLeft) ? lefts[to] : newLeft;
            newRight = SequenceNumbers.less(newRight, rights[to]) ? rights[to] : newRight;
            to++;
        }
        replace(from, to, newLeft, newRight);
        return true;
    }

    private void replace(int from, int to, int left, int right) {
        int newCount = count - (to - from) + 1;
        if (newCount > lefts.length) {
            lefts = Arrays.copyOf(lefts, 2 * lefts.length);
            rights = Arrays.copyOf(rights, 2 * rights.length);
        }
        System.arraycopy(lefts, to, lefts, from + 1, count - to);
        System.arraycopy(rights, to, rights, from + 1, count - to);
        lefts[from] = left;
        rights[from] = right;
        count = newCount;
    }

    /** Forgets what lies before SND.UNA. */
    void acknowledged(int sndUna) {
        int gone = 0;
        while (gone < count && SequenceNumbers.lessOrEqual(rights[gone], sndUna)) {
            gone++;
        }
        if (gone > 0) {
            System.arraycopy(lefts, gone, lefts, 0, count - gone);
            System.arraycopy(rights, gone, rights, 0, count - gone);
            count -= gone;
        }
        if (count > 0 && SequenceNumbers.less(lefts[0], sndUna)) {
            lefts[0] = sndUna;
        }
    }

    /**
     * Returns the sequence number below which everything that has not arrived is lost: IsLost of RFC 6675 section 4, with
     * DupThresh three. It is {@code sndUna} where nothing is.
     */
    int lostBelow(int sndUna, int mss) {
        int above = 0;
        for (int range = count - 1; range >= 0; range--) {
            above += rights[range] - lefts[range];
            if (count - range >= LossRecovery.DUP_THRESH || above > (LossRecovery.DUP_THRESH - 1) * mss) {
                return lefts[range];
            }
        }
        return sndUna;
    }

    /** Returns the number behind the highest byte that is known to have arrived, or {@code otherwise}. */
    int highest(int otherwise) {
        return count == 0 ? otherwise : rights[count - 1];
    }

    /** Returns how many bytes from one number up to, but without, another are not known to have arrived. */
    int missing(int from, int to) {
        if (!SequenceNumbers.less(from, to)) {
            return 0;
        }
        int missing = to - from;
        for (int range = firstEndingAtOrAfter(from); range < count; range++) {
            if (!SequenceNumbers.less(lefts[range], to)) {
                break;
            }
            int left = SequenceNumbers.less(lefts[range], from) ? from : lefts[range];
            int right = SequenceNumbers.less(to, rights[range]) ? to : rights[range];
            missing -= Math.max(right - left, 0);
        }
        return missing;
    }

    /** Returns the first number from {@code sequence} on that is not known to have arrived. */
    int skip(int sequence) {
        int range = firstEndingAtOrAfter(sequence);
        while (range < count && SequenceNumbers.lessOrEqual(lefts[range], sequence)) {
            if (SequenceNumbers.less(sequence, rights[range])) {
                return rights[range];
            }
            range++;
        }
        return sequence;
    }

    /** Returns where the first range behind {@code sequence} begins, or {@code end} where there is none before it. */
    int nextArrived(int sequence, int end) {
        int range = firstEndingAtOrAfter(sequence);
        while (range < count && SequenceNumbers.lessOrEqual(rights[range], sequence)) {
            range++;
        }
        return range < count && SequenceNumbers.less(lefts[range], end) ? lefts[range] : end;
    }

    /** Finds by bisection the first range whose right edge is not before a number. */
    private int firstEndingAtOrAfter(int sequence) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (SequenceNumbers.less(rights[middle], sequence)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
