package dev.wsksim.wsk;

/** How much of an item of the WSK interface the simulator plays. */
public enum Support {
    /** Everything that its page says. */
    FULL("simulated"),
    /** For connection sockets; other socket categories are refused by name. */
    CONNECTION_SOCKETS("simulated for connection sockets"),
    /** Some of its control codes or options; the others are refused by name. */
    SOME_OPERATIONS("simulated for some operations"),
    /** Not yet: who uses it ends the run as inconclusive, and the run says so by name. */
    NONE("not simulated yet"),
    /** Never, for a reason that the registry gives; refused by name. */
    UNSUPPORTED("not simulated"),
    /** The documentation reserves it for system use. */
    RESERVED("reserved");

    private final String text;

    Support(String text) {
        this.text = text;
    }

    /** Tells whether a scenario can show at least some of it. */
    public boolean isSimulated() {
        return compareTo(NONE) < 0;
    }

    /** Returns the level in words. */
    public String text() {
        return text;
    }
}
