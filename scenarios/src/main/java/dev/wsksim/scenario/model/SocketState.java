package dev.wsksim.scenario.model;

/** The states of a WSK socket as a client can tell them apart. */
public enum SocketState implements WordEnum {
    /** Made by WskSocket. */
    CREATED("created"),
    /** Has a local address. */
    BOUND("bound"),
    /** Waits for connections. */
    LISTENING("listening"),
    /** A connect is under way. */
    CONNECTING("connecting"),
    /** Connected in both directions. */
    CONNECTED("connected"),
    /** The driver has finished sending. */
    LOCAL_FINISHED("local-finished"),
    /** The peer has finished sending. */
    REMOTE_FINISHED("remote-finished"),
    /** Both ends have finished sending. */
    FULLY_DISCONNECTED("fully-disconnected"),
    /** The connection was reset or lost. */
    ABORTED("aborted"),
    /** What is below the socket is gone. */
    DEAD("dead"),
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
