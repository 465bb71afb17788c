package dev.wsksim.export;

import com.google.common.collect.ImmutableMap;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.IrpCompleted;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.link.PacketDelivered;
import dev.wsksim.net.link.PacketDropped;
import dev.wsksim.net.link.PacketSent;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.TcpFlags;
import dev.wsksim.net.packet.TcpOptions;
import dev.wsksim.net.packet.TcpSegment;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.CallSubject;
import dev.wsksim.wsk.call.WskCallEntered;
import java.util.ArrayList;
import java.util.List;

/** A trace put together entry by entry, and records to put into it. */
final class HandmadeTrace {

    static final IpAddress CLIENT = IpAddress.of("192.0.2.10");
    static final IpAddress SERVER = IpAddress.of("192.0.2.20");
    static final String THERE = "client > server";
    static final String BACK = "server > client";
    static final Packet SYN = packet(CLIENT, SERVER, 100, 0, TcpFlags.SYN, TcpOptions.ofSyn(1460, 8, true));
    static final Packet SYN_ACK =
            packet(SERVER, CLIENT, 500, 101, TcpFlags.SYN | TcpFlags.ACK, TcpOptions.ofSyn(1460, 8, true));
    static final Packet ACK = packet(CLIENT, SERVER, 101, 501, TcpFlags.ACK, TcpOptions.NONE);

    private final List<TraceEntry> entries = new ArrayList<>();

    /** Adds an entry and returns its number. */
    long add(long timeNanos, long cause, TraceRecord record) {
        long number = entries.size() + 1L;
        entries.add(new TraceEntry(number, timeNanos, cause, record));
        return number;
    }

    List<TraceEntry> entries() {
        return List.copyOf(entries);
    }

    /**
     * Returns a connect that succeeds: a call, its SYN, a SYN+ACK that arrives after 2 ms, an ACK at once, and the
     * completion.
     */
    static HandmadeTrace ofConnect() {
        HandmadeTrace trace = new HandmadeTrace();
        long called = trace.add(0, 0, called());
        long syn = trace.add(0, called, sent(1, THERE, SYN));
        long synThere = trace.add(1_000_000, syn, delivered(1, THERE, SYN));
        long synAck = trace.add(1_000_000, synThere, sent(2, BACK, SYN_ACK));
        long synAckHere = trace.add(2_000_001, synAck, delivered(2, BACK, SYN_ACK));
        long ack = trace.add(2_000_001, synAckHere, sent(3, THERE, ACK));
        trace.add(2_000_001, ack, completed());
        return trace;
    }

    static PacketSent sent(long number, String link, Packet packet) {
        return new PacketSent(number, link, packet);
    }

    static PacketDelivered delivered(long number, String link, Packet packet) {
        return new PacketDelivered(number, link, packet);
    }

    static PacketDropped dropped(long number, String link, Packet packet) {
        return new PacketDropped(number, link, packet, "loss");
    }

    static WskCallEntered called() {
        return new WskCallEntered(
                WskFunction.WskSocketConnect, 1, "System", Irql.PASSIVE_LEVEL, ImmutableMap.of(), CallSubject.NONE);
    }

    static IrpCompleted completed() {
        return new IrpCompleted(
                1, "WskSocketConnect", NtStatus.STATUS_SUCCESS, 0, false, Irql.DISPATCH_LEVEL, false, "no routine");
    }

    private static Packet packet(
            IpAddress source, IpAddress destination, int sequence, int acknowledgment, int flags, TcpOptions options) {
        boolean fromClient = source.equals(CLIENT);
        TcpSegment segment = new TcpSegment(
                fromClient ? 49152 : 445,
                fromClient ? 445 : 49152,
                sequence,
                acknowledgment,
                flags,
                65535,
                options,
                ByteSlice.EMPTY);
        return new Packet(source, destination, Packet.DEFAULT_HOP_LIMIT, segment);
    }
}
