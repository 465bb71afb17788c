package dev.wsksim.net.tcp;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.SackBlocks;
import dev.wsksim.net.packet.TcpFlags;
import dev.wsksim.net.packet.TcpOptions;
import dev.wsksim.net.packet.TcpSegment;
import dev.wsksim.trace.Trace;

/** Builds every kind of segment that this TCP sends and gives it to the host's IP layer. */
final class TcpOutput {

    private static final int TCP_HEADER = 20;
    private static final int IP_HEADER_4 = 20;
    private static final int IP_HEADER_6 = 40;
    /** What to take where a SYN has no option for it (RFC 9293 section 3.7.1). */
    private static final int DEFAULT_MSS_4 = 536;

    private static final int DEFAULT_MSS_6 = 1220;

    private static final byte[] KEEP_ALIVE_BYTE = {0};
    private static final int TIMESTAMPS_BYTES = 12;
    private static final int SACK_BYTES = 4;
    private static final int SACK_BLOCK_BYTES = 8;

    private final IpLayer ip;
    private final Trace trace;
    private final Timestamps timestamps;
    /** The options of the last SYN, since the next one mostly has the same. */
    private TcpOptions lastOffered = TcpOptions.NONE;

    TcpOutput(IpLayer ip, Trace trace, Timestamps timestamps) {
        this.ip = ip;
        this.trace = trace;
        this.timestamps = timestamps;
    }

    /** Sends SYN: {@code <SEQ=ISS>}. */
    void sendSyn(TcpConnection connection) {
        send(connection, connection.iss, 0, TcpFlags.SYN, offered(connection), ByteSlice.EMPTY);
    }

    /** Sends SYN+ACK: {@code <SEQ=ISS><ACK=RCV.NXT>}, with those options that the SYN had (RFC 7323 section 1.3). */
    void sendSynAck(TcpConnection connection) {
        TcpOptions offered = offered(connection);
        TcpOptions remote = connection.remoteOptions;
        int windowScale = remote.windowScale() == TcpOptions.ABSENT ? TcpOptions.ABSENT : offered.windowScale();
        boolean sack = offered.sackPermitted() && remote.sackPermitted();
        boolean isAllAgreed = windowScale == offered.windowScale() && sack == offered.sackPermitted();
        TcpOptions options = isAllAgreed && !offered.timestamps() && !connection.timestampsOn
                ? offered
                : new TcpOptions(
                        offered.maxSegmentSize(),
                        windowScale,
                        sack,
                        connection.timestampsOn,
                        connection.timestampsOn ? timestamps.now() : 0,
                        connection.timestampsOn ? connection.tsRecent : 0,
                        SackBlocks.NONE);
        send(connection, connection.iss, connection.rcvNxt, TcpFlags.SYN | TcpFlags.ACK, options, ByteSlice.EMPTY);
    }

    /** Sends ACK: {@code <SEQ=SND.NXT><ACK=RCV.NXT>}. */
    void sendAck(TcpConnection connection) {
        send(
                connection,
                connection.sndNxt,
                connection.rcvNxt,
                TcpFlags.ACK,
                options(connection, SackBlocks.MOST),
                ByteSlice.EMPTY);
    }

    /** Sends FIN+ACK with the last sequence number that was used up, for the first time or again. */
    void sendFin(TcpConnection connection) {
        send(
                connection,
                connection.sndNxt - 1,
                connection.rcvNxt,
                TcpFlags.FIN | TcpFlags.ACK,
                options(connection, SackBlocks.MOST),
                ByteSlice.EMPTY);
    }

    /** Sends data, with as many SACK blocks as a segment of the usual size has room for beside it. */
    void sendData(TcpConnection connection, int sequence, ByteSlice data, int flags) {
        SendState send = connection.send;
        int room = send == null ? 0 : send.mss - data.length() - SACK_BYTES;
        TcpOptions options = options(connection, Math.max(room, 0) / SACK_BLOCK_BYTES);
        send(connection, sequence, connection.rcvNxt, flags, options, data);
    }

    /** Sends a probe that the remote end has to answer: {@code <SEQ=SND.NXT-1>} with one byte that it knows already. */
    void sendKeepAlive(TcpConnection connection) {
        ByteSlice rubbish = ByteSlice.of(KEEP_ALIVE_BYTE, 0, 1);
        send(connection, connection.sndNxt - 1, connection.rcvNxt, TcpFlags.ACK, options(connection, 0), rubbish);
    }

    /** Reports that a segment is about to be sent again. */
    void reportRetransmission(
            TcpConnection connection, int flags, int sequence, int length, RetransmissionReason reason) {
        if (trace.isActive()) {
            trace.emit(new SegmentRetransmitted(
                    connection.name(),
                    TcpFlags.text(flags),
                    sequence,
                    length,
                    reason,
                    reason == RetransmissionReason.TIME_OUT ? connection.retransmissions : 0));
        }
    }

    private TcpOptions options(TcpConnection connection, int room) {
        ReceiveState receive = connection.receive;
        SackBlocks blocks = SackBlocks.NONE;
        if (receive != null && receive.hasSackBlocks() && connection.sackPermitted() && room > 0) {
            int most = Math.min(room, connection.timestampsOn ? SackBlocks.MOST - 1 : SackBlocks.MOST);
            blocks = receive.reassembly.blocks(most, receive.duplicateLeft, receive.duplicateRight);
            receive.duplicateLeft = receive.duplicateRight;
        }
        if (!connection.timestampsOn) {
            return blocks.count() == 0 ? TcpOptions.NONE : TcpOptions.NONE.withSackBlocks(blocks);
        }
        return new TcpOptions(
                TcpOptions.ABSENT, TcpOptions.ABSENT, false, true, timestamps.now(), connection.tsRecent, blocks);
    }

    /** Returns how much data a segment to the remote end may carry (RFC 9293 section 3.7.1). */
    int sendMss(TcpConnection connection) {
        int offered = connection.remoteOptions.maxSegmentSize();
        if (offered == TcpOptions.ABSENT) {
            offered = connection.local().address().family() == IpFamily.IPV4 ? DEFAULT_MSS_4 : DEFAULT_MSS_6;
        }
        int most = Math.min(offered, receiveMss(connection));
        return Math.max(1, connection.timestampsOn ? most - TIMESTAMPS_BYTES : most);
    }

    /** Returns how much data a segment to us may carry without timestamps: what the MTU leaves behind the headers. */
    int receiveMss(TcpConnection connection) {
        return ip.mtuTo(connection.remote().address()) - headers(connection);
    }

    private static int headers(TcpConnection connection) {
        return TCP_HEADER + (connection.local().address().family() == IpFamily.IPV4 ? IP_HEADER_4 : IP_HEADER_6);
    }

    /** Returns the window that segments without RST advertise now, in bytes. */
    int advertised(TcpConnection connection) {
        return window(connection, TcpFlags.ACK) << connection.rcvScale();
    }

    /**
     * Sends RST+ACK: {@code <SEQ=SND.NXT><ACK=RCV.NXT>}, or with the right edge of the window where a probe has gone beyond
     * it, since the remote end takes no RST from there.
     */
    void sendRst(TcpConnection connection) {
        int edge = connection.sndUna + connection.sndWnd;
        int sequence = SequenceNumbers.less(edge, connection.sndNxt) ? edge : connection.sndNxt;
        int flags = TcpFlags.RST | TcpFlags.ACK;
        send(connection, sequence, connection.rcvNxt, flags, TcpOptions.NONE, ByteSlice.EMPTY);
    }

    /**
     * Sends RST: {@code <SEQ=SEG.ACK>}, to a segment that acknowledges what was never sent (RFC 9293 section 3.10.7.3).
     */
    void sendRstFor(TcpConnection connection, TcpSegment segment) {
        send(connection, segment.acknowledgment(), 0, TcpFlags.RST, TcpOptions.NONE, ByteSlice.EMPTY);
    }

    /**
     * Answers a segment that belongs to no connection with RST, unless it is a RST itself (RFC 9293 section 3.10.7.1).
     */
    void rejectStray(Packet packet, TcpSegment segment) {
        if (segment.has(TcpFlags.RST)) {
            return;
        }
        int sourcePort = segment.destinationPort();
        int destinationPort = segment.sourcePort();
        TcpSegment reset = segment.has(TcpFlags.ACK)
                ? new TcpSegment(
                        sourcePort,
                        destinationPort,
                        segment.acknowledgment(),
                        0,
                        TcpFlags.RST,
                        0,
                        TcpOptions.NONE,
                        ByteSlice.EMPTY)
                : new TcpSegment(
                        sourcePort,
                        destinationPort,
                        0,
                        segment.sequence() + segment.length(),
                        TcpFlags.RST | TcpFlags.ACK,
                        0,
                        TcpOptions.NONE,
                        ByteSlice.EMPTY);
        IpAddress source = packet.destination();
        IpAddress destination = packet.source();
        ip.send(new Packet(source, destination, ip.defaultHopLimit(), reset));
    }

    private TcpOptions offered(TcpConnection connection) {
        TcpParameters parameters = connection.parameters;
        boolean stamps = parameters.transfer().timestamps();
        int mss = receiveMss(connection);
        TcpOptions last = lastOffered;
        if (!stamps
                && last.maxSegmentSize() == mss
                && last.windowScale() == parameters.windowScale()
                && last.sackPermitted() == parameters.transfer().sack()) {
            return last;
        }
        lastOffered = new TcpOptions(
                mss,
                parameters.windowScale(),
                parameters.transfer().sack(),
                stamps,
                stamps ? timestamps.now() : 0,
                0,
                SackBlocks.NONE);
        return lastOffered;
    }

    private void send(
            TcpConnection connection, int sequence, int acknowledgment, int flags, TcpOptions options, ByteSlice data) {
        if (connection.silent) {
            return;
        }
        TcpSegment segment = new TcpSegment(
                connection.local().port(),
                connection.remote().port(),
                sequence,
                acknowledgment,
                flags,
                window(connection, flags),
                options,
                data);
        if ((flags & TcpFlags.ACK) != 0) {
            acknowledged(connection);
        }
        ConnectionRules rules = connection.rules;
        if (rules != null) {
            rules.send(segment, connection.local(), connection.remote(), ip);
            return;
        }
        ip.send(new Packet(connection.local().address(), connection.remote().address(), ip.defaultHopLimit(), segment));
    }

    /** What leaves acknowledges everything that has come: nothing waits any more. */
    private static void acknowledged(TcpConnection connection) {
        connection.lastAckSent = connection.rcvNxt;
        ReceiveState receive = connection.receive;
        if (receive != null) {
            receive.acknowledged();
        }
    }

    /**
     * The window is scaled when both SYNs offered to, but never in a SYN, and a RST has none (RFC 7323 section 2.2).
     */
    private static int window(TcpConnection connection, int flags) {
        if ((flags & TcpFlags.RST) != 0) {
            return 0;
        }
        int scale = (flags & TcpFlags.SYN) == 0 ? connection.rcvScale() : 0;
        ReceiveState receive = connection.receive;
        return receive == null ? connection.initialWindowField(scale) : receive.advertise(connection.rcvNxt, scale);
    }
}
