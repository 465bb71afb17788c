package dev.wsksim.wsk.socket;

import dev.wsksim.wsk.event.EventFlag;
import dev.wsksim.wsk.event.WskAbortEvent;
import dev.wsksim.wsk.event.WskAcceptEvent;
import dev.wsksim.wsk.event.WskInspectEvent;
import org.jspecify.annotations.Nullable;

/**
 * WSK_CLIENT_LISTEN_DISPATCH: the event callbacks of a listening socket. Source: ns-wsk-_wsk_client_listen_dispatch.
 *
 * @param wskAcceptEvent NULL where it will not be enabled
 * @param wskInspectEvent NULL without conditional accept
 * @param wskAbortEvent NULL without conditional accept
 */
public record WskClientListenDispatch(
        @Nullable WskAcceptEvent wskAcceptEvent,
        @Nullable WskInspectEvent wskInspectEvent,
        @Nullable WskAbortEvent wskAbortEvent)
        implements ClientTable {

    /** Connection events may be enabled on a listening socket too, for those that it accepts. */
    @Override
    public int members() {
        return (wskAcceptEvent == null ? 0 : EventFlag.WSK_EVENT_ACCEPT.bit()) | EventFlag.CONNECTION_EVENTS;
    }

    @Override
    public String toString() {
        return new TableText()
                .member("WskAcceptEvent", wskAcceptEvent)
                .member("WskInspectEvent", wskInspectEvent)
                .member("WskAbortEvent", wskAbortEvent)
                .toString();
    }
}
