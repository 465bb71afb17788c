package dev.wsksim.wsk.flag;

/**
 * The flags of WskReceiveEvent; a driver may pass any number. Source: nc-wsk-pfn_wsk_receive_event.
 *
 * @param value the number as it is passed
 */
public record ReceiveEventFlags(int value) {

    /** No flag. */
    public static final ReceiveEventFlags NONE = new ReceiveEventFlags(0);
    /** Do not keep the list for long. */
    public static final ReceiveEventFlags WSK_FLAG_RELEASE_ASAP = new ReceiveEventFlags(2);
    /** The list has a whole message, or the last part of one: the PSH bit was set. */
    public static final ReceiveEventFlags WSK_FLAG_ENTIRE_MESSAGE = new ReceiveEventFlags(4);
    /** The IRQL is DISPATCH_LEVEL. */
    public static final ReceiveEventFlags WSK_FLAG_AT_DISPATCH_LEVEL = new ReceiveEventFlags(8);

    private static final FlagNames NAMES = FlagNames.of(
            "WSK_FLAG_RELEASE_ASAP", 2,
            "WSK_FLAG_ENTIRE_MESSAGE", 4,
            "WSK_FLAG_AT_DISPATCH_LEVEL", 8);

    /** Returns these flags together with others. */
    public ReceiveEventFlags or(ReceiveEventFlags other) {
        return new ReceiveEventFlags(value | other.value);
    }

    /** Tells whether all bits of another value are set here. */
    public boolean has(ReceiveEventFlags other) {
        return (value & other.value) == other.value;
    }

    /** Tells whether a bit is set that is no flag of WskReceiveEvent. */
    public boolean hasUnknown() {
        return NAMES.hasUnknown(value);
    }

    @Override
    public String toString() {
        return NAMES.text(value);
    }
}
