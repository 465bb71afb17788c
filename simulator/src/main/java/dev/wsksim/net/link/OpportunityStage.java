package dev.wsksim.net.link;

/** Applies {@link DeliveryOpportunities}; departures are computed when packets come. */
final class OpportunityStage extends LinkStage {

    private final long[] instants;
    private final long periodNanos;
    private final int bytesEach;
    private final QueueLimit limit;
    private final Backlog backlog = new Backlog();
    private final String full;
    private long lastNanos;
    /** The opportunity that is used now: which of the period, and when the period began. */
    private int index;

    private long periodBegin;
    private int bytesLeft;

    OpportunityStage(DeliveryOpportunities condition, int bytesEach) {
        this.instants = condition.instants().stream()
                .mapToLong(instant -> instant.nanos())
                .toArray();
        this.periodNanos = condition.period().nanos();
        this.bytesEach = bytesEach;
        this.bytesLeft = bytesEach;
        this.limit = condition.limit();
        this.full = "queue of " + limit + " is full";
    }

    @Override
    void apply(Transit transit) {
        lastNanos = Math.max(lastNanos, transit.timeNanos());
        backlog.leaveUntil(lastNanos);
        int bytes = transit.packet().wireBytes();
        long weight = limit.weight(bytes);
        if (backlog.total() + weight > limit.amount()) {
            transit.drop(full);
            return;
        }
        if (opportunityNanos() < lastNanos) {
            skipTo(lastNanos);
        }
        long departure = use(bytes);
        backlog.add(departure, weight);
        transit.leaveAt(departure);
    }

    /** Takes the bytes from this opportunity and those behind it; returns when the last one is carried. */
    private long use(int bytes) {
        int left = bytes;
        while (left > bytesLeft) {
            left -= bytesLeft;
            next();
        }
        bytesLeft -= left;
        return opportunityNanos();
    }

    /** Goes to the first opportunity that is not before an instant. */
    private void skipTo(long timeNanos) {
        long periods = (timeNanos - periodBegin) / periodNanos;
        if (periods > 1) {
            periodBegin += (periods - 1) * periodNanos;
            index = 0;
            bytesLeft = bytesEach;
        }
        while (opportunityNanos() < timeNanos) {
            next();
        }
    }

    private void next() {
        index++;
        bytesLeft = bytesEach;
        if (index == instants.length) {
            index = 0;
            periodBegin += periodNanos;
        }
    }

    private long opportunityNanos() {
        long time = periodBegin + instants[index];
        return time < 0 ? Long.MAX_VALUE : time;
    }
}
