package dev.wsksim.net.tcp;

/** Why a segment is sent again. */
public enum RetransmissionReason {
    /** It was not acknowledged in time (RFC 6298 section 5.4). */
    TIME_OUT("time-out"),
    /** Everything that was outstanding at a time-out is sent again, from the oldest on (RFC 5681 section 3.1). */
    AFTER_TIME_OUT("after time-out"),
    /** Duplicate acknowledgments tell that it is lost (RFC 5681 section 3.2, RFC 6675). */
    FAST("fast retransmit"),
    /** The end of the data may be lost too: one segment a recovery asks for news of it (RFC 6675 section 4, rule 4). */
    RESCUE("rescue retransmission"),
    /** Path MTU discovery made it too large, and it goes in smaller pieces (RFC 1191 section 6.4). */
    PATH_MTU("path MTU"),
    /** The other end's SYN came again, so our SYN+ACK seems lost. */
    REPEATED_SYN("repeated SYN");

    private final String label;

    RetransmissionReason(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}
