package dev.wsksim.wsk.socket;

import dev.wsksim.wsk.event.EventFlag;
import dev.wsksim.wsk.event.WskDisconnectEvent;
import dev.wsksim.wsk.event.WskReceiveEvent;
import dev.wsksim.wsk.event.WskSendBacklogEvent;
import org.jspecify.annotations.Nullable;

/**
 * WSK_CLIENT_CONNECTION_DISPATCH: the event callbacks of a connection socket. Source:
 * ns-wsk-_wsk_client_connection_dispatch.
 *
 * @param wskReceiveEvent NULL where it will not be enabled
 * @param wskDisconnectEvent NULL where it will not be enabled
 * @param wskSendBacklogEvent NULL where it will not be enabled
 */
public record WskClientConnectionDispatch(
        @Nullable WskReceiveEvent wskReceiveEvent,
        @Nullable WskDisconnectEvent wskDisconnectEvent,
        @Nullable WskSendBacklogEvent wskSendBacklogEvent)
        implements ClientTable {

    @Override
    public int members() {
        return (wskReceiveEvent == null ? 0 : EventFlag.WSK_EVENT_RECEIVE.bit())
                | (wskDisconnectEvent == null ? 0 : EventFlag.WSK_EVENT_DISCONNECT.bit())
                | (wskSendBacklogEvent == null ? 0 : EventFlag.WSK_EVENT_SEND_BACKLOG.bit());
    }

    @Override
    public String toString() {
        return new TableText()
                .member("WskReceiveEvent", wskReceiveEvent)
                .member("WskDisconnectEvent", wskDisconnectEvent)
                .member("WskSendBacklogEvent", wskSendBacklogEvent)
                .toString();
    }
}
