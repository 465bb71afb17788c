package dev.wsksim.net.link;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.Limits;
import dev.wsksim.engine.RandomStreams;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.DamagedPayload;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.PacketPayload;
import dev.wsksim.net.packet.TcpFlags;
import dev.wsksim.net.packet.TcpOptions;
import dev.wsksim.net.packet.TcpSegment;
import dev.wsksim.trace.Trace;
import dev.wsksim.trace.TraceDigest;
import dev.wsksim.trace.TraceLog;
import dev.wsksim.trace.TraceRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * One link from client to server, and what came out of it:
 *
 * <pre>
 *   client 192.0.2.10  ── conditions ──&gt;  server 192.0.2.20
 * </pre>
 *
 * <p>Packets are told apart by their sequence numbers.
 */
final class LinkBench {

    static final long MILLISECOND = 1_000_000;
    /** The bytes of the headers of a packet without options. */
    static final int HEADERS = 40;

    final SimulationLoop loop = new SimulationLoop(Limits.DEFAULT);
    final Trace trace = new Trace(loop);
    final TraceLog log = new TraceLog();
    final TraceDigest digest = new TraceDigest();
    final LinkEnvironment environment;
    final Link link;
    final Node client = new Node("client", "192.0.2.10");
    final Node server = new Node("server", "192.0.2.20");
    /** The numbers of the packets that arrived, in the order of their arrival. */
    final List<Long> numbers = new ArrayList<>();
    /** When they arrived, in nanoseconds. */
    final List<Long> times = new ArrayList<>();

    final List<Packet> packets = new ArrayList<>();

    LinkBench(LinkCondition... conditions) {
        this(1, LinkConfiguration.of(conditions));
    }

    LinkBench(long seed, LinkConfiguration configuration) {
        trace.addSink(log);
        trace.addSink(digest);
        environment = LinkEnvironment.of(loop, trace, new RandomStreams(seed));
        link = new Link(environment, client, server, configuration);
    }

    /** Sends a packet of so many bytes, headers included, at an instant. */
    void sendAt(long nanos, long number, int bytes) {
        loop.scheduleAt(nanos, () -> link.send(packet(number, bytes)));
    }

    /** Sends so many packets of 100 bytes each, one every millisecond, numbered from 1. */
    LinkBench sendEveryMillisecond(int count) {
        for (int i = 1; i <= count; i++) {
            sendAt(i * MILLISECOND, i, 100);
        }
        loop.run();
        return this;
    }

    static Packet packet(long number, int bytes) {
        byte[] data = new byte[bytes - HEADERS];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) (number + i);
        }
        return segment(number, TcpFlags.ACK, ByteSlice.of(data, 0, data.length));
    }

    static Packet segment(long number, int flags, ByteSlice data) {
        TcpSegment segment = new TcpSegment(1, 2, (int) number, 0, flags, 0, TcpOptions.NONE, data);
        return new Packet(IpAddress.of("192.0.2.10"), IpAddress.of("192.0.2.20"), 128, segment);
    }

    /** Returns the records of a class in their order. */
    <R extends TraceRecord> ImmutableList<R> records(Class<R> type) {
        return log.entries().stream()
                .filter(entry -> type.isInstance(entry.record()))
                .map(entry -> type.cast(entry.record()))
                .collect(ImmutableList.toImmutableList());
    }

    /** Returns the numbers of the packets that were dropped, in order. */
    List<Long> dropped() {
        return records(PacketDropped.class).stream()
                .map(drop -> number(drop.packet()))
                .toList();
    }

    List<String> dropReasons() {
        return records(PacketDropped.class).stream().map(PacketDropped::reason).toList();
    }

    static long number(Packet packet) {
        PacketPayload payload =
                packet.payload() instanceof DamagedPayload damaged ? damaged.original() : packet.payload();
        return payload instanceof TcpSegment segment ? segment.sequence() : -1;
    }

    /** An end of the link. */
    final class Node implements PacketNode {
        private final String name;
        private final IpAddress address;
        private final NodePause pause = new NodePause(loop);

        Node(String name, String address) {
            this.name = name;
            this.address = IpAddress.of(address);
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean isRunning() {
            return true;
        }

        @Override
        public NodePause pause() {
            return pause;
        }

        @Override
        public boolean owns(IpAddress other) {
            return address.equals(other);
        }

        @Override
        public void receive(Packet packet) {
            packets.add(packet);
            numbers.add(number(packet));
            times.add(loop.nowNanos());
        }
    }
}
