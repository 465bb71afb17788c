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

    /** Tells whether the user may still give data (RFC 9293 section 3.10.2), unless it has closed. */
    boolean mayWrite() {
        return this == SYN_SENT || this == SYN_RECEIVED || this == ESTABLISHED || this == CLOSE_WAIT;
    }

    /** Tells whether data and FIN may be sent, or sent again. */
    boolean maySend() {
        return this == ESTABLISHED || this == CLOSE_WAIT || this == FIN_WAIT_1 || this == CLOSING || this == LAST_ACK;
    }

    /** Tells whether the remote end may still send data. */
    boolean mayReceive() {
        return this == ESTABLISHED || this == FIN_WAIT_1 || this == FIN_WAIT_2;
    }

    /** Returns the name as the RFC spells it. */
    @Override
    public String toString() {
        return label;
    }
}
