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
 * @param sackBlocks the blocks of a SACK option (RFC 2018 section 3)
 */
public record TcpOptions(
        int maxSegmentSize,
        int windowScale,
        boolean sackPermitted,
        boolean timestamps,
        int timestampValue,
        int timestampEcho,
        SackBlocks sackBlocks) {

    /** The value of a numeric option that is not there. */
    public static final int ABSENT = -1;

    /** No options at all, as on most segments. */
    public static final TcpOptions NONE = new TcpOptions(ABSENT, ABSENT, false, false, 0, 0, SackBlocks.NONE);

    private static final int WORD = Integer.BYTES;
    private static final int TIMESTAMPS_BYTES = 12;
    private static final int SACK_BLOCK_BYTES = 8;

    /** Returns the options that a SYN carries when timestamps are not used. */
    public static TcpOptions ofSyn(int maxSegmentSize, int windowScale, boolean sackPermitted) {
        return new TcpOptions(maxSegmentSize, windowScale, sackPermitted, false, 0, 0, SackBlocks.NONE);
    }

    /** Returns these options with other SACK blocks. */
    public TcpOptions withSackBlocks(SackBlocks blocks) {
        return new TcpOptions(
                maxSegmentSize, windowScale, sackPermitted, timestamps, timestampValue, timestampEcho, blocks);
    }

    /** Returns how many bytes the options fill in a header, padding included; always a multiple of four. */
    public int length() {
        int length = (maxSegmentSize == ABSENT ? 0 : WORD) + (windowScale == ABSENT ? 0 : WORD);
        // SACK-permitted fills the two bytes by which the timestamps miss three words.
        length += timestamps ? TIMESTAMPS_BYTES : sackPermitted ? WORD : 0;
        int blocks = sackBlocks.count();
        return blocks == 0 ? length : length + WORD + blocks * SACK_BLOCK_BYTES;
    }
}
