package dev.wsksim.wsk.flag;

/**
 * The flags of WskReceive; a driver may pass any number. Source: nc-wsk-pfn_wsk_receive.
 *
 * @param value the number as it is passed
 */
public record ReceiveFlags(int value) {

    /** No flag. */
    public static final ReceiveFlags NONE = new ReceiveFlags(0);
    /** Complete only when the buffer is full, or nothing more can come. */
    public static final ReceiveFlags WSK_FLAG_WAITALL = new ReceiveFlags(2);
    /** Throw everything away until nothing more can come. */
    public static final ReceiveFlags WSK_FLAG_DRAIN = new ReceiveFlags(4);

    private static final FlagNames NAMES = FlagNames.of(
            "WSK_FLAG_WAITALL", 2,
            "WSK_FLAG_DRAIN", 4);

    /** Returns these flags together with others. */
    public ReceiveFlags or(ReceiveFlags other) {
        return new ReceiveFlags(value | other.value);
    }

    /** Tells whether all bits of another value are set here. */
    public boolean has(ReceiveFlags other) {
        return (value & other.value) == other.value;
    }

    /** Tells whether a bit is set that is no flag of WskReceive. */
    public boolean hasUnknown() {
        return NAMES.hasUnknown(value);
    }

    @Override
    public String toString() {
        return NAMES.text(value);
    }
}
