package dev.wsksim.wsk.dispatch;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.call.WskAcceptCall;
import dev.wsksim.wsk.call.WskBindCall;
import dev.wsksim.wsk.call.WskConnectCall;
import dev.wsksim.wsk.call.WskConnectExCall;
import dev.wsksim.wsk.call.WskDisconnectCall;
import dev.wsksim.wsk.call.WskGetAddressCall;
import dev.wsksim.wsk.call.WskListenCall;
import dev.wsksim.wsk.call.WskReceiveCall;
import dev.wsksim.wsk.call.WskReleaseCall;
import dev.wsksim.wsk.call.WskSendCall;
import dev.wsksim.wsk.call.WskServices;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.data.WskDataIndication;
import dev.wsksim.wsk.flag.DisconnectFlags;
import dev.wsksim.wsk.flag.ReceiveFlags;
import dev.wsksim.wsk.flag.SendFlags;
import dev.wsksim.wsk.socket.SocketCallbacks;
import dev.wsksim.wsk.socket.StreamSocket;
import dev.wsksim.wsk.socket.WskClientConnectionDispatch;
import org.jspecify.annotations.Nullable;

/**
 * WSK_PROVIDER_STREAM_DISPATCH: the functions of a stream socket, in the documented order; it begins with the basic table.
 *
 * <p>All at or below DISPATCH_LEVEL; statuses and ownership: see the call classes. Source:
 * ns-wsk-_wsk_provider_stream_dispatch.
 */
public final class WskProviderStreamDispatch extends WskProviderBasicDispatch {

    WskProviderStreamDispatch(WskServices services) {
        super(services);
    }

    /** Returns the table of a stream socket: what a driver gets by casting {@code Socket->Dispatch}. */
    public static WskProviderStreamDispatch of(StreamSocket socket) {
        return (WskProviderStreamDispatch) socket.dispatch();
    }

    /** Binds the socket. Source: nc-wsk-pfn_wsk_bind. */
    public NtStatus wskBind(
            @Nullable StreamSocket socket, @Nullable SockAddr localAddress, int flags, @Nullable Irp irp) {
        return WskBindCall.call(services(), socket, localAddress, flags, irp);
    }

    /** Accepts a connection, or waits for one. Source: nc-wsk-pfn_wsk_accept. */
    public NtStatus wskAccept(
            @Nullable StreamSocket listenSocket,
            int flags,
            @Nullable Object acceptSocketContext,
            @Nullable WskClientConnectionDispatch acceptSocketDispatch,
            @Nullable Variable<SockAddr> localAddress,
            @Nullable Variable<SockAddr> remoteAddress,
            @Nullable Irp irp) {
        SocketCallbacks callbacks = SocketCallbacks.of(acceptSocketContext, acceptSocketDispatch);
        return WskAcceptCall.call(services(), listenSocket, flags, callbacks, localAddress, remoteAddress, irp);
    }

    /** Connects the socket. Source: nc-wsk-pfn_wsk_connect. */
    public NtStatus wskConnect(
            @Nullable StreamSocket socket, @Nullable SockAddr remoteAddress, int flags, @Nullable Irp irp) {
        return WskConnectCall.call(services(), socket, remoteAddress, flags, irp);
    }

    /** Lets the socket listen. Source: nc-wsk-pfn_wsk_listen. */
    public NtStatus wskListen(@Nullable StreamSocket socket, @Nullable Irp irp) {
        return WskListenCall.call(services(), socket, irp);
    }

    /** Sends bytes. Source: nc-wsk-pfn_wsk_send. */
    public NtStatus wskSend(
            @Nullable StreamSocket socket, @Nullable WskBuf buffer, SendFlags flags, @Nullable Irp irp) {
        return WskSendCall.call(services(), socket, buffer, Given.given(flags, "WskSend", "Flags"), irp);
    }

    /** Receives bytes. Source: nc-wsk-pfn_wsk_receive. */
    public NtStatus wskReceive(
            @Nullable StreamSocket socket, @Nullable WskBuf buffer, ReceiveFlags flags, @Nullable Irp irp) {
        return WskReceiveCall.call(services(), socket, buffer, Given.given(flags, "WskReceive", "Flags"), irp);
    }

    /** Ends the sending half, or the connection. Source: nc-wsk-pfn_wsk_disconnect. */
    public NtStatus wskDisconnect(
            @Nullable StreamSocket socket, @Nullable WskBuf buffer, DisconnectFlags flags, @Nullable Irp irp) {
        return WskDisconnectCall.call(services(), socket, buffer, Given.given(flags, "WskDisconnect", "Flags"), irp);
    }

    /** Gives a list back that WskReceiveEvent kept. Source: nc-wsk-pfn_wsk_release_data_indication_list. */
    public NtStatus wskRelease(@Nullable StreamSocket socket, @Nullable WskDataIndication dataIndication) {
        return WskReleaseCall.data(services(), socket, dataIndication);
    }

    /** Tells the local address. Source: nc-wsk-pfn_wsk_get_local_address. */
    public NtStatus wskGetLocalAddress(
            @Nullable StreamSocket socket, @Nullable Variable<SockAddr> localAddress, @Nullable Irp irp) {
        return WskGetAddressCall.local(services(), socket, localAddress, irp);
    }

    /** Tells the remote address. Source: nc-wsk-pfn_wsk_get_remote_address. */
    public NtStatus wskGetRemoteAddress(
            @Nullable StreamSocket socket, @Nullable Variable<SockAddr> remoteAddress, @Nullable Irp irp) {
        return WskGetAddressCall.remote(services(), socket, remoteAddress, irp);
    }

    /** Connects the socket and sends first data. Source: nc-wsk-pfn_wsk_connect_ex. */
    public NtStatus wskConnectEx(
            @Nullable StreamSocket socket,
            @Nullable SockAddr remoteAddress,
            @Nullable WskBuf buffer,
            int flags,
            @Nullable Irp irp) {
        return WskConnectExCall.call(services(), socket, remoteAddress, buffer, flags, irp);
    }
}
