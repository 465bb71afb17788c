package dev.wsksim.wsk.socket;

import dev.wsksim.wsk.event.EventFlag;
import dev.wsksim.wsk.event.WskReceiveFromEvent;
import org.jspecify.annotations.Nullable;

/**
 * WSK_CLIENT_DATAGRAM_DISPATCH: the event callback of a datagram socket. Source: ns-wsk-_wsk_client_datagram_dispatch.
 *
 * @param wskReceiveFromEvent NULL where it will not be enabled
 */
public record WskClientDatagramDispatch(@Nullable WskReceiveFromEvent wskReceiveFromEvent) implements ClientTable {

    @Override
    public int members() {
        return wskReceiveFromEvent == null ? 0 : EventFlag.WSK_EVENT_RECEIVE_FROM.bit();
    }

    @Override
    public String toString() {
        return new TableText()
                .member("WskReceiveFromEvent", wskReceiveFromEvent)
                .toString();
    }
}
