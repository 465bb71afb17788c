package dev.wsksim.scenario.run;

import dev.wsksim.wsk.socket.SocketState;

/** The words that scenarios use for the states of sockets. */
final class SocketStates {

    private SocketStates() {}

    static String word(SocketState state) {
        return switch (state) {
            case CREATED -> "created";
            case BOUND -> "bound";
            case CONNECTING -> "connecting";
            case CONNECTED -> "connected";
            case REMOTE_FINISHED -> "remote-finished";
            case ABORTED -> "aborted";
            case CLOSING -> "closing";
            case CLOSED -> "closed";
        };
    }
}
