package dev.wsksim.scenario.model;

/** What can happen to a host. */
public enum HostAction implements WordEnum {
    /** It stops at once and forgets all connections. */
    CRASH("crash"),
    /** It starts again after a crash. */
    RESTART("restart");

    private final String word;

    HostAction(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
