package dev.wsksim.scenario.model;

/** The flags of a TCP segment, in the order in which they are printed. */
public enum TcpFlag {
    /** Synchronize sequence numbers. */
    SYN,
    /** No more data from the sender. */
    FIN,
    /** Reset the connection. */
    RST,
    /** Push. */
    PSH,
    /** The acknowledgement number is valid. */
    ACK,
    /** The urgent pointer is valid. */
    URG
}
