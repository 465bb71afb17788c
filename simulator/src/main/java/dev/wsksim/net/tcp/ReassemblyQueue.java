package dev.wsksim.net.tcp;

import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.SackBlocks;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Data that came before data in front of it: contiguous runs in order of their sequence numbers, and the order in which
 * SACK options tell of them, the last touched first (RFC 2018 section 4).
 */
final class ReassemblyQueue {

    private final List<Run> runs = new ArrayList<>(2);
    private long touches;

    /** Tells whether there is none. */
    boolean isEmpty() {
        return runs.isEmpty();
    }

    /**
     * Adds data beyond RCV.NXT; what was there already stays as it is.
     *
     * @return how many of the bytes are new
     */
    int add(int sequence, ByteSlice data) {
        int at = sequence;
        int end = sequence + data.length();
        int added = 0;
        // Most data out of order comes behind what came before it.
        int last = runs.size() - 1;
        int index = last >= 0 && SequenceNumbers.lessOrEqual(runs.get(last).left, at) ? last : 0;
        while (at != end) {
            while (index < runs.size()
                    && SequenceNumbers.lessOrEqual(runs.get(index).right, at)
                    && runs.get(index).right != at) {
                index++;
            }
            if (index < runs.size()
                    && SequenceNumbers.lessOrEqual(runs.get(index).left, at)
                    && SequenceNumbers.less(at, runs.get(index).right)) {
                // Known already.
                Run known = runs.get(index);
                known.touched = ++touches;
                at = SequenceNumbers.less(known.right, end) ? known.right : end;
                continue;
            }
            int next = nextLeft(index, at);
            int stop = next < runs.size() && SequenceNumbers.less(runs.get(next).left, end) ? runs.get(next).left : end;
            insert(index, at, data.slice(at - sequence, stop - at));
            added += stop - at;
            at = stop;
            index = Math.max(0, index - 1);
        }
        return added;
    }

    /** Returns the index of the first run that begins behind a number, from an index on. */
    private int nextLeft(int from, int sequence) {
        int index = from;
        while (index < runs.size() && SequenceNumbers.lessOrEqual(runs.get(index).left, sequence)) {
            index++;
        }
        return index;
    }

    /** Adds data that touches no run but at its edges: behind the run at {@code index}, or as a run of its own. */
    private void insert(int index, int sequence, ByteSlice data) {
        int end = sequence + data.length();
        Run run;
        int place = index;
        if (index < runs.size() && runs.get(index).right == sequence) {
            run = runs.get(index);
            run.pieces.add(data);
            run.right = end;
        } else {
            run = new Run(sequence, end);
            run.pieces.add(data);
            runs.add(index, run);
        }
        run.touched = ++touches;
        if (place + 1 < runs.size() && runs.get(place + 1).left == end) {
            Run behind = runs.remove(place + 1);
            run.pieces.addAll(behind.pieces);
            run.right = behind.right;
        }
    }

    /**
     * Moves what is next in order now to the unread bytes.
     *
     * @return RCV.NXT behind it
     */
    int drainInto(ReceiveState receive, int rcvNxt) {
        int next = rcvNxt;
        while (!runs.isEmpty() && SequenceNumbers.lessOrEqual(runs.get(0).left, next)) {
            Run run = runs.remove(0);
            int skip = next - run.left;
            for (ByteSlice piece : run.pieces) {
                if (skip >= piece.length()) {
                    skip -= piece.length();
                } else {
                    ByteSlice rest = piece.slice(skip, piece.length() - skip);
                    skip = 0;
                    receive.append(rest);
                    next += rest.length();
                }
            }
        }
        return next;
    }

    /** Returns up to so many blocks for a SACK option, a duplicate in front (RFC 2883). */
    SackBlocks blocks(int most, int duplicateLeft, int duplicateRight) {
        boolean duplicate = duplicateLeft != duplicateRight;
        int count = Math.min(most, runs.size() + (duplicate ? 1 : 0));
        int[] edges = new int[2 * count];
        int filled = 0;
        if (duplicate) {
            edges[filled++] = duplicateLeft;
            edges[filled++] = duplicateRight;
        }
        long below = Long.MAX_VALUE;
        while (filled < edges.length) {
            Run latest = null;
            for (int i = 0; i < runs.size(); i++) {
                Run run = runs.get(i);
                if (run.touched < below && (latest == null || run.touched > latest.touched)) {
                    latest = run;
                }
            }
            if (latest == null) {
                throw new AssertionError("fewer runs than blocks");
            }
            edges[filled++] = latest.left;
            edges[filled++] = latest.right;
            below = latest.touched;
        }
        return SackBlocks.of(edges);
    }

    private static final class Run {
        private final int left;
        private final ArrayDeque<ByteSlice> pieces = new ArrayDeque<>(4);
        private int right;
        private long touched;

        Run(int left, int right) {
            this.left = left;
            this.right = right;
        }
    }
}
