package dev.wsksim.wsk.sharing;

/** What the bind matrix says of a second bind over a first one. */
public enum MatrixCell {
    /** The second bind succeeds. */
    OK,
    /** STATUS_ADDRESS_ALREADY_EXISTS. */
    INUSE,
    /** STATUS_ACCESS_DENIED. */
    DENIED,
    /** The second socket's security context is checked against the first socket's security descriptor: OK or DENIED. */
    CHECK
}
