package dev.wsksim.wsk.event;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.wsk.data.WskDatagramIndication;
import dev.wsksim.wsk.flag.ReceiveFromEventFlags;
import org.jspecify.annotations.Nullable;

/**
 * WskReceiveFromEvent: tells of received datagrams.
 *
 * <p>Called at or below DISPATCH_LEVEL in an arbitrary thread context. It may begin other requests, but must not wait for
 * them. Source: nc-wsk-pfn_wsk_receive_from_event.
 */
@FunctionalInterface
public interface WskReceiveFromEvent {

    /**
     * Is called by the provider.
     *
     * @param socketContext the context of the socket
     * @param flags MSG_BCAST, MSG_MCAST and WSK_FLAG_AT_DISPATCH_LEVEL
     * @param dataIndication the list; null when the socket is dead and should be closed
     * @return STATUS_SUCCESS: read; STATUS_PENDING: the driver keeps the list until WskRelease; STATUS_DATA_NOT_ACCEPTED: not taken
     */
    NtStatus receiveFromEvent(
            @Nullable Object socketContext,
            ReceiveFromEventFlags flags,
            @Nullable WskDatagramIndication dataIndication);
}
