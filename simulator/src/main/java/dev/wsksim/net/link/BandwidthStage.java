package dev.wsksim.net.link;

import org.jspecify.annotations.Nullable;

/**
 * Applies {@link Bandwidth} where the fate of a packet is known as soon as it comes: its departure is computed, and no
 * event is needed before it arrives.
 */
final class BandwidthStage extends LinkStage {

    private final Transmitter transmitter;
    private final QueueLimit limit;
    private final @Nullable RedJudge red;
    private final Backlog backlog = new Backlog();
    private final String full;
    private long lastNanos;

    BandwidthStage(Transmitter transmitter, QueueLimit limit, @Nullable RedJudge red) {
        this.transmitter = transmitter;
        this.limit = limit;
        this.red = red;
        this.full = "queue of " + limit + " is full";
    }

    @Override
    void apply(Transit transit) {
        lastNanos = Math.max(lastNanos, transit.timeNanos());
        backlog.leaveUntil(lastNanos);
        int bytes = transit.packet().wireBytes();
        long weight = limit.weight(bytes);
        if (red != null && red.drops(lastNanos, backlog.total(), transmitter.idleAtNanos())) {
            transit.drop("RED");
        } else if (backlog.total() + weight > limit.amount()) {
            transit.drop(full);
        } else {
            long departure = transmitter.send(lastNanos, bytes);
            backlog.add(departure, weight);
            transit.leaveAt(departure);
        }
    }
}
