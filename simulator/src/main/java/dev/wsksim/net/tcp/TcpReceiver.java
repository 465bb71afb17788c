package dev.wsksim.net.tcp;

import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.TcpFlags;
import dev.wsksim.net.packet.TcpSegment;

/**
 * Takes data: the segment text of RFC 9293 section 3.10.7.4 (seventh step), the call RECEIVE, the window, and when to
 * acknowledge.
 *
 * <p>Every second segment is acknowledged at once, a single one after a delay (RFC 5681 section 4.2); data out of order,
 * data that fills a gap and data that was there already are acknowledged at once. The window opens as the user reads, in
 * steps that are worth it (receiver's side of silly window avoidance, RFC 9293 section 3.8.6.2.2), and grows with the speed
 * of the user: as much as was read in a round trip, twice, as Windows' receive window auto-tuning does in effect
 * (assumption: its law is not documented).
 */
final class TcpReceiver {

    /** How much the window is larger than what is needed, so that it is never what holds the sender back. */
    private static final long SPARE_SEGMENTS = 16;

    private static final long SHORTEST_ROUND_TRIP_NANOS = 1_000_000;

    private final SimulationLoop loop;
    private final TcpOutput output;

    TcpReceiver(SimulationLoop loop, TcpOutput output) {
        this.loop = loop;
        this.output = output;
    }

    /** Takes the text of an acceptable segment, cut to the window. */
    void textArrived(TcpConnection connection, TcpSegment segment) {
        ByteSlice data = segment.data();
        int sequence = segment.sequence();
        ReceiveState receive = state(connection);
        receive.inArrival = true;
        notePush(receive, segment);
        int known = connection.rcvNxt - sequence;
        if (known > 0) {
            noteDuplicate(connection, receive, sequence, Math.min(known, data.length()));
            if (known >= data.length()) {
                receive.ackNow = true;
                return;
            }
            data = data.slice(known, data.length() - known);
            sequence = connection.rcvNxt;
        }
        int room = receive.rcvAdv - sequence;
        if (data.length() > room) {
            receive.ackNow = true;
            if (room <= 0) {
                return;
            }
            data = data.slice(0, room);
        }
        if (sequence == connection.rcvNxt) {
            nextArrived(connection, receive, data);
        } else {
            if (receive.reassembly.add(sequence, data) == 0) {
                noteDuplicate(connection, receive, sequence, data.length());
            }
            receive.ackNow = true;
        }
    }

    private static void notePush(ReceiveState receive, TcpSegment segment) {
        int end = segment.sequence() + segment.data().length();
        if (segment.has(TcpFlags.PSH) && (!receive.pushed || SequenceNumbers.less(receive.pushedEnd, end))) {
            receive.pushed = true;
            receive.pushedEnd = end;
        }
    }

    private static void noteDuplicate(TcpConnection connection, ReceiveState receive, int sequence, int length) {
        if (connection.sackPermitted()) {
            receive.duplicateLeft = sequence;
            receive.duplicateRight = sequence + length;
        }
    }

    private void nextArrived(TcpConnection connection, ReceiveState receive, ByteSlice data) {
        receive.append(data);
        connection.rcvNxt += data.length();
        receive.unacknowledged++;
        if (!receive.reassembly.isEmpty()) {
            receive.ackNow = true;
            connection.rcvNxt = receive.reassembly.drainInto(receive, connection.rcvNxt);
        }
        connection.user().dataArrived(connection);
    }

    /** Data came that was there already: the acknowledgment that answers it tells so (RFC 2883). */
    void duplicateArrived(TcpConnection connection, TcpSegment segment) {
        int length = segment.data().length();
        if (connection.receive != null && length > 0 && SequenceNumbers.less(segment.sequence(), connection.rcvNxt)) {
            noteDuplicate(connection, connection.receive, segment.sequence(), length);
        }
    }

    /** A FIN came before data in front of it. */
    void finArrivedEarly(TcpConnection connection, int sequence) {
        ReceiveState receive = state(connection);
        receive.finPending = true;
        receive.finSequence = sequence;
        receive.ackNow = true;
    }

    private ReceiveState state(TcpConnection connection) {
        ReceiveState receive = connection.receive;
        if (receive == null) {
            int capacity = connection.initialWindow();
            int rcvAdv = connection.rcvNxt + output.advertised(connection);
            receive = new ReceiveState(loop, connection, capacity, rcvAdv, output.receiveMss(connection));
            connection.receive = receive;
        }
        return receive;
    }

    /** The processing of a segment ends: acknowledges now, or sees to it that it happens soon. */
    void acknowledge(TcpConnection connection) {
        ReceiveState receive = connection.receive;
        if (receive == null || connection.state == TcpState.CLOSED) {
            return;
        }
        receive.inArrival = false;
        TransferParameters transfer = connection.parameters.transfer();
        if (receive.ackNow
                || receive.unacknowledged >= transfer.delayedAckSegments()
                || isUpdateDue(connection, receive)) {
            output.sendAck(connection);
        } else if (receive.unacknowledged > 0 && !receive.delayedAck.isArmed()) {
            receive.delayedAck.arm(transfer.delayedAckNanos());
        }
    }

    /** The delay of an acknowledgment is over. */
    void delayedAckFired(TcpConnection connection) {
        ReceiveState receive = connection.receive;
        if (receive != null && receive.unacknowledged > 0) {
            output.sendAck(connection);
        }
    }

    /** The user reads; returns how many bytes there were. */
    int read(TcpConnection connection, byte[] into, int offset, int length) {
        ReceiveState receive = connection.receive;
        if (receive == null) {
            return 0;
        }
        int count = receive.read(into, offset, length);
        tune(connection, receive, count);
        if (!receive.inArrival && connection.state.mayReceive() && isUpdateDue(connection, receive)) {
            output.sendAck(connection);
        }
        return count;
    }

    /** Whether the window has opened far enough since it was last told of. */
    private static boolean isUpdateDue(TcpConnection connection, ReceiveState receive) {
        int told = receive.window(connection.rcvNxt);
        int most = Math.min(receive.capacity - receive.unreadBytes(), connection.largestRcvWnd());
        int opened = most - told;
        if (opened <= 0) {
            return false;
        }
        int mss = receive.mss;
        if (told < mss) {
            return opened >= Math.min(receive.capacity / 2, mss);
        }
        return opened >= Math.max(2 * mss, receive.capacity / 4);
    }

    private void tune(TcpConnection connection, ReceiveState receive, int count) {
        receive.readBytes += count;
        long now = loop.nowNanos();
        if (now - receive.readSinceNanos < Math.max(connection.srttNanos, SHORTEST_ROUND_TRIP_NANOS)) {
            return;
        }
        int limit = Math.min(connection.parameters.transfer().receiveBufferLimit(), connection.largestRcvWnd());
        // A user that read less than half of a window in a round trip has no use for a larger one.
        boolean grows = connection.receiveBuffer == 0 && receive.capacity < limit;
        if (grows && 2L * receive.readBytes > receive.capacity) {
            receive.capacity = (int) Math.min(2L * receive.readBytes + SPARE_SEGMENTS * receive.mss, limit);
        }
        receive.readBytes = 0;
        receive.readSinceNanos = now;
    }
}
