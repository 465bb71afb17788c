package dev.wsksim.net.host;

import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.link.Link;
import dev.wsksim.net.packet.NeighborMessage;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.trace.Trace;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The neighbours of an interface that asks for link addresses before it sends (RFC 826, RFC 4861 section 7.2).
 *
 * <p>A neighbour is asked for three times, a second apart (RETRANS_TIMER and MAX_MULTICAST_SOLICIT of RFC 4861 section
 * 10, which Windows has for both families since Vista); packets wait meanwhile. An answer is believed for 30 seconds
 * (REACHABLE_TIME), after which the neighbour is asked for again before the next packet.
 *
 * <p>Assumptions: REACHABLE_TIME is not varied at random; there are no STALE, DELAY and PROBE; {@value #MAX_WAITING}
 * packets wait for a neighbour, and the oldest makes room.
 */
final class NeighborTable {

    static final int MAX_SOLICITATIONS = 3;
    static final long RETRANS_TIMER_NANOS = 1_000_000_000L;
    static final long REACHABLE_TIME_NANOS = 30_000_000_000L;
    static final int MAX_WAITING = 3;

    private final NetworkInterface own;
    private final SimulationLoop loop;
    private final Trace trace;
    private final Consumer<Packet> unreachable;
    private final Map<IpAddress, Entry> entries = new LinkedHashMap<>();

    /** Makes an empty table that gives packets to {@code unreachable} whose neighbour does not answer. */
    NeighborTable(NetworkInterface own, SimulationLoop loop, Trace trace, Consumer<Packet> unreachable) {
        this.own = own;
        this.loop = loop;
        this.trace = trace;
        this.unreachable = unreachable;
    }

    /** One neighbour. */
    private static final class Entry {
        private final Deque<Packet> waiting = new ArrayDeque<>();
        private @Nullable Link link;
        private long reachableUntilNanos;
        private int solicitations;
        private long timer = SimulationLoop.NO_HANDLE;
    }

    /** Sends a packet to a neighbour, as soon as its link address is known. */
    void send(Packet packet, IpAddress neighbor) {
        Entry entry = entries.get(neighbor);
        if (entry != null && entry.link != null && loop.nowNanos() < entry.reachableUntilNanos) {
            entry.link.send(packet);
            return;
        }
        if (entry == null || entry.link != null) {
            entry = new Entry();
            entries.put(neighbor, entry);
            changed(neighbor, NeighborState.INCOMPLETE);
            solicit(neighbor, entry, packet.source());
        }
        if (entry.waiting.size() == MAX_WAITING) {
            own.host().discard(entry.waiting.remove(), "too many packets wait for neighbour " + neighbor);
        }
        entry.waiting.add(packet);
    }

    private void solicit(IpAddress neighbor, Entry entry, IpAddress asker) {
        entry.solicitations++;
        IpAddress source = own.owns(asker) ? asker : own.firstAddress(neighbor.family());
        NeighborMessage question = new NeighborMessage(neighbor.family(), false, neighbor, own.linkAddress());
        for (Link link : own.links()) {
            link.send(new Packet(source, NeighborMessage.destination(neighbor), NeighborMessage.HOP_LIMIT, question));
        }
        entry.timer = loop.schedule(RETRANS_TIMER_NANOS, () -> unanswered(neighbor, entry, asker));
    }

    private void unanswered(IpAddress neighbor, Entry entry, IpAddress asker) {
        if (entry.solicitations < MAX_SOLICITATIONS) {
            solicit(neighbor, entry, asker);
            return;
        }
        entries.remove(neighbor);
        changed(neighbor, NeighborState.FAILED);
        entry.waiting.forEach(unreachable);
    }

    /** Learns that a neighbour has an address, from its answer or its question. */
    void learn(IpAddress neighbor) {
        Link link = own.linkTo(neighbor);
        Entry entry = entries.get(neighbor);
        if (link == null) {
            return;
        }
        if (entry == null) {
            entry = new Entry();
            entries.put(neighbor, entry);
        }
        loop.cancel(entry.timer);
        entry.reachableUntilNanos = loop.nowNanos() + REACHABLE_TIME_NANOS;
        if (entry.link == null) {
            entry.link = link;
            changed(neighbor, NeighborState.REACHABLE);
        }
        while (!entry.waiting.isEmpty()) {
            link.send(entry.waiting.remove());
        }
    }

    /** Tells whether an answer of this neighbour is waited for. */
    boolean isAskedFor(IpAddress neighbor) {
        Entry entry = entries.get(neighbor);
        return entry != null && entry.link == null;
    }

    /** Forgets all neighbours and the packets that wait for them. */
    void clear() {
        entries.values().forEach(entry -> loop.cancel(entry.timer));
        entries.clear();
    }

    private void changed(IpAddress neighbor, NeighborState state) {
        if (trace.isActive()) {
            trace.emit(new NeighborStateChanged(own.toString(), neighbor, state));
        }
    }
}
