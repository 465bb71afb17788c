package dev.wsksim.net.link;

import dev.wsksim.net.link.PacketQueue.Waiting;
import org.jspecify.annotations.Nullable;

/**
 * Decides which packets leave a queue and which are dropped at its head: the pseudocode of RFC 8289 section 5, with its
 * names.
 *
 * <p>Every drop in the dropping state counts, the one that ends the state too, as in the RFC and in Linux; early drafts
 * counted only those after which the state went on.
 */
final class CoDelControl {

    /** How many intervals after the last drop the rate of drops is still a good one to begin with (section 5.5). */
    private static final long RECENT_INTERVALS = 16;

    private final long targetNanos;
    private final long intervalNanos;
    private final int maxPacket;
    private final PacketQueue queue;
    private final StageSurroundings surroundings;
    private long firstAboveTime;
    private long dropNext;
    private long count;
    private long lastCount;
    private boolean dropping;
    private boolean okToDrop;

    /**
     * Makes the control of a queue.
     *
     * @param maxPacket the bytes of the largest packet; a queue of no more is never too long
     */
    CoDelControl(QueuePolicy.CoDel parameters, int maxPacket, PacketQueue queue, StageSurroundings surroundings) {
        this.targetNanos = parameters.target().nanos();
        this.intervalNanos = parameters.interval().nanos();
        this.maxPacket = maxPacket;
        this.queue = queue;
        this.surroundings = surroundings;
    }

    /** Takes the next packet that is to be sent from the queue, and drops those before it that are to be dropped. */
    @Nullable
    Waiting dequeue(long now) {
        Waiting packet = doDequeue(now);
        if (dropping) {
            dropping = okToDrop;
            while (dropping && now >= dropNext) {
                drop(packet);
                count++;
                packet = doDequeue(now);
                if (okToDrop) {
                    dropNext = controlLaw(dropNext);
                } else {
                    dropping = false;
                }
            }
        } else if (okToDrop) {
            drop(packet);
            packet = doDequeue(now);
            enterDropState(now);
        }
        return packet;
    }

    private @Nullable Waiting doDequeue(long now) {
        okToDrop = false;
        Waiting packet = queue.poll();
        if (packet == null) {
            firstAboveTime = 0;
            return null;
        }
        if (now - packet.enqueuedNanos() < targetNanos || queue.bytes() <= maxPacket) {
            firstAboveTime = 0;
        } else if (firstAboveTime == 0) {
            firstAboveTime = now + intervalNanos;
        } else {
            okToDrop = now >= firstAboveTime;
        }
        return packet;
    }

    private void enterDropState(long now) {
        dropping = true;
        long delta = count - lastCount;
        boolean recent = now - dropNext < RECENT_INTERVALS * intervalNanos;
        count = delta > 1 && recent ? delta : 1;
        dropNext = controlLaw(now);
        lastCount = count;
    }

    private long controlLaw(long time) {
        return time + (long) (intervalNanos / StrictMath.sqrt((double) count));
    }

    private void drop(@Nullable Waiting packet) {
        if (packet == null) {
            throw new AssertionError("only a packet can wait for too long");
        }
        surroundings.loop().setCause(packet.cause());
        surroundings.drop(packet.number(), packet.packet(), "CoDel");
    }
}
