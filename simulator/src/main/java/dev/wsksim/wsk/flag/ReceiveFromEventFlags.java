package dev.wsksim.wsk.flag;

/**
 * The flags of WskReceiveFromEvent; a driver may pass any number. Source: nc-wsk-pfn_wsk_receive_from_event.
 *
 * @param value the number as it is passed
 */
public record ReceiveFromEventFlags(int value) {

    /** No flag. */
    public static final ReceiveFromEventFlags NONE = new ReceiveFromEventFlags(0);
    /** The IRQL is DISPATCH_LEVEL. */
    public static final ReceiveFromEventFlags WSK_FLAG_AT_DISPATCH_LEVEL = new ReceiveFromEventFlags(8);
    /** The datagrams were broadcast. */
    public static final ReceiveFromEventFlags MSG_BCAST = new ReceiveFromEventFlags(0x400);
    /** The datagrams were sent to a group. */
    public static final ReceiveFromEventFlags MSG_MCAST = new ReceiveFromEventFlags(0x800);

    private static final FlagNames NAMES = FlagNames.of(
            "WSK_FLAG_AT_DISPATCH_LEVEL", 8,
            "MSG_BCAST", 0x400,
            "MSG_MCAST", 0x800);

    /** Returns these flags together with others. */
    public ReceiveFromEventFlags or(ReceiveFromEventFlags other) {
        return new ReceiveFromEventFlags(value | other.value);
    }

    /** Tells whether all bits of another value are set here. */
    public boolean has(ReceiveFromEventFlags other) {
        return (value & other.value) == other.value;
    }

    /** Tells whether a bit is set that is no flag of WskReceiveFromEvent. */
    public boolean hasUnknown() {
        return NAMES.hasUnknown(value);
    }

    @Override
    public String toString() {
        return NAMES.text(value);
    }
}
