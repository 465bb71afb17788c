package dev.wsksim.wsk.control;

import dev.wsksim.wsk.socket.SocketState;
import dev.wsksim.wsk.socket.WskSocket;

/**
 * When in a socket's life an operation is allowed. At another time: STATUS_INVALID_DEVICE_STATE (assumption, OQ-57).
 * Sources: the pages of the operations.
 */
public enum When {
    /** Always. */
    ANY_TIME("at any time"),
    /** Set before the bind. */
    BEFORE_BIND("set before the bind"),
    /** After the bind. */
    BOUND("after the bind"),
    /** Before the connect. */
    BEFORE_CONNECT("before the connect"),
    /** On a connected socket. */
    CONNECTED("on a connected socket"),
    /** Listening and datagram sockets: after the bind; sockets with a connection: after the connect. */
    EVENTS("listening and datagram sockets: after the bind; connection sockets: after the connect");

    private final String text;

    When(String text) {
        this.text = text;
    }

    /** Returns the time in words. */
    public String text() {
        return text;
    }

    /** Returns the time in words that follow "it is". */
    public String demand() {
        return this == EVENTS ? "for " + text : this == BEFORE_BIND ? text : "for use " + text;
    }

    /** Tells whether a socket in this state can be one that it is the time for, whatever its category. */
    public boolean allows(SocketState state) {
        return switch (this) {
            case ANY_TIME -> true;
            case BEFORE_BIND -> state == SocketState.CREATED;
            case BOUND, EVENTS -> state != SocketState.CREATED;
            case BEFORE_CONNECT -> state == SocketState.CREATED || state == SocketState.BOUND;
            case CONNECTED -> state.wasConnected();
        };
    }

    /** Tells whether it is the time. */
    boolean holds(WskSocket socket) {
        return this == EVENTS ? isTimeForEvents(socket, socket.state()) : allows(socket.state());
    }

    private static boolean isTimeForEvents(WskSocket socket, SocketState state) {
        return switch (socket.category()) {
            case BASIC -> true;
            case LISTEN, DATAGRAM -> state != SocketState.CREATED;
            case CONNECTION -> state.wasConnected();
            case STREAM -> state.wasConnected() || state == SocketState.LISTENING;
        };
    }
}
