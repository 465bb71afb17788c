package dev.wsksim.wsk.flag;

/**
 * The flags of WskDisconnect; a driver may pass any number. Source: nc-wsk-pfn_wsk_disconnect.
 *
 * @param value the number as it is passed
 */
public record DisconnectFlags(int value) {

    /** No flag. */
    public static final DisconnectFlags NONE = new DisconnectFlags(0);
    /** Reset the connection. */
    public static final DisconnectFlags WSK_FLAG_ABORTIVE = new DisconnectFlags(1);

    private static final FlagNames NAMES = FlagNames.of("WSK_FLAG_ABORTIVE", 1);

    /** Returns these flags together with others. */
    public DisconnectFlags or(DisconnectFlags other) {
        return new DisconnectFlags(value | other.value);
    }

    /** Tells whether all bits of another value are set here. */
    public boolean has(DisconnectFlags other) {
        return (value & other.value) == other.value;
    }

    /** Tells whether a bit is set that is no flag of WskDisconnect. */
    public boolean hasUnknown() {
        return NAMES.hasUnknown(value);
    }

    @Override
    public String toString() {
        return NAMES.text(value);
    }
}
