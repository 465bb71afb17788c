package dev.wsksim.wsk.event;

import dev.wsksim.kernel.NtStatus;
import org.jspecify.annotations.Nullable;

/**
 * WskSendBacklogEvent: tells that the ideal send backlog has changed.
 *
 * <p>Called at or below DISPATCH_LEVEL in an arbitrary thread context. It may begin other requests, but must not wait for
 * them. Source: nc-wsk-pfn_wsk_send_backlog_event.
 */
@FunctionalInterface
public interface WskSendBacklogEvent {

    /**
     * Is called by the provider.
     *
     * @param socketContext the context of the socket
     * @param idealBacklogSize how many bytes of sends should be outstanding for full throughput
     * @return always STATUS_SUCCESS
     */
    NtStatus sendBacklogEvent(@Nullable Object socketContext, long idealBacklogSize);
}
