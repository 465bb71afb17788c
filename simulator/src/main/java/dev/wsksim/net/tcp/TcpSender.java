package dev.wsksim.net.tcp;

import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.packet.TcpFlags;
import dev.wsksim.net.packet.TcpSegment;

/**
 * Sends the user's data: the call SEND, segmentation, the send window, and what acknowledgments do to all that.
 *
 * <p>A segment leaves when the window of the remote end and the congestion window have room for it and it is worth
 * sending: it is full, or it is the rest and nothing is unacknowledged (the Nagle algorithm, RFC
 * 9293 section 3.7.4), or it fills half of the largest window that the remote end ever had (the sender's side of silly
 * window avoidance, section 3.8.6.2.1). Loss is {@link LossRecovery}'s part, waiting is {@link TcpTimers}'.
 */
final class TcpSender {

    private final SimulationLoop loop;
    private final TcpOutput output;
    private final TcpTimers timers;
    private final LossRecovery recovery;
    private final Timestamps timestamps;

    TcpSender(SimulationLoop loop, TcpOutput output, TcpTimers timers, LossRecovery recovery, Timestamps timestamps) {
        this.loop = loop;
        this.output = output;
        this.timers = timers;
        this.recovery = recovery;
        this.timestamps = timestamps;
    }

    /** The user gives data; returns how many bytes of it were taken. */
    int write(TcpConnection connection, byte[] data, int offset, int length) {
        if (connection.closeQueued || !connection.state.mayWrite()) {
            throw new IllegalStateException("nothing can be written to " + connection + " any more");
        }
        int taken = Math.min(length, writable(connection));
        if (taken < length) {
            state(connection).userWaits = true;
        }
        if (taken > 0) {
            state(connection).buffer.append(data, offset, taken);
            transmit(connection);
        }
        return taken;
    }

    /** Returns how many bytes the user could give now. */
    int writable(TcpConnection connection) {
        if (connection.closeQueued || !connection.state.mayWrite()) {
            return 0;
        }
        int usual = connection.parameters.transfer().sendBuffer();
        SendState send = connection.send;
        if (send == null) {
            return usual;
        }
        long window = 2L * Math.min(send.cwnd, connection.sndWnd);
        return (int) Math.max(0, Math.min(Math.max(usual, window), SendState.LARGEST_WINDOW) - send.buffer.length());
    }

    private static SendState state(TcpConnection connection) {
        SendState send = connection.send;
        if (send == null) {
            send = new SendState(
                    connection.iss + 1,
                    connection.parameters.transfer().congestion().create());
            connection.send = send;
        }
        return send;
    }

    /** Sends what may be sent now, and our FIN behind the last of it. */
    void transmit(TcpConnection connection) {
        if (!connection.state.maySend()) {
            return;
        }
        SendState send = connection.send;
        if (send == null) {
            if (connection.closeQueued && !connection.finSent) {
                sendFin(connection);
            }
        } else {
            begin(connection, send);
            recovery.transmit(connection, send, this);
            if (connection.closeQueued && !connection.finSent && send.buffer.end() == connection.sndNxt) {
                sendFin(connection);
            }
        }
        timers.update(connection);
    }

    /** The handshake is over: what it told decides on the first window and the size of segments. */
    private void begin(TcpConnection connection, SendState send) {
        if (send.mss > 0) {
            return;
        }
        send.mss = output.sendMss(connection);
        // A lost SYN leaves one segment (RFC 5681 section 3.1).
        int segments =
                connection.synRepeated ? 1 : connection.parameters.transfer().initialWindowSegments();
        send.cwnd = SendState.clampWindow((long) segments * send.mss);
        send.maxSndWnd = Math.max(send.maxSndWnd, connection.sndWnd);
        send.recoveryPoint = connection.sndUna;
        send.resendNxt = connection.sndUna;
        send.persistNanos = connection.rtoNanos;
    }

    private void sendFin(TcpConnection connection) {
        connection.finSent = true;
        connection.sndNxt++;
        output.sendFin(connection);
    }

    /**
     * Sends data for the first time.
     *
     * @param room how much the congestion window leaves
     */
    void sendNew(TcpConnection connection, SendState send, int room) {
        int left = room;
        send.limitedByCwnd = false;
        while (!connection.finSent) {
            int unsent = send.buffer.end() - connection.sndNxt;
            if (unsent == 0) {
                return;
            }
            int window = connection.sndWnd - (connection.sndNxt - connection.sndUna);
            int wanted = Math.min(unsent, send.mss);
            if (left < wanted && left <= window) {
                send.limitedByCwnd = true;
            }
            int length = Math.min(wanted, Math.min(window, left));
            if (length <= 0 || !isWorthSending(connection, send, length, unsent)) {
                return;
            }
            sendFirst(connection, send, length, length == unsent);
            left -= length;
        }
    }

    private static boolean isWorthSending(TcpConnection connection, SendState send, int length, int unsent) {
        if (length == send.mss) {
            return true;
        }
        boolean nothingOutstanding = connection.sndNxt == connection.sndUna;
        if (length == unsent) {
            return nothingOutstanding || connection.noDelay || connection.closeQueued;
        }
        return nothingOutstanding && 2 * length >= send.maxSndWnd;
    }

    /** Sends what is next, and with the last of it our FIN where the user has closed. */
    private void sendFirst(TcpConnection connection, SendState send, int length, boolean isLast) {
        int sequence = connection.sndNxt;
        boolean fin = isLast && connection.closeQueued;
        connection.sndNxt = sequence + length + (fin ? 1 : 0);
        connection.finSent = fin;
        send.bytesSent += length;
        if (!send.timing) {
            send.timing = true;
            send.timedSequence = connection.sndNxt;
            send.timedNanos = loop.nowNanos();
        }
        int flags = TcpFlags.ACK | (isLast ? TcpFlags.PSH : 0) | (fin ? TcpFlags.FIN : 0);
        output.sendData(connection, sequence, send.buffer.slice(sequence, length), flags);
    }

    /**
     * Sends outstanding data again from a number on, at most a segment and not beyond another number.
     *
     * @return the number behind what was sent
     */
    int resend(TcpConnection connection, SendState send, int sequence, int end, RetransmissionReason reason) {
        int dataEnd = send.buffer.end();
        int limit = SequenceNumbers.less(end, dataEnd) ? end : dataEnd;
        int length = Math.min(send.mss, limit - sequence);
        int behind = sequence + length;
        boolean fin = connection.finSent && behind == dataEnd && behind != end;
        send.timing = false;
        send.bytesResent += length;
        int flags = TcpFlags.ACK | (behind == dataEnd ? TcpFlags.PSH : 0) | (fin ? TcpFlags.FIN : 0);
        if (length == 0) {
            flags = TcpFlags.ACK | TcpFlags.FIN;
        }
        output.reportRetransmission(connection, flags, sequence, length, reason);
        if (length == 0) {
            output.sendFin(connection);
        } else {
            output.sendData(connection, sequence, send.buffer.slice(sequence, length), flags);
        }
        return fin ? behind + 1 : behind;
    }

    /**
     * An acceptable acknowledgment came: takes what it says of the window and of what has arrived (RFC 9293 section
     * 3.10.7.4, fifth step), and sends what it makes room for.
     */
    void acknowledged(TcpConnection connection, TcpSegment segment) {
        int acked = segment.acknowledgment() - connection.sndUna;
        int oldWindow = connection.sndWnd;
        updateWindow(connection, segment);
        if (connection.sndWnd == 0) {
            // Whoever answers with a closed window is there (RFC 1122 section 4.2.2.17).
            connection.retransmissions = 0;
        }
        SendState send = connection.send;
        if (send == null || send.mss == 0) {
            if (acked > 0) {
                connection.sndUna = segment.acknowledgment();
                connection.retransmissions = 0;
                timers.update(connection);
            }
            return;
        }
        send.unansweredProbes = 0;
        boolean sackNews = takeSackBlocks(connection, send, segment);
        if (acked > 0) {
            newlyAcknowledged(connection, send, segment);
            recovery.acknowledged(connection, send, acked, this);
        } else if (acked == 0 && isDuplicate(connection, segment, oldWindow, sackNews)) {
            recovery.duplicate(connection, send, this);
        }
        if (oldWindow == 0 && connection.sndWnd > 0) {
            timers.windowOpened(connection, send);
        }
        transmit(connection);
    }

    private void updateWindow(TcpConnection connection, TcpSegment segment) {
        int sequence = segment.sequence();
        int acknowledgment = segment.acknowledgment();
        boolean newer = SequenceNumbers.less(connection.sndWl1, sequence)
                || (connection.sndWl1 == sequence && SequenceNumbers.lessOrEqual(connection.sndWl2, acknowledgment));
        if (!newer || SequenceNumbers.less(acknowledgment, connection.sndUna)) {
            return;
        }
        connection.sndWnd = segment.window() << connection.sndScale();
        connection.sndWl1 = sequence;
        connection.sndWl2 = acknowledgment;
        SendState send = connection.send;
        if (send != null && connection.sndWnd > send.maxSndWnd) {
            send.maxSndWnd = connection.sndWnd;
        }
    }

    private static boolean takeSackBlocks(TcpConnection connection, SendState send, TcpSegment segment) {
        if (segment.options().sackBlocks().count() == 0 || !connection.sackPermitted()) {
            return false;
        }
        SackScoreboard scoreboard = send.scoreboard;
        if (scoreboard == null) {
            scoreboard = new SackScoreboard();
            send.scoreboard = scoreboard;
        }
        return scoreboard.add(segment.options().sackBlocks(), connection.sndUna, connection.sndNxt);
    }

    private void newlyAcknowledged(TcpConnection connection, SendState send, TcpSegment segment) {
        int acknowledgment = segment.acknowledgment();
        long measured = timestamps.roundTrip(connection, segment);
        if (measured < 0 && send.timing && SequenceNumbers.lessOrEqual(send.timedSequence, acknowledgment)) {
            measured = loop.nowNanos() - send.timedNanos;
        }
        if (send.timing && SequenceNumbers.lessOrEqual(send.timedSequence, acknowledgment)) {
            send.timing = false;
        }
        if (measured >= 0) {
            RoundTrip.sample(connection, measured);
        }
        connection.sndUna = acknowledgment;
        connection.retransmissions = 0;
        send.acknowledgmentUntold = true;
        int dataEnd = send.buffer.end();
        send.buffer.release(SequenceNumbers.less(dataEnd, acknowledgment) ? dataEnd : acknowledgment);
        if (send.scoreboard != null) {
            send.scoreboard.acknowledged(acknowledgment);
        }
        timers.restart(connection);
    }

    /**
     * RFC 5681 section 2 for connections without SACK; RFC 6675 section 2 for those with it: any acknowledgment that
     * tells of data that has arrived out of order.
     */
    private static boolean isDuplicate(TcpConnection connection, TcpSegment segment, int oldWindow, boolean sackNews) {
        if (connection.sackPermitted()) {
            return sackNews;
        }
        return segment.length() == 0
                && oldWindow > 0
                && connection.sndWnd == oldWindow
                && connection.sndNxt != connection.sndUna;
    }

    /** A window that is too small to be worth a segment has stayed so: sends what fits all the same. */
    void overrideSillyWindow(TcpConnection connection, SendState send) {
        int length = Math.min(send.buffer.end() - connection.sndNxt, Math.min(connection.sndWnd, send.mss));
        if (length > 0 && !connection.finSent) {
            sendFirst(connection, send, length, connection.sndNxt + length == send.buffer.end());
        }
    }

    /** Asks with one byte whether the window is still closed; it is the oldest that is not acknowledged. */
    void probeWindow(TcpConnection connection, SendState send) {
        if (connection.sndNxt == connection.sndUna) {
            connection.sndNxt++;
            send.bytesSent++;
        }
        output.sendData(connection, connection.sndUna, send.buffer.slice(connection.sndUna, 1), TcpFlags.ACK);
    }

    /** Tells the user of room, and of what was acknowledged. */
    void tellOfProgress(TcpConnection connection) {
        SendState send = connection.send;
        if (send == null) {
            return;
        }
        tellOfRoom(connection, send);
        if (send.acknowledgmentUntold) {
            send.acknowledgmentUntold = false;
            connection.user().dataAcknowledged(connection);
        }
    }

    /** Tells the user of room, where bytes were refused before and it is worth while now. */
    private void tellOfRoom(TcpConnection connection, SendState send) {
        if (!send.userWaits || !connection.state.mayWrite()) {
            return;
        }
        int room = writable(connection);
        // A buffer that is smaller than a segment never has room for one.
        if (room >= send.mss || (room > 0 && send.buffer.length() == 0)) {
            send.userWaits = false;
            connection.user().spaceFreed(connection);
        }
    }
}
