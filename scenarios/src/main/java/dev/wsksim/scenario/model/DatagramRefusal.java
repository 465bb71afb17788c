package dev.wsksim.scenario.model;

/** Why a datagram cannot be sent. */
public enum DatagramRefusal implements WordEnum {
    /** The data does not fit into one datagram. */
    MESSAGE_TOO_LONG("message-too-long"),
    /** No route leads to the remote address. */
    NO_ROUTE("no-route"),
    /** The remote address is no place to send to. */
    INVALID_REMOTE_ADDRESS("invalid-remote-address"),
    /** The host has crashed. */
    HOST_NOT_RUNNING("host-not-running");

    private final String word;

    DatagramRefusal(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
