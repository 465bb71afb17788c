package dev.wsksim.wsk.flag;

/**
 * The flags of the ControlFlags of WskReceiveFrom; a driver may pass any number. Source: nc-wsk-pfn_wsk_receive_from.
 *
 * @param value the number as it is passed
 */
public record ReceiveFromFlags(int value) {

    /** No flag. */
    public static final ReceiveFromFlags NONE = new ReceiveFromFlags(0);
    /** The datagram is longer than the buffer. */
    public static final ReceiveFromFlags MSG_TRUNC = new ReceiveFromFlags(0x100);
    /** The control objects are longer than their buffer. */
    public static final ReceiveFromFlags MSG_CTRUNC = new ReceiveFromFlags(0x200);
    /** The datagram was broadcast. */
    public static final ReceiveFromFlags MSG_BCAST = new ReceiveFromFlags(0x400);
    /** The datagram was sent to a group. */
    public static final ReceiveFromFlags MSG_MCAST = new ReceiveFromFlags(0x800);

    private static final FlagNames NAMES = FlagNames.of(
            "MSG_TRUNC", 0x100,
            "MSG_CTRUNC", 0x200,
            "MSG_BCAST", 0x400,
            "MSG_MCAST", 0x800);

    /** Returns these flags together with others. */
    public ReceiveFromFlags or(ReceiveFromFlags other) {
        return new ReceiveFromFlags(value | other.value);
    }

    /** Tells whether all bits of another value are set here. */
    public boolean has(ReceiveFromFlags other) {
        return (value & other.value) == other.value;
    }

    /** Tells whether a bit is set that is no flag of the ControlFlags of WskReceiveFrom. */
    public boolean hasUnknown() {
        return NAMES.hasUnknown(value);
    }

    @Override
    public String toString() {
        return NAMES.text(value);
    }
}
