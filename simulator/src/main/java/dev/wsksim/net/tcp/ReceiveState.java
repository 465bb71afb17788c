package dev.wsksim.net.tcp;

import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.packet.ByteSlice;
import java.util.ArrayDeque;

/**
 * What the receiving side of a connection keeps once data has come: the bytes that the user has not read, what came out of
 * order, and the window. A connection that never received data has none.
 */
final class ReceiveState {

    private static final int MAX_FIELD = 0xFFFF;

    final ReassemblyQueue reassembly = new ReassemblyQueue();
    final DelayedAckTimer delayedAck;
    /** How much data a segment brings at most. */
    final int mss;

    /** How many bytes may be unread. */
    int capacity;
    /** RCV.NXT + RCV.WND as last advertised; the window never shrinks below it. */
    int rcvAdv;
    /** How many segments with data wait for an acknowledgment. */
    int unacknowledged;
    /** Whether an acknowledgment is due at once. */
    boolean ackNow;
    /** Whether a segment is being processed, so that what the user does now is acknowledged at its end. */
    boolean inArrival;
    /** The duplicate that the next SACK option tells of (RFC 2883); empty where both are equal. */
    int duplicateLeft;

    int duplicateRight;
    /** Since when bytes read are counted to see how fast the user is, and how many it were. */
    long readSinceNanos;

    int readBytes;
    /** Whether the remote end's FIN has come before data in front of it, and its sequence number. */
    boolean finPending;

    int finSequence;
    /** Whether a segment with the PSH bit has come, and the number behind the last one. */
    boolean pushed;

    int pushedEnd;
    /** How many bytes have come in order altogether. */
    long bytesReceived;

    private final ArrayDeque<ByteSlice> unread = new ArrayDeque<>(4);
    private int unreadBytes;
    /** How much of the first slice was read. */
    private int firstRead;

    ReceiveState(SimulationLoop loop, TcpConnection connection, int capacity, int rcvAdv, int mss) {
        this.mss = mss;
        this.delayedAck = new DelayedAckTimer(connection);
        this.capacity = capacity;
        this.rcvAdv = rcvAdv;
        this.readSinceNanos = loop.nowNanos();
    }

    /** Tells whether a SACK option has anything to tell. */
    boolean hasSackBlocks() {
        return duplicateLeft != duplicateRight || !reassembly.isEmpty();
    }

    /** An acknowledgment leaves: none is due any more. */
    void acknowledged() {
        unacknowledged = 0;
        ackNow = false;
        delayedAck.disarm();
    }

    /**
     * Moves the right edge of the window, where that is worth it, and never back.
     *
     * @return the window field, scaled
     */
    int advertise(int rcvNxt, int scale) {
        int told = Math.max(rcvAdv - rcvNxt, 0);
        int free = Math.max(capacity - unreadBytes, 0);
        int window = free - told >= Math.min(capacity / 2, mss) ? free : told;
        // Rounded up as long as there is room for it; else the edge that the remote end sees goes back by less than a
        // unit
        // of the scale (RFC 7323 section 2.4), but what it was told before is still taken.
        int up = (window + (1 << scale) - 1) >> scale;
        boolean fits = unreadBytes == 0 || up << scale <= free;
        int field = Math.min(fits ? up : window >> scale, MAX_FIELD);
        rcvAdv = rcvNxt + Math.max(field << scale, told);
        return field;
    }

    /** Returns RCV.WND: how much may arrive now. */
    int window(int rcvNxt) {
        return Math.max(rcvAdv - rcvNxt, 0);
    }

    /** Returns how many bytes the user can read. */
    int unreadBytes() {
        return unreadBytes;
    }

    /** Adds data that is next in order. */
    void append(ByteSlice data) {
        unread.add(data);
        unreadBytes += data.length();
        bytesReceived += data.length();
    }

    /** Copies unread bytes out, and forgets them. */
    int read(byte[] into, int offset, int length) {
        int done = 0;
        while (done < length && unreadBytes > 0) {
            ByteSlice slice = unread.getFirst();
            int count = Math.min(length - done, slice.length() - firstRead);
            slice.copyTo(firstRead, into, offset + done, count);
            done += count;
            unreadBytes -= count;
            firstRead += count;
            if (firstRead == slice.length()) {
                unread.removeFirst();
                firstRead = 0;
            }
        }
        return done;
    }
}
