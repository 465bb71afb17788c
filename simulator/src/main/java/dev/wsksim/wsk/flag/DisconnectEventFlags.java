package dev.wsksim.wsk.flag;

/**
 * The flags of WskDisconnectEvent; a driver may pass any number. Source: nc-wsk-pfn_wsk_disconnect_event.
 *
 * @param value the number as it is passed
 */
public record DisconnectEventFlags(int value) {

    /** No flag. */
    public static final DisconnectEventFlags NONE = new DisconnectEventFlags(0);
    /** The peer has reset the connection. */
    public static final DisconnectEventFlags WSK_FLAG_ABORTIVE = new DisconnectEventFlags(1);
    /** The IRQL is DISPATCH_LEVEL. */
    public static final DisconnectEventFlags WSK_FLAG_AT_DISPATCH_LEVEL = new DisconnectEventFlags(8);

    private static final FlagNames NAMES = FlagNames.of(
            "WSK_FLAG_ABORTIVE", 1,
            "WSK_FLAG_AT_DISPATCH_LEVEL", 8);

    /** Returns these flags together with others. */
    public DisconnectEventFlags or(DisconnectEventFlags other) {
        return new DisconnectEventFlags(value | other.value);
    }

    /** Tells whether all bits of another value are set here. */
    public boolean has(DisconnectEventFlags other) {
        return (value & other.value) == other.value;
    }

    /** Tells whether a bit is set that is no flag of WskDisconnectEvent. */
    public boolean hasUnknown() {
        return NAMES.hasUnknown(value);
    }

    @Override
    public String toString() {
        return NAMES.text(value);
    }
}
