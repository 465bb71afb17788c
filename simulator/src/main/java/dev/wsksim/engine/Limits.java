package dev.wsksim.engine;

/**
 * How far a simulation may go before it is stopped with a finding instead of hanging.
 *
 * @param events how many events may fire in all
 * @param eventsAtOneInstant how many events may fire without time going on, against loops of zero delay
 * @param pendingEvents how many events may be pending at once
 * @param virtualTime how far the clock may go
 */
public record Limits(long events, long eventsAtOneInstant, int pendingEvents, SimDuration virtualTime) {

    /** Enough for any honest scenario: ten million events, a day of virtual time. */
    public static final Limits DEFAULT = new Limits(10_000_000, 1_000_000, 4_000_000, SimDuration.ofSeconds(86_400));

    /** Limits that only an endless run reaches, for benchmarks. */
    public static final Limits NONE =
            new Limits(Long.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE, new SimDuration(Long.MAX_VALUE));

    /** Returns these limits with another number of events. */
    public Limits withEvents(long newEvents) {
        return new Limits(newEvents, eventsAtOneInstant, pendingEvents, virtualTime);
    }

    /** Returns these limits with another virtual time. */
    public Limits withVirtualTime(SimDuration newVirtualTime) {
        return new Limits(events, eventsAtOneInstant, pendingEvents, newVirtualTime);
    }
}
