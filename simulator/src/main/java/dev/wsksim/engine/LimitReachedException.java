package dev.wsksim.engine;

/** A simulation went further than one of its named limits; the verdict is inconclusive. */
public final class LimitReachedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String limit;
    private final long nanos;

    /**
     * Makes the exception.
     *
     * @param limit the name of the limit, as scenarios spell it
     * @param value its value
     * @param now the virtual time at which it was reached
     */
    public LimitReachedException(String limit, String value, SimTime now) {
        super("limit '" + limit + "' of " + value + " reached at " + now);
        this.limit = limit;
        this.nanos = now.nanos();
    }

    /** Returns the virtual time at which it was reached; that of a limit on time lies behind the last event. */
    public SimTime at() {
        return new SimTime(nanos);
    }

    /** Returns the name of the limit. */
    public String limit() {
        return limit;
    }
}
