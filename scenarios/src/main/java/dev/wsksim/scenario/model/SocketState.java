package dev.wsksim.scenario.model;

/** The states of a WSK socket as a client can tell them apart. */
public enum SocketState implements WordEnum {
    /** Made by WskSocket. */
    CREATED("created"),
    /** Has a local address. */
    BOUND("bound"),
    /** A connect is under way. */
    CONNECTING("connecting"),
    /** Connected in both directions. */
    CONNECTED("connected"),
    /** The peer has finished sending. */
    REMOTE_FINISHED("remote-finished"),
    /** The connection was reset or lost. */
    ABORTED("aborted"),
    /** WskCloseSocket was called. */
    CLOSING("closing"),
    /** The IRP of WskCloseSocket was completed. */
    CLOSED("closed");

    private final String word;

    SocketState(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
