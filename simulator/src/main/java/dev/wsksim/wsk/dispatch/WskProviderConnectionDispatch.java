package dev.wsksim.wsk.dispatch;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.call.WskBindCall;
import dev.wsksim.wsk.call.WskCloseSocketCall;
import dev.wsksim.wsk.call.WskConnectCall;
import dev.wsksim.wsk.call.WskControlSocketCall;
import dev.wsksim.wsk.call.WskGetAddressCall;
import dev.wsksim.wsk.call.WskServices;
import dev.wsksim.wsk.control.SocketControlRequest;
import dev.wsksim.wsk.socket.ConnectionSocket;
import dev.wsksim.wsk.socket.ProviderTable;
import org.jspecify.annotations.Nullable;

/**
 * WSK_PROVIDER_CONNECTION_DISPATCH: the functions of a connection socket, in the documented order; it begins with the
 * basic table.
 *
 * <p>WskSend, WskReceive, WskDisconnect, WskRelease and WskConnectEx are not simulated yet. All at or below
 * DISPATCH_LEVEL; statuses and ownership: see the call classes. Source: ns-wsk-_wsk_provider_connection_dispatch.
 */
public final class WskProviderConnectionDispatch implements ProviderTable {

    private final WskServices services;

    WskProviderConnectionDispatch(WskServices services) {
        this.services = services;
    }

    /** Returns the table of a connection socket: what a driver gets by casting {@code Socket->Dispatch}. */
    public static WskProviderConnectionDispatch of(ConnectionSocket socket) {
        return (WskProviderConnectionDispatch) socket.dispatch();
    }

    /** Sets or gets an option, or performs an IOCTL. Source: nc-wsk-pfn_wsk_control_socket. */
    public NtStatus wskControlSocket(
            @Nullable ConnectionSocket socket,
            int requestType,
            int controlCode,
            int level,
            long inputSize,
            @Nullable Variable<?> inputBuffer,
            long outputSize,
            @Nullable Variable<?> outputBuffer,
            @Nullable Variable<Long> outputSizeReturned,
            @Nullable Irp irp) {
        return WskControlSocketCall.call(
                services,
                socket,
                new SocketControlRequest(
                        requestType,
                        controlCode,
                        level,
                        inputSize,
                        inputBuffer,
                        outputSize,
                        outputBuffer,
                        outputSizeReturned),
                irp);
    }

    /** Closes the socket; the provider frees it. Source: nc-wsk-pfn_wsk_close_socket. */
    public NtStatus wskCloseSocket(@Nullable ConnectionSocket socket, @Nullable Irp irp) {
        return WskCloseSocketCall.call(services, socket, irp);
    }

    /** Binds the socket. Source: nc-wsk-pfn_wsk_bind. */
    public NtStatus wskBind(
            @Nullable ConnectionSocket socket, @Nullable SockAddr localAddress, int flags, @Nullable Irp irp) {
        return WskBindCall.call(services, socket, localAddress, flags, irp);
    }

    /** Connects the socket. Source: nc-wsk-pfn_wsk_connect. */
    public NtStatus wskConnect(
            @Nullable ConnectionSocket socket, @Nullable SockAddr remoteAddress, int flags, @Nullable Irp irp) {
        return WskConnectCall.call(services, socket, remoteAddress, flags, irp);
    }

    /** Tells the local address. Source: nc-wsk-pfn_wsk_get_local_address. */
    public NtStatus wskGetLocalAddress(
            @Nullable ConnectionSocket socket, @Nullable Variable<SockAddr> localAddress, @Nullable Irp irp) {
        return WskGetAddressCall.local(services, socket, localAddress, irp);
    }

    /** Tells the remote address. Source: nc-wsk-pfn_wsk_get_remote_address. */
    public NtStatus wskGetRemoteAddress(
            @Nullable ConnectionSocket socket, @Nullable Variable<SockAddr> remoteAddress, @Nullable Irp irp) {
        return WskGetAddressCall.remote(services, socket, remoteAddress, irp);
    }
}
