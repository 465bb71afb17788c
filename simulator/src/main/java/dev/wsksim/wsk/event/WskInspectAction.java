package dev.wsksim.wsk.event;

import com.google.common.collect.ImmutableList;

/**
 * WSK_INSPECT_ACTION: what WskInspectEvent answers and WskInspectComplete says; a driver may pass any number. Source:
 * nc-wsk-pfn_wsk_inspect_event, nc-wsk-pfn_wsk_inspect_complete.
 *
 * @param value the number as it is passed
 */
public record WskInspectAction(int value) {

    /** Drop the request. */
    public static final WskInspectAction WskInspectReject = new WskInspectAction(0);
    /** Go on with the handshake. */
    public static final WskInspectAction WskInspectAccept = new WskInspectAction(1);
    /** Decide later, with WskInspectComplete. */
    public static final WskInspectAction WskInspectPend = new WskInspectAction(2);

    private static final ImmutableList<WskInspectAction> DOCUMENTED =
            ImmutableList.of(WskInspectReject, WskInspectAccept, WskInspectPend);
    private static final ImmutableList<String> NAMES =
            ImmutableList.of("WskInspectReject", "WskInspectAccept", "WskInspectPend");

    /** Returns the actions that wsk.h has. */
    public static ImmutableList<WskInspectAction> documented() {
        return DOCUMENTED;
    }

    /** Tells whether the number is one of wsk.h. */
    public boolean isDocumented() {
        return value >= 0 && value < NAMES.size();
    }

    /** Returns the C name, or the number where it has none. */
    public String name() {
        return isDocumented() ? NAMES.get(value) : Integer.toString(value);
    }

    @Override
    public String toString() {
        return name();
    }
}
