package dev.wsksim.wsk.flag;

/**
 * The flags of WskSend; a driver may pass any number. Source: nc-wsk-pfn_wsk_send.
 *
 * @param value the number as it is passed
 */
public record SendFlags(int value) {

    /** No flag. */
    public static final SendFlags NONE = new SendFlags(0);
    /** Urgent data; in the header only, not on the page. */
    public static final SendFlags WSK_FLAG_OOB = new SendFlags(1);
    /** Send this and everything queued before it at once. */
    public static final SendFlags WSK_FLAG_NODELAY = new SendFlags(2);

    private static final FlagNames NAMES = FlagNames.of(
            "WSK_FLAG_OOB", 1,
            "WSK_FLAG_NODELAY", 2);

    /** Returns these flags together with others. */
    public SendFlags or(SendFlags other) {
        return new SendFlags(value | other.value);
    }

    /** Tells whether all bits of another value are set here. */
    public boolean has(SendFlags other) {
        return (value & other.value) == other.value;
    }

    /** Tells whether a bit is set that is no flag of WskSend. */
    public boolean hasUnknown() {
        return NAMES.hasUnknown(value);
    }

    @Override
    public String toString() {
        return NAMES.text(value);
    }
}
