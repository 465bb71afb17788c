package dev.wsksim.net.udp;

/** Why a datagram could not be sent, in the network's own words; what an application is told is up to the layers above. */
public enum UdpSendFailure {
    /** It has more data than a datagram of its family can carry. */
    MESSAGE_TOO_LONG("the data does not fit into one datagram"),
    /** No route leads to the remote address, or no local address of its family is there. */
    NO_ROUTE("no route leads to the remote address"),
    /** The remote address is a broadcast address, and the endpoint was not allowed to use one. */
    BROADCAST_NOT_ALLOWED("the endpoint may not send to a broadcast address"),
    /** The remote endpoint has the wildcard address or port 0, or is of another family than the local one. */
    INVALID_REMOTE_ADDRESS("the remote endpoint has the wildcard address or port 0, or is of another family"),
    /** The source address that was chosen is not the host's, or not one that the chosen interface has. */
    INVALID_SOURCE_ADDRESS("the chosen source address is not one that the host has there"),
    /** Neither the call nor the endpoint says where to send to. */
    NOT_CONNECTED("no remote endpoint was given"),
    /** The host has crashed. */
    HOST_NOT_RUNNING("the host is not running"),
    /** The endpoint was closed. */
    CLOSED("the endpoint was closed");

    private final String sentence;

    UdpSendFailure(String sentence) {
        this.sentence = sentence;
    }

    /** Returns a sentence that says what is wrong, without a full stop. */
    public String sentence() {
        return sentence;
    }
}
