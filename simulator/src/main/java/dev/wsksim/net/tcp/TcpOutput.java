package dev.wsksim.net.tcp;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.TcpFlags;
import dev.wsksim.net.packet.TcpOptions;
import dev.wsksim.net.packet.TcpSegment;

/** Builds every kind of segment that this TCP sends and gives it to the host's IP layer. */
final class TcpOutput {

    /** What an Ethernet frame of 1500 bytes leaves for data behind the headers (RFC 6691). */
    private static final int MAX_SEGMENT_SIZE_4 = 1460;

    private static final int MAX_SEGMENT_SIZE_6 = 1440;

    /** What the window field of 16 bits can say. */
    private static final int MAX_UNSCALED_WINDOW = 0xFFFF;

    private final IpLayer ip;
    private final int windowScale;
    private final TcpOptions syn4;
    private final TcpOptions syn6;

    TcpOutput(IpLayer ip, int windowScale) {
        this.ip = ip;
        this.windowScale = windowScale;
        this.syn4 = TcpOptions.ofSyn(MAX_SEGMENT_SIZE_4, windowScale, true);
        this.syn6 = TcpOptions.ofSyn(MAX_SEGMENT_SIZE_6, windowScale, true);
    }

    /** Sends SYN: {@code <SEQ=ISS>}. */
    void sendSyn(TcpConnection connection) {
        send(connection, connection.iss, 0, TcpFlags.SYN, offered(connection));
    }

    /** Sends SYN+ACK: {@code <SEQ=ISS><ACK=RCV.NXT>}, with those options that the SYN had (RFC 7323 section 1.3). */
    void sendSynAck(TcpConnection connection) {
        TcpOptions offered = offered(connection);
        TcpOptions remote = connection.remoteOptions;
        TcpOptions options = TcpOptions.ofSyn(
                offered.maxSegmentSize(),
                remote.windowScale() == TcpOptions.ABSENT ? TcpOptions.ABSENT : offered.windowScale(),
                remote.sackPermitted());
        send(connection, connection.iss, connection.rcvNxt, TcpFlags.SYN | TcpFlags.ACK, options);
    }

    /** Sends ACK: {@code <SEQ=SND.NXT><ACK=RCV.NXT>}. */
    void sendAck(TcpConnection connection) {
        send(connection, connection.sndNxt, connection.rcvNxt, TcpFlags.ACK, TcpOptions.NONE);
    }

    /** Sends FIN+ACK with the last sequence number that was used up, for the first time or again. */
    void sendFin(TcpConnection connection) {
        send(connection, connection.sndNxt - 1, connection.rcvNxt, TcpFlags.FIN | TcpFlags.ACK, TcpOptions.NONE);
    }

    /** Sends RST+ACK: {@code <SEQ=SND.NXT><ACK=RCV.NXT>}. */
    void sendRst(TcpConnection connection) {
        send(connection, connection.sndNxt, connection.rcvNxt, TcpFlags.RST | TcpFlags.ACK, TcpOptions.NONE);
    }

    /**
     * Sends RST: {@code <SEQ=SEG.ACK>}, to a segment that acknowledges what was never sent (RFC 9293 section 3.10.7.3).
     */
    void sendRstFor(TcpConnection connection, TcpSegment segment) {
        send(connection, segment.acknowledgment(), 0, TcpFlags.RST, TcpOptions.NONE);
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
        ip.send(new Packet(source, destination, Packet.DEFAULT_HOP_LIMIT, reset));
    }

    private TcpOptions offered(TcpConnection connection) {
        return connection.local().address().family() == IpFamily.IPV4 ? syn4 : syn6;
    }

    private void send(TcpConnection connection, int sequence, int acknowledgment, int flags, TcpOptions options) {
        TcpSegment segment = new TcpSegment(
                connection.local().port(),
                connection.remote().port(),
                sequence,
                acknowledgment,
                flags,
                window(connection, flags),
                options,
                ByteSlice.EMPTY);
        ip.send(new Packet(
                connection.local().address(), connection.remote().address(), Packet.DEFAULT_HOP_LIMIT, segment));
    }

    /**
     * The window is scaled when both SYNs offered to, but never in a SYN, and a RST has none (RFC 7323 section 2.2).
     */
    private int window(TcpConnection connection, int flags) {
        if ((flags & TcpFlags.RST) != 0) {
            return 0;
        }
        boolean scaled = (flags & TcpFlags.SYN) == 0 && connection.remoteOptions.windowScale() != TcpOptions.ABSENT;
        int window = connection.parameters.receiveWindow();
        return Math.min(scaled ? window >> windowScale : window, MAX_UNSCALED_WINDOW);
    }
}
