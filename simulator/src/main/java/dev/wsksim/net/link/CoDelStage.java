package dev.wsksim.net.link;

import dev.wsksim.engine.Event;
import dev.wsksim.net.link.PacketQueue.Waiting;

/**
 * Applies {@link Bandwidth} with CoDel.
 *
 * <p>CoDel judges a packet when it leaves the queue, by what waits behind it then. So there is, unlike with other
 * policies, one event for each packet that is taken from the queue, at the instant at which the wire is free for it.
 */
final class CoDelStage extends LinkStage implements Event {

    private final Transmitter transmitter;
    private final QueueLimit limit;
    private final StageSurroundings surroundings;
    private final PacketQueue queue = new PacketQueue();
    private final CoDelControl control;
    private final String full;
    /** What the packet that is being sent counts, until its last bit has left. */
    private long sendingWeight;

    private boolean busy;

    CoDelStage(
            Transmitter transmitter, QueueLimit limit, QueuePolicy.CoDel parameters, StageSurroundings surroundings) {
        this.transmitter = transmitter;
        this.limit = limit;
        this.surroundings = surroundings;
        this.control = new CoDelControl(parameters, surroundings.mtu(), queue, surroundings);
        this.full = "queue of " + limit + " is full";
    }

    @Override
    void apply(Transit transit) {
        long now = surroundings.loop().nowNanos();
        if (transit.timeNanos() > now) {
            // A condition in front has delayed it; who waits can be told only when it comes.
            transit.take();
            surroundings.comeAgainAt(transit.timeNanos(), transit.number(), transit.packet());
        } else if (waiting() + limit.weight(transit.packet().wireBytes()) > limit.amount()) {
            transit.drop(full);
        } else {
            transit.take();
            queue.add(new Waiting(
                    transit.number(), transit.packet(), now, surroundings.loop().cause()));
            if (!busy) {
                busy = true;
                surroundings.loop().schedule(0, this);
            }
        }
    }

    private long waiting() {
        return sendingWeight + (limit.unit() == QueueLimit.Unit.BYTES ? queue.bytes() : queue.size());
    }

    /** The wire is free: sends the next packet that CoDel lets through. */
    @Override
    public void fire() {
        long now = surroundings.loop().nowNanos();
        Waiting next = control.dequeue(now);
        busy = next != null;
        sendingWeight = 0;
        if (next != null) {
            int bytes = next.packet().wireBytes();
            sendingWeight = limit.weight(bytes);
            long departure = transmitter.send(now, bytes);
            surroundings.loop().setCause(next.cause());
            surroundings.loop().scheduleAt(departure, this);
            surroundings.pass(next.number(), next.packet(), departure);
        }
    }
}
