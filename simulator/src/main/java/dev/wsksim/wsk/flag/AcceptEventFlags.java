package dev.wsksim.wsk.flag;

/**
 * The flags of WskAcceptEvent; a driver may pass any number. Source: nc-wsk-pfn_wsk_accept_event.
 *
 * @param value the number as it is passed
 */
public record AcceptEventFlags(int value) {

    /** No flag. */
    public static final AcceptEventFlags NONE = new AcceptEventFlags(0);
    /** The IRQL is DISPATCH_LEVEL. */
    public static final AcceptEventFlags WSK_FLAG_AT_DISPATCH_LEVEL = new AcceptEventFlags(8);

    private static final FlagNames NAMES = FlagNames.of("WSK_FLAG_AT_DISPATCH_LEVEL", 8);

    /** Returns these flags together with others. */
    public AcceptEventFlags or(AcceptEventFlags other) {
        return new AcceptEventFlags(value | other.value);
    }

    /** Tells whether all bits of another value are set here. */
    public boolean has(AcceptEventFlags other) {
        return (value & other.value) == other.value;
    }

    /** Tells whether a bit is set that is no flag of WskAcceptEvent. */
    public boolean hasUnknown() {
        return NAMES.hasUnknown(value);
    }

    @Override
    public String toString() {
        return NAMES.text(value);
    }
}
