package dev.wsksim.wsk.dispatch;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.call.WskAcceptCall;
import dev.wsksim.wsk.call.WskBindCall;
import dev.wsksim.wsk.call.WskGetAddressCall;
import dev.wsksim.wsk.call.WskInspectCompleteCall;
import dev.wsksim.wsk.call.WskServices;
import dev.wsksim.wsk.event.WskInspectAction;
import dev.wsksim.wsk.event.WskInspectId;
import dev.wsksim.wsk.socket.ListenSocket;
import dev.wsksim.wsk.socket.SocketCallbacks;
import dev.wsksim.wsk.socket.WskClientConnectionDispatch;
import org.jspecify.annotations.Nullable;

/**
 * WSK_PROVIDER_LISTEN_DISPATCH: the functions of a listening socket, in the documented order; it begins with the basic table.
 *
 * <p>All at or below DISPATCH_LEVEL; statuses and ownership: see the call classes. Source:
 * ns-wsk-_wsk_provider_listen_dispatch.
 */
public final class WskProviderListenDispatch extends WskProviderBasicDispatch {

    WskProviderListenDispatch(WskServices services) {
        super(services);
    }

    /** Returns the table of a listening socket: what a driver gets by casting {@code Socket->Dispatch}. */
    public static WskProviderListenDispatch of(ListenSocket socket) {
        return (WskProviderListenDispatch) socket.dispatch();
    }

    /** Binds the socket. Source: nc-wsk-pfn_wsk_bind. */
    public NtStatus wskBind(
            @Nullable ListenSocket socket, @Nullable SockAddr localAddress, int flags, @Nullable Irp irp) {
        return WskBindCall.call(services(), socket, localAddress, flags, irp);
    }

    /** Accepts a connection, or waits for one. Source: nc-wsk-pfn_wsk_accept. */
    public NtStatus wskAccept(
            @Nullable ListenSocket listenSocket,
            int flags,
            @Nullable Object acceptSocketContext,
            @Nullable WskClientConnectionDispatch acceptSocketDispatch,
            @Nullable Variable<SockAddr> localAddress,
            @Nullable Variable<SockAddr> remoteAddress,
            @Nullable Irp irp) {
        SocketCallbacks callbacks = SocketCallbacks.of(acceptSocketContext, acceptSocketDispatch);
        return WskAcceptCall.call(services(), listenSocket, flags, callbacks, localAddress, remoteAddress, irp);
    }

    /** Ends a pended inspection. Source: nc-wsk-pfn_wsk_inspect_complete. */
    public NtStatus wskInspectComplete(
            @Nullable ListenSocket listenSocket,
            @Nullable WskInspectId inspectId,
            WskInspectAction action,
            @Nullable Irp irp) {
        return WskInspectCompleteCall.call(
                services(), listenSocket, inspectId, Given.given(action, "WskInspectComplete", "Action"), irp);
    }

    /** Tells the local address. Source: nc-wsk-pfn_wsk_get_local_address. */
    public NtStatus wskGetLocalAddress(
            @Nullable ListenSocket socket, @Nullable Variable<SockAddr> localAddress, @Nullable Irp irp) {
        return WskGetAddressCall.local(services(), socket, localAddress, irp);
    }
}
