package dev.wsksim.wsk.event;

import java.util.Arrays;
import java.util.Optional;

/**
 * The events that SO_WSK_EVENT_CALLBACK and WSK_SET_STATIC_EVENT_CALLBACKS turn on, each with its bit in EventMask.
 * Source: so-wsk-event-callback, ns-wsk-_wsk_event_callback_control.
 */
public enum EventFlag {
    /** WskSendBacklogEvent of connection sockets. */
    WSK_EVENT_SEND_BACKLOG(0x10),
    /** WskReceiveEvent of connection sockets. */
    WSK_EVENT_RECEIVE(0x40),
    /** WskDisconnectEvent of connection sockets. */
    WSK_EVENT_DISCONNECT(0x80),
    /** WskReceiveFromEvent of datagram sockets. */
    WSK_EVENT_RECEIVE_FROM(0x100),
    /** WskAcceptEvent of listening sockets. */
    WSK_EVENT_ACCEPT(0x200);

    /** WSK_EVENT_DISABLE: with exactly one event, turns that event off. */
    public static final int WSK_EVENT_DISABLE = 0x80000000;

    /** The events of a connection, which a listening socket may pass on to those it accepts. */
    public static final int CONNECTION_EVENTS = 0x10 | 0x40 | 0x80;

    /** All events. */
    public static final int ALL_EVENTS = CONNECTION_EVENTS | 0x100 | 0x200;

    private final int bit;

    EventFlag(int bit) {
        this.bit = bit;
    }

    /** Returns the bit in EventMask. */
    public int bit() {
        return bit;
    }

    /** Returns the event of a mask that has exactly one bit. */
    public static Optional<EventFlag> ofBit(int bit) {
        return Arrays.stream(values()).filter(flag -> flag.bit == bit).findFirst();
    }

    /** Writes a mask as C code would. */
    public static String text(int mask) {
        StringBuilder text = new StringBuilder();
        int left = mask;
        for (EventFlag flag : values()) {
            if ((mask & flag.bit) != 0) {
                text.append(text.length() == 0 ? "" : " | ").append(flag);
                left &= ~flag.bit;
            }
        }
        if ((mask & WSK_EVENT_DISABLE) != 0) {
            text.append(text.length() == 0 ? "" : " | ").append("WSK_EVENT_DISABLE");
            left &= ~WSK_EVENT_DISABLE;
        }
        if (left != 0 || mask == 0) {
            text.append(text.length() == 0 ? "" : " | ").append("0x").append(Integer.toHexString(left));
        }
        return text.toString();
    }
}
