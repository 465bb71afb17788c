package dev.wsksim.wsk.event;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.wsk.flag.DisconnectEventFlags;
import org.jspecify.annotations.Nullable;

/**
 * WskDisconnectEvent: tells that the peer has disconnected.
 *
 * <p>Called at or below DISPATCH_LEVEL in an arbitrary thread context. It may begin other requests, but must not wait for
 * them. Source: nc-wsk-pfn_wsk_disconnect_event.
 */
@FunctionalInterface
public interface WskDisconnectEvent {

    /**
     * Is called by the provider.
     *
     * @param socketContext the context of the socket
     * @param flags WSK_FLAG_ABORTIVE for a reset, WSK_FLAG_AT_DISPATCH_LEVEL
     * @return always STATUS_SUCCESS
     */
    NtStatus disconnectEvent(@Nullable Object socketContext, DisconnectEventFlags flags);
}
