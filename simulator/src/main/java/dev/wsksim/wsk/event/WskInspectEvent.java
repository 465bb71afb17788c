package dev.wsksim.wsk.event;

import dev.wsksim.wsk.SockAddr;
import org.jspecify.annotations.Nullable;

/**
 * WskInspectEvent: asks whether to accept a connection before its handshake.
 *
 * <p>Called at or below DISPATCH_LEVEL in an arbitrary thread context. It may begin other requests, but must not wait for
 * them. Source: nc-wsk-pfn_wsk_inspect_event.
 */
@FunctionalInterface
public interface WskInspectEvent {

    /**
     * Is called by the provider.
     *
     * @param socketContext the context of the listening socket
     * @param localAddress the local address, valid during the call only
     * @param remoteAddress the remote address, valid during the call only
     * @param inspectId names the request; null when the listening socket is dead and should be closed
     * @return what to do; after WskInspectPend the driver calls WskInspectComplete later
     */
    WskInspectAction inspectEvent(
            @Nullable Object socketContext,
            @Nullable SockAddr localAddress,
            @Nullable SockAddr remoteAddress,
            @Nullable WskInspectId inspectId);
}
