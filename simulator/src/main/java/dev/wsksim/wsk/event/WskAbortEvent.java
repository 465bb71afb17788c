package dev.wsksim.wsk.event;

import dev.wsksim.kernel.NtStatus;
import org.jspecify.annotations.Nullable;

/**
 * WskAbortEvent: tells that a connection request under inspection was dropped.
 *
 * <p>Called at or below DISPATCH_LEVEL in an arbitrary thread context. It may begin other requests, but must not wait for
 * them. Source: nc-wsk-pfn_wsk_abort_event.
 */
@FunctionalInterface
public interface WskAbortEvent {

    /**
     * Is called by the provider.
     *
     * @param socketContext the context of the listening socket
     * @param inspectId names the request; compared by content
     * @return always STATUS_SUCCESS
     */
    NtStatus abortEvent(@Nullable Object socketContext, WskInspectId inspectId);
}
