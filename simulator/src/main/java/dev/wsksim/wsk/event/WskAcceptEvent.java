package dev.wsksim.wsk.event;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.flag.AcceptEventFlags;
import dev.wsksim.wsk.socket.ConnectionSocket;
import dev.wsksim.wsk.socket.WskClientConnectionDispatch;
import org.jspecify.annotations.Nullable;

/**
 * WskAcceptEvent: hands over an accepted connection.
 *
 * <p>Called at or below DISPATCH_LEVEL in an arbitrary thread context. It may begin other requests, but must not wait for
 * them. Source: nc-wsk-pfn_wsk_accept_event.
 */
@FunctionalInterface
public interface WskAcceptEvent {

    /**
     * Is called by the provider.
     *
     * @param socketContext the context of the listening socket
     * @param flags WSK_FLAG_AT_DISPATCH_LEVEL
     * @param localAddress the local address, valid during the call only
     * @param remoteAddress the remote address, valid during the call only
     * @param acceptSocket the accepted socket; null when the listening socket is dead and should be closed
     * @param acceptSocketContext to be set to the context of the accepted socket
     * @param acceptSocketDispatch to be set to the callbacks of the accepted socket
     * @return STATUS_SUCCESS: accepted; STATUS_REQUEST_NOT_ACCEPTED: the provider closes the socket itself
     */
    NtStatus acceptEvent(
            @Nullable Object socketContext,
            AcceptEventFlags flags,
            @Nullable SockAddr localAddress,
            @Nullable SockAddr remoteAddress,
            @Nullable ConnectionSocket acceptSocket,
            Variable<Object> acceptSocketContext,
            Variable<WskClientConnectionDispatch> acceptSocketDispatch);
}
