package dev.wsksim.wsk.socket;

/**
 * WSK_CLIENT_CONNECTION_DISPATCH: which event callbacks a driver offers for a connection socket.
 *
 * <p>All callbacks are off when a socket is delivered, and SO_WSK_EVENT_CALLBACK is not simulated yet, so only the
 * presence of each member is kept. Source: ns-wsk-_wsk_client_connection_dispatch.
 *
 * @param hasReceiveEvent whether WskReceiveEvent is not NULL
 * @param hasDisconnectEvent whether WskDisconnectEvent is not NULL
 * @param hasSendBacklogEvent whether WskSendBacklogEvent is not NULL
 */
public record WskClientConnectionDispatch(
        boolean hasReceiveEvent, boolean hasDisconnectEvent, boolean hasSendBacklogEvent) {

    @Override
    public String toString() {
        StringBuilder members = new StringBuilder();
        append(members, hasReceiveEvent, "WskReceiveEvent");
        append(members, hasDisconnectEvent, "WskDisconnectEvent");
        append(members, hasSendBacklogEvent, "WskSendBacklogEvent");
        return "{" + members + "}";
    }

    private static void append(StringBuilder members, boolean present, String name) {
        if (present) {
            members.append(members.length() == 0 ? "" : ", ").append(name);
        }
    }
}
