package dev.wsksim.wsk.socket;

/**
 * Where a socket is in its life. Source: the states follow from nc-wsk-pfn_wsk_bind, _connect,
 * _close_socket.
 */
public enum SocketState {
    /** WskSocket made it. */
    CREATED("created"),
    /** WskBind gave it a local address. */
    BOUND("bound"),
    /** Waits for connections. */
    LISTENING("listening"),
    /** A connect is under way. */
    CONNECTING("connecting"),
    /** Connected in both directions. */
    CONNECTED("connected"),
    /** We have finished sending, and the peer knows. */
    LOCAL_FINISHED("disconnected by us"),
    /** The peer has finished sending. */
    REMOTE_FINISHED("disconnected by the peer"),
    /** Both ends have finished sending. */
    FULLY_DISCONNECTED("disconnected in both directions"),
    /** The connection was reset or lost. */
    ABORTED("aborted"),
    /** The transport below is gone; only WskCloseSocket is of use. */
    DEAD("dead"),
    /** WskCloseSocket was called. */
    CLOSING("closing"),
    /** The IRP of WskCloseSocket was completed; the memory is gone. */
    CLOSED("closed");

    private final String text;

    SocketState(String text) {
        this.text = text;
    }

    /** Tells whether a connection was established and the socket is not closed. */
    public boolean wasConnected() {
        return this == CONNECTED
                || this == LOCAL_FINISHED
                || this == REMOTE_FINISHED
                || this == FULLY_DISCONNECTED
                || this == ABORTED;
    }

    /** Returns the state in words. */
    public String text() {
        return text;
    }
}
