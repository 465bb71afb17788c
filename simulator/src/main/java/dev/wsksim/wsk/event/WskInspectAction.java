package dev.wsksim.wsk.event;

import java.util.Arrays;
import java.util.Optional;

/** WSK_INSPECT_ACTION, with the values of wsk.h. Source: nc-wsk-pfn_wsk_inspect_event. */
public enum WskInspectAction {
    /** Drop the request. */
    WskInspectReject(0),
    /** Go on with the handshake. */
    WskInspectAccept(1),
    /** Decide later, with WskInspectComplete. */
    WskInspectPend(2);

    private final int value;

    WskInspectAction(int value) {
        this.value = value;
    }

    /** Returns the number. */
    public int value() {
        return value;
    }

    /** Returns the action with this number, if there is one. */
    public static Optional<WskInspectAction> byValue(int value) {
        return Arrays.stream(values()).filter(action -> action.value == value).findFirst();
    }
}
