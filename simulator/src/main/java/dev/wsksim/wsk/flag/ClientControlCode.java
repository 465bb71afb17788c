package dev.wsksim.wsk.flag;

/**
 * The ControlCode of WskControlClient; a driver may pass any number. Its numbers overlap with those of {@link
 * SocketControlCode}. Source: nc-wsk-pfn_wsk_control_client.
 *
 * @param value the number as it is passed
 */
public record ClientControlCode(int value) {

    /** Lists the transports. Source: wsk-transport-list-query. */
    public static final ClientControlCode WSK_TRANSPORT_LIST_QUERY = new ClientControlCode(2);
    /** Waits for a change of the transports. Source: wsk-transport-list-change. */
    public static final ClientControlCode WSK_TRANSPORT_LIST_CHANGE = new ClientControlCode(3);
    /** Copies a security descriptor. Source: wsk-cache-sd. */
    public static final ClientControlCode WSK_CACHE_SD = new ClientControlCode(4);
    /** Takes a copy back. Source: wsk-release-sd. */
    public static final ClientControlCode WSK_RELEASE_SD = new ClientControlCode(5);
    /** Maps transports to TDI devices. Source: wsk-tdi-devicename-mapping. */
    public static final ClientControlCode WSK_TDI_DEVICENAME_MAPPING = new ClientControlCode(6);
    /** Enables events on all sockets to come. Source: wsk-set-static-event-callbacks. */
    public static final ClientControlCode WSK_SET_STATIC_EVENT_CALLBACKS = new ClientControlCode(7);
    /** Says whether TDI filters are passed by. Source: wsk-tdi-behavior. */
    public static final ClientControlCode WSK_TDI_BEHAVIOR = new ClientControlCode(8);
}
