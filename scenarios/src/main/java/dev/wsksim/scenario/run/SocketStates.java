package dev.wsksim.scenario.run;

import dev.wsksim.wsk.socket.SocketState;

/** The words that scenarios use for the states of sockets. */
final class SocketStates {

    private SocketStates() {}

    static String word(SocketState state) {
        return switch (state) {
            case CREATED -> "created";
            case BOUND -> "bound";
            case LISTENING -> "listening";
            case CONNECTING -> "connecting";
            case CONNECTED -> "connected";
            case LOCAL_FINISHED -> "local-finished";
            case REMOTE_FINISHED -> "remote-finished";
            case FULLY_DISCONNECTED -> "fully-disconnected";
            case ABORTED -> "aborted";
            case DEAD -> "dead";
            case CLOSING -> "closing";
            case CLOSED -> "closed";
        };
    }
}
