package dev.wsksim.wsk;

/** How much of a WSK function the simulator plays. */
public enum Support {
    /** Everything that its page says. */
    FULL("simulated"),
    /** For connection sockets; other socket categories are refused by name. */
    CONNECTION_SOCKETS("simulated for connection sockets"),
    /** Some of its control codes or options; the others are refused by name. */
    SOME_OPERATIONS("simulated for some operations"),
    /** Not yet: a call ends the run as inconclusive and says so by name. */
    NONE("not simulated yet");

    private final String text;

    Support(String text) {
        this.text = text;
    }

    /** Returns the level in words. */
    public String text() {
        return text;
    }
}
