package dev.wsksim.net.link;

import dev.wsksim.engine.Event;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.link.PacketQueue.Waiting;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * One direction of the connection between two hosts, or of a host with itself.
 *
 * <p>A packet is judged when it is sent: by its length, by the link being up, by partitions, by what the link keeps, then
 * by each condition in order. What is on its way arrives, even when the link goes down or gets other conditions
 * meanwhile; a host that is not running by then does not get it. Unless a condition reorders, packets arrive in the
 * order in which they were sent, even across a change of conditions. There are two exceptions: packets that were kept and
 * released, and packets that wait in a queue under CoDel when the link gets other conditions, under which later ones may
 * overtake them.
 */
public final class Link {

    private final LinkEnvironment environment;
    private final Trace trace;
    private final String name;
    private final PacketNode from;
    private final PacketNode to;
    private final NodePause senderPause;
    private final NodePause receiverPause;
    private final LinkStreams streams;
    private final Hold hold = new Hold(this);
    private final Transit transit = new Transit();
    private @Nullable Carried idle;
    private LinkPath path;
    private boolean up;
    private long lastArrivalNanos;

    /** Makes a link. */
    public Link(LinkEnvironment environment, PacketNode from, PacketNode to, LinkConfiguration configuration) {
        this.environment = environment;
        this.trace = environment.trace();
        this.from = from;
        this.to = to;
        this.senderPause = from.pause();
        this.receiverPause = to.pause();
        this.name = from.name() + " > " + to.name();
        this.streams = new LinkStreams(environment.randoms(), name);
        this.path = new LinkPath(this, configuration, streams);
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

    /** Returns the most bytes that a packet may have, from the IP header on; longer ones are dropped. */
    public int mtu() {
        return path.mtu();
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

    /**
     * Gives the link other conditions and another MTU for the packets that are sent from now on; whether it is up stays.
     * Queues begin empty, counts at 1; streams of random numbers go on.
     */
    public void setConditions(LinkConfiguration configuration) {
        path = new LinkPath(this, configuration, streams);
        if (trace.isActive()) {
            trace.emit(new LinkConditionsChanged(name, configuration.describe()));
        }
    }

    /** Keeps packets that match, besides those that it keeps already, until they are released. */
    public void hold(PacketMatch match) {
        hold.begin(match);
    }

    /** Tells whether it keeps packets by this very match already. */
    public boolean holds(PacketMatch match) {
        return hold.isFor(match);
    }

    /** Returns how many packets are kept. */
    public int heldPackets() {
        return hold.size();
    }

    /** Lets packets that were kept go on, as if they were sent now in the order that is asked for. */
    public void release(Release release) {
        if (release.endsHold()) {
            hold.end();
        }
        long cause = environment.loop().cause();
        for (Waiting waiting : hold.take(release.chosen(hold.size()))) {
            environment.loop().setCause(waiting.cause());
            if (trace.isActive()) {
                trace.emit(new PacketReleased(waiting.number(), name, waiting.packet()));
            }
            if (passesBarriers(waiting.number(), waiting.packet())) {
                carry(
                        path,
                        0,
                        waiting.number(),
                        waiting.packet(),
                        environment.loop().nowNanos());
            }
        }
        environment.loop().setCause(cause);
    }

    /**
     * Takes a packet to carry; it arrives later, even without latency, or never. While the sender is paused, it is as if
     * it had not come so far as to send it.
     */
    public void send(Packet packet) {
        if (senderPause.isPaused() && from.isRunning()) {
            keepDeparture(packet);
            return;
        }
        long number = environment.numbers().next();
        if (trace.isActive()) {
            trace.emit(new PacketSent(number, name, packet));
        }
        if (!passesBarriers(number, packet) || (hold.isActive() && hold.takes(number, packet))) {
            return;
        }
        carry(path, 0, number, packet, environment.loop().nowNanos());
    }

    private boolean passesBarriers(long number, Packet packet) {
        if (!up) {
            dropped(number, packet, "link is down");
            return false;
        }
        if (packet.wireBytes() > path.mtu()) {
            dropped(number, packet, "longer than the MTU of " + path.mtu() + " bytes");
            return false;
        }
        Partition partition = environment.partitions().cutting(from, to, packet);
        if (partition != null) {
            dropped(number, packet, "partition " + partition.name());
            return false;
        }
        return true;
    }

    LinkEnvironment environment() {
        return environment;
    }

    /** Takes a packet through the conditions of a path from one on; it comes to that one at an instant. */
    void carry(LinkPath along, int first, long number, Packet packet, long timeNanos) {
        if (along.isPlain()) {
            long arrivalNanos = timeNanos + along.plainLatencyNanos();
            arriveAt(arrivalNanos < 0 ? Long.MAX_VALUE : arrivalNanos, along, number, packet);
            return;
        }
        transit.begin(number, packet, timeNanos);
        for (int i = first; i < along.length(); i++) {
            along.stage(i).apply(transit);
            if (transit.isDropped()) {
                dropped(number, transit.packet(), transit.dropReason());
                return;
            }
            if (transit.isTaken()) {
                return;
            }
            if (transit.copies() > 0) {
                carryCopies(along, i + 1, transit.copies());
                return;
            }
        }
        arriveAt(transit.timeNanos(), along, number, transit.packet());
    }

    /** Takes the packet in transit and its copies through the conditions behind, each by itself. */
    private void carryCopies(LinkPath along, int next, int copies) {
        long number = transit.number();
        Packet packet = transit.packet();
        long timeNanos = transit.timeNanos();
        if (trace.isActive()) {
            trace.emit(new PacketDuplicated(number, name, packet, copies));
        }
        long cause = environment.loop().cause();
        for (int i = 0; i <= copies; i++) {
            environment.loop().setCause(cause);
            carry(along, next, number, packet, timeNanos);
        }
    }

    private void arriveAt(long timeNanos, LinkPath along, long number, Packet packet) {
        long arrivalNanos = timeNanos;
        if (along.isOrdered() && arrivalNanos < lastArrivalNanos) {
            arrivalNanos = lastArrivalNanos;
        }
        lastArrivalNanos = Math.max(lastArrivalNanos, arrivalNanos);
        SimulationLoop loop = environment.loop();
        if (arrivalNanos == loop.nowNanos()) {
            loop.post(idleCarried().arriving(number, packet));
        } else {
            loop.scheduleAt(arrivalNanos, idleCarried().arriving(number, packet));
        }
    }

    /** Lets a packet come to a condition of a path at an instant in the future. */
    void comeAgainAt(LinkPath along, int stage, long number, Packet packet, long timeNanos) {
        environment.loop().scheduleAt(timeNanos, idleCarried().comingTo(along, stage, number, packet));
    }

    void dropped(long number, Packet packet, String reason) {
        if (trace.isActive()) {
            trace.emit(new PacketDropped(number, name, packet, reason));
        }
    }

    private void arrived(long number, Packet packet) {
        if (!to.isRunning()) {
            dropped(number, packet, to.name() + " is not running");
            return;
        }
        if (receiverPause.isPaused()) {
            keepArrival(number, packet);
            return;
        }
        if (trace.isActive()) {
            trace.emit(new PacketDelivered(number, name, packet));
        }
        to.receive(packet);
    }

    private void keepDeparture(Packet packet) {
        if (!senderPause.keepDeparture(() -> send(packet))) {
            long number = environment.numbers().next();
            if (trace.isActive()) {
                trace.emit(new PacketSent(number, name, packet));
            }
            dropped(number, packet, from.name() + " is paused and its send queue is full");
        }
    }

    private void keepArrival(long number, Packet packet) {
        if (!receiverPause.keepArrival(() -> arrived(number, packet))) {
            dropped(number, packet, to.name() + " is paused and its receive queue is full");
        } else if (trace.isActive()) {
            trace.emit(new PacketHeld(number, name, packet, to.name() + " is paused"));
        }
    }

    private Carried idleCarried() {
        Carried next = idle;
        if (next == null) {
            return new Carried();
        }
        idle = next.nextIdle;
        return next;
    }

    /** A packet on its way to the far end, or to a condition; used again for another packet once it is there. */
    private final class Carried implements Event {

        private long number;
        private @Nullable Packet packet;
        private @Nullable LinkPath along;
        private int stage;
        private @Nullable Carried nextIdle;

        Carried arriving(long newNumber, Packet newPacket) {
            number = newNumber;
            packet = newPacket;
            return this;
        }

        Carried comingTo(LinkPath newAlong, int newStage, long newNumber, Packet newPacket) {
            along = newAlong;
            stage = newStage;
            return arriving(newNumber, newPacket);
        }

        @Override
        public void fire() {
            Packet carried = packet;
            LinkPath onPath = along;
            if (carried == null) {
                throw new AssertionError("a delivery of link " + name + " fired without a packet");
            }
            packet = null;
            along = null;
            nextIdle = idle;
            idle = this;
            if (onPath == null) {
                arrived(number, carried);
            } else {
                carry(onPath, stage, number, carried, environment.loop().nowNanos());
            }
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
