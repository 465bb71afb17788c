package dev.wsksim.scenario.model;

/** What a driver on another host does with the connections that it accepts. */
public enum WskService implements WordEnum {
    /** Sends back what it receives, and disconnects when the client has. */
    ECHO("echo"),
    /** Throws away what it receives, and disconnects when the client has. */
    DISCARD("discard");

    private final String word;

    WskService(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
