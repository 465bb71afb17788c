package dev.wsksim.scenario.model;

/** What can happen to a host. */
public enum HostAction implements WordEnum {
    /** It stops at once and forgets all connections. */
    CRASH("crash"),
    /** It starts again after a crash. */
    RESTART("restart"),
    /** It stands still: packets and timers wait. */
    PAUSE("pause"),
    /** It goes on after a pause. */
    RESUME("resume");

    private final String word;

    HostAction(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }

    /** Tells whether the host only stands still, or goes on. */
    public boolean isPause() {
        return this == PAUSE || this == RESUME;
    }
}
