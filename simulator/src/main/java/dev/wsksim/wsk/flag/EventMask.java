package dev.wsksim.wsk.flag;

/**
 * EventMask of WSK_EVENT_CALLBACK_CONTROL: events to enable, or one of them together with WSK_EVENT_DISABLE; a driver may
 * pass any number. Source: so-wsk-event-callback, ns-wsk-_wsk_event_callback_control.
 *
 * @param value the number as it is passed
 */
public record EventMask(int value) {

    /** No event, which is no mask that WSK takes. */
    public static final EventMask NONE = new EventMask(0);
    /** WskSendBacklogEvent of connection sockets. */
    public static final EventMask WSK_EVENT_SEND_BACKLOG = new EventMask(0x10);
    /** WskReceiveEvent of connection sockets. */
    public static final EventMask WSK_EVENT_RECEIVE = new EventMask(0x40);
    /** WskDisconnectEvent of connection sockets. */
    public static final EventMask WSK_EVENT_DISCONNECT = new EventMask(0x80);
    /** WskReceiveFromEvent of datagram sockets. */
    public static final EventMask WSK_EVENT_RECEIVE_FROM = new EventMask(0x100);
    /** WskAcceptEvent of listening sockets. */
    public static final EventMask WSK_EVENT_ACCEPT = new EventMask(0x200);
    /** With exactly one event: turns that event off. */
    public static final EventMask WSK_EVENT_DISABLE = new EventMask(0x80000000);

    /** Returns this mask together with another. */
    public EventMask or(EventMask other) {
        return new EventMask(value | other.value);
    }

    /** Tells whether all bits of another mask are set here. */
    public boolean has(EventMask other) {
        return (value & other.value) == other.value;
    }
}
