package dev.wsksim.wsk.control;

/**
 * TCP_INITIAL_RTO_PARAMETERS, 4 bytes: how long and how often a connect tries. Source: sio-tcp-initial-rto of the Win32
 * pages.
 *
 * @param rtt {@code Rtt}: the first retransmission time-out in milliseconds; 0 for the system's own, 0xFFFF for what it
 *     is now
 * @param maxSynRetransmissions {@code MaxSynRetransmissions}: 0 for the system's own, 0xFF for what it is now, 0xFE for
 *     none
 */
public record TcpInitialRtoParameters(int rtt, int maxSynRetransmissions) {

    /** The size of the structure in bytes. */
    public static final long SIZE = 4;

    /** TCP_INITIAL_RTO_UNSPECIFIED_RTT. */
    public static final int UNSPECIFIED_RTT = 0xFFFF;
    /** TCP_INITIAL_RTO_UNSPECIFIED_MAX_SYN_RETRANSMISSIONS. */
    public static final int UNSPECIFIED_RETRANSMISSIONS = 0xFF;
    /** TCP_INITIAL_RTO_NO_SYN_RETRANSMISSIONS. */
    public static final int NO_RETRANSMISSIONS = 0xFE;
}
