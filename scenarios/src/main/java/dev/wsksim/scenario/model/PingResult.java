package dev.wsksim.scenario.model;

/** What comes of an echo request. */
public enum PingResult implements WordEnum {
    /** The reply comes. */
    REPLY("reply"),
    /** An ICMP error comes. */
    ERROR("error"),
    /** Nothing comes in time. */
    TIMED_OUT("timed-out"),
    /** No route leads to the remote end. */
    NO_ROUTE("no-route");

    private final String word;

    PingResult(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
