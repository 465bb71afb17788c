package dev.wsksim.net.tcp;

/**
 * The states of a connection (RFC 9293 section 3.3.2), printed as the RFC spells them. LISTEN is not among them: a
 * {@link TcpListener} is its own thing.
 */
public enum TcpState {
    /** A SYN was sent, nothing came back yet. */
    SYN_SENT("SYN-SENT"),
    /** Both SYNs are known, ours is not acknowledged yet. */
    SYN_RECEIVED("SYN-RECEIVED"),
    /** The connection is open in both directions. */
    ESTABLISHED("ESTABLISHED"),
    /** We closed; our FIN is not acknowledged yet. */
    FIN_WAIT_1("FIN-WAIT-1"),
    /** We closed and our FIN is acknowledged; the remote end has not closed yet. */
    FIN_WAIT_2("FIN-WAIT-2"),
    /** The remote end closed, we have not yet. */
    CLOSE_WAIT("CLOSE-WAIT"),
    /** Both closed at once; our FIN is not acknowledged yet. */
    CLOSING("CLOSING"),
    /** The remote end closed first, then we did; our FIN is not acknowledged yet. */
    LAST_ACK("LAST-ACK"),
    /** Both closed; old segments are waited out. */
    TIME_WAIT("TIME-WAIT"),
    /** The connection is no more. */
    CLOSED("CLOSED");

    private final String label;

    TcpState(String label) {
        this.label = label;
    }

    /** Returns the name as the RFC spells it. */
    @Override
    public String toString() {
        return label;
    }
}
