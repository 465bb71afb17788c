package dev.wsksim.net.icmp;

/** What came of an echo request. */
public enum PingOutcome {
    /** The reply came. */
    REPLY("reply"),
    /** An ICMP error about the request came. */
    ERROR("error"),
    /** Nothing came in time. */
    TIMED_OUT("timed out"),
    /** No route leads to the remote end, so nothing was sent. */
    NO_ROUTE("no route");

    private final String text;

    PingOutcome(String text) {
        this.text = text;
    }

    /** Returns the outcome in words. */
    @Override
    public String toString() {
        return text;
    }
}
