package dev.wsksim.net.packet;

/**
 * The options of a TCP header, as far as they are understood.
 *
 * @param maxSegmentSize the maximum segment size in bytes (RFC 9293 section 3.7.1), or {@link #ABSENT}
 * @param windowScale the shift count of the window scale option (RFC 7323 section 2), or {@link #ABSENT}
 * @param sackPermitted whether selective acknowledgment may be used (RFC 2018 section 2)
 * @param timestamps whether the two values of the timestamps option (RFC 7323 section 3) are there
 * @param timestampValue TSval, meaningless without timestamps
 * @param timestampEcho TSecr, meaningless without timestamps
 */
public record TcpOptions(
        int maxSegmentSize,
        int windowScale,
        boolean sackPermitted,
        boolean timestamps,
        int timestampValue,
        int timestampEcho) {

    /** The value of a numeric option that is not there. */
    public static final int ABSENT = -1;

    /** No options at all, as on most segments. */
    public static final TcpOptions NONE = new TcpOptions(ABSENT, ABSENT, false, false, 0, 0);

    /** Returns the options that a SYN carries when timestamps are not used. */
    public static TcpOptions ofSyn(int maxSegmentSize, int windowScale, boolean sackPermitted) {
        return new TcpOptions(maxSegmentSize, windowScale, sackPermitted, false, 0, 0);
    }
}
