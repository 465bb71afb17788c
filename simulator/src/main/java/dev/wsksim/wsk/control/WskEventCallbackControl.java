package dev.wsksim.wsk.control;

import dev.wsksim.wsk.event.EventFlag;
import dev.wsksim.wsk.flag.EventMask;

/**
 * WSK_EVENT_CALLBACK_CONTROL, 16 bytes: which events to enable, or which one to disable. Source:
 * ns-wsk-_wsk_event_callback_control.
 *
 * @param npiId {@code NpiId}: whose events they are
 * @param eventMask {@code EventMask}: any events to enable, or exactly one together with WSK_EVENT_DISABLE
 */
public record WskEventCallbackControl(NpiId npiId, EventMask eventMask) {

    /** The size of the structure in bytes on x64. */
    public static final long SIZE = 16;

    /** The network programming interfaces that a driver may name. */
    public enum NpiId {
        /** NPI_WSK_INTERFACE_ID: the standard callbacks. */
        NPI_WSK_INTERFACE_ID,
        /** An extension interface; none was ever defined. */
        EXTENSION,
        /** The NULL pointer. */
        NULL
    }

    /** Makes the structure that enables standard callbacks. */
    public static WskEventCallbackControl of(EventFlag first, EventFlag... more) {
        int mask = first.bit();
        for (EventFlag flag : more) {
            mask |= flag.bit();
        }
        return of(new EventMask(mask));
    }

    /** Makes the structure for standard callbacks. */
    public static WskEventCallbackControl of(EventMask eventMask) {
        return new WskEventCallbackControl(NpiId.NPI_WSK_INTERFACE_ID, eventMask);
    }

    @Override
    public String toString() {
        return "{NpiId " + npiId + ", EventMask " + EventFlag.text(eventMask.value()) + "}";
    }
}
