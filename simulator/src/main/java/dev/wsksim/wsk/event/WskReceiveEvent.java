package dev.wsksim.wsk.event;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.data.WskDataIndication;
import dev.wsksim.wsk.flag.ReceiveEventFlags;
import org.jspecify.annotations.Nullable;

/**
 * WskReceiveEvent: tells of received bytes.
 *
 * <p>Called at or below DISPATCH_LEVEL in an arbitrary thread context. It may begin other requests, but must not wait for
 * them. Source: nc-wsk-pfn_wsk_receive_event.
 */
@FunctionalInterface
public interface WskReceiveEvent {

    /**
     * Is called by the provider.
     *
     * @param socketContext the context of the socket
     * @param flags WSK_FLAG_RELEASE_ASAP, WSK_FLAG_ENTIRE_MESSAGE and WSK_FLAG_AT_DISPATCH_LEVEL
     * @param dataIndication the list; null when the socket is dead and should be closed
     * @param bytesIndicated how many bytes the list has
     * @param bytesAccepted to be set to how many were taken, where these are not all
     * @return STATUS_SUCCESS: taken, all or BytesAccepted of them; STATUS_PENDING: the driver keeps the list until WskRelease; STATUS_DATA_NOT_ACCEPTED: nothing was taken, and nothing more is indicated before WskReceive
     */
    NtStatus receiveEvent(
            @Nullable Object socketContext,
            ReceiveEventFlags flags,
            @Nullable WskDataIndication dataIndication,
            long bytesIndicated,
            Variable<Long> bytesAccepted);
}
