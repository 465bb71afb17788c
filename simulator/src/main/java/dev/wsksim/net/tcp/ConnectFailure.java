package dev.wsksim.net.tcp;

/**
 * Why a connection could not be made, in the network's own words; what an application is told is up to the layers
 * above.
 */
public enum ConnectFailure {
    /** Every SYN was answered by a RST. */
    REFUSED("the remote end answered with RST"),
    /** No usable answer came in time. */
    TIMED_OUT("nothing usable came back in time"),
    /** No route leads to the remote address. */
    NO_ROUTE("no route leads to the remote address"),
    /** An ICMP error said that the remote end cannot be reached, and the connection listens to such errors. */
    HOST_UNREACHABLE("an ICMP error said that the remote end cannot be reached"),
    /** A connection between the same two endpoints exists, perhaps in TIME-WAIT. */
    ADDRESS_IN_USE("a connection between the same two endpoints exists"),
    /** Every port of the dynamic range has a connection to the same remote endpoint. */
    NO_FREE_PORT("every port of the dynamic range is taken"),
    /** The remote endpoint is no place to connect to: wildcard, multicast or broadcast address, or port 0. */
    INVALID_REMOTE_ADDRESS("the remote endpoint is a wildcard, multicast or broadcast address, or has port 0"),
    /** The local endpoint is not on this host, has port 0, or is of another family than the remote one. */
    INVALID_LOCAL_ADDRESS("the local endpoint is not on this host, has port 0, or is of another family");

    private final String sentence;

    ConnectFailure(String sentence) {
        this.sentence = sentence;
    }

    /** Returns a sentence that says what happened, without a full stop. */
    public String sentence() {
        return sentence;
    }
}
