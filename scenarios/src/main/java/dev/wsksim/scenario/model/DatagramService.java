package dev.wsksim.scenario.model;

/** A service of datagrams that is known by name. */
public enum DatagramService implements WordEnum {
    /** The data is sent back (RFC 862). */
    ECHO("echo"),
    /** Nothing happens (RFC 863). */
    DISCARD("discard"),
    /** A line of characters is sent back (RFC 864). */
    CHARGEN("chargen");

    private final String word;

    DatagramService(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
