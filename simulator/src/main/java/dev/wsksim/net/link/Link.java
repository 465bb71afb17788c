package dev.wsksim.net.link;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.Event;
import dev.wsksim.engine.RandomStream;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One direction of the connection between two hosts, or of a host with itself.
 *
 * <p>A packet is judged when it is sent: by the link being up, then by each condition in order. What is on its way
 * arrives, even when the link goes down meanwhile; a host that is not running by then does not get it.
 */
public final class Link {

    private final SimulationLoop loop;
    private final Trace trace;
    private final PacketCounter numbers;
    private final String name;
    private final PacketNode from;
    private final PacketNode to;
    private final long latencyNanos;
    private final boolean reordering;
    private final ImmutableList<LinkCondition> conditions;
    private final Transit transit = new Transit();
    private final List<Delivery> idleDeliveries = new ArrayList<>();
    private boolean up;
    private long lastArrivalNanos;

    /**
     * Makes a link.
     *
     * @param random the link's own stream, which decides on loss and jitter
     */
    public Link(
            SimulationLoop loop,
            Trace trace,
            PacketCounter numbers,
            RandomStream random,
            PacketNode from,
            PacketNode to,
            LinkConfiguration configuration) {
        this.loop = loop;
        this.trace = trace;
        this.numbers = numbers;
        this.from = from;
        this.to = to;
        this.name = from.name() + " > " + to.name();
        this.latencyNanos = configuration.latency().nanos();
        this.reordering = configuration.reordering();
        this.conditions = LinkConditions.of(configuration, random);
        this.up = configuration.up();
    }

    /** Returns the name by which scenarios and traces know this direction, for example {@code client > server}. */
    public String name() {
        return name;
    }

    /** Returns the end that sends. */
    public PacketNode from() {
        return from;
    }

    /** Returns the end that receives. */
    public PacketNode to() {
        return to;
    }

    /** Tells whether packets are carried now. */
    public boolean isUp() {
        return up;
    }

    /** Lets the link go up or down from now on. */
    public void setUp(boolean newUp) {
        if (up != newUp) {
            up = newUp;
            if (trace.isActive()) {
                trace.emit(new LinkStateChanged(name, up));
            }
        }
    }

    /** Takes a packet to carry; it arrives later, even without latency, or never. */
    public void send(Packet packet) {
        long number = numbers.next();
        if (trace.isActive()) {
            trace.emit(new PacketSent(number, name, packet));
        }
        if (!up) {
            dropped(number, packet, "link is down");
            return;
        }
        transit.begin(latencyNanos);
        for (int i = 0; i < conditions.size(); i++) {
            conditions.get(i).apply(packet, transit);
        }
        if (transit.isDropped()) {
            dropped(number, packet, transit.dropReason());
            return;
        }
        long arrivalNanos = loop.nowNanos() + transit.delayNanos();
        if (arrivalNanos < 0) {
            arrivalNanos = Long.MAX_VALUE;
        }
        if (!reordering && arrivalNanos < lastArrivalNanos) {
            arrivalNanos = lastArrivalNanos;
        }
        lastArrivalNanos = arrivalNanos;
        loop.scheduleAt(arrivalNanos, idleDelivery().carrying(number, packet));
    }

    private void dropped(long number, Packet packet, String reason) {
        if (trace.isActive()) {
            trace.emit(new PacketDropped(number, name, packet, reason));
        }
    }

    private void arrived(long number, Packet packet) {
        if (!to.isRunning()) {
            dropped(number, packet, to.name() + " is not running");
            return;
        }
        if (trace.isActive()) {
            trace.emit(new PacketDelivered(number, name, packet));
        }
        to.receive(packet);
    }

    private Delivery idleDelivery() {
        return idleDeliveries.isEmpty() ? new Delivery() : idleDeliveries.remove(idleDeliveries.size() - 1);
    }

    /** A packet on its way; used again for another packet once it has arrived. */
    private final class Delivery implements Event {

        private long number;
        private @Nullable Packet packet;

        Delivery carrying(long newNumber, Packet newPacket) {
            number = newNumber;
            packet = newPacket;
            return this;
        }

        @Override
        public void fire() {
            Packet carried = packet;
            if (carried == null) {
                throw new AssertionError("a delivery of link " + name + " fired without a packet");
            }
            packet = null;
            idleDeliveries.add(this);
            arrived(number, carried);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
