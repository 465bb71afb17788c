package dev.wsksim.wsk.dispatch;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.call.WskBindCall;
import dev.wsksim.wsk.call.WskConnectCall;
import dev.wsksim.wsk.call.WskConnectExCall;
import dev.wsksim.wsk.call.WskDisconnectCall;
import dev.wsksim.wsk.call.WskGetAddressCall;
import dev.wsksim.wsk.call.WskReceiveCall;
import dev.wsksim.wsk.call.WskReleaseCall;
import dev.wsksim.wsk.call.WskSendCall;
import dev.wsksim.wsk.call.WskServices;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.data.WskDataIndication;
import dev.wsksim.wsk.flag.DisconnectFlags;
import dev.wsksim.wsk.flag.ReceiveFlags;
import dev.wsksim.wsk.flag.SendFlags;
import dev.wsksim.wsk.socket.ConnectionSocket;
import org.jspecify.annotations.Nullable;

/**
 * WSK_PROVIDER_CONNECTION_DISPATCH: the functions of a connection socket, in the documented order; it begins with the basic table.
 *
 * <p>All at or below DISPATCH_LEVEL; statuses and ownership: see the call classes. Source:
 * ns-wsk-_wsk_provider_connection_dispatch.
 */
public final class WskProviderConnectionDispatch extends WskProviderBasicDispatch {

    WskProviderConnectionDispatch(WskServices services) {
        super(services);
    }

    /** Returns the table of a connection socket: what a driver gets by casting {@code Socket->Dispatch}. */
    public static WskProviderConnectionDispatch of(ConnectionSocket socket) {
        return (WskProviderConnectionDispatch) socket.dispatch();
    }

    /** Binds the socket. Source: nc-wsk-pfn_wsk_bind. */
    public NtStatus wskBind(
            @Nullable ConnectionSocket socket, @Nullable SockAddr localAddress, int flags, @Nullable Irp irp) {
        return WskBindCall.call(services(), socket, localAddress, flags, irp);
    }

    /** Connects the socket. Source: nc-wsk-pfn_wsk_connect. */
    public NtStatus wskConnect(
            @Nullable ConnectionSocket socket, @Nullable SockAddr remoteAddress, int flags, @Nullable Irp irp) {
        return WskConnectCall.call(services(), socket, remoteAddress, flags, irp);
    }

    /** Tells the local address. Source: nc-wsk-pfn_wsk_get_local_address. */
    public NtStatus wskGetLocalAddress(
            @Nullable ConnectionSocket socket, @Nullable Variable<SockAddr> localAddress, @Nullable Irp irp) {
        return WskGetAddressCall.local(services(), socket, localAddress, irp);
    }

    /** Tells the remote address. Source: nc-wsk-pfn_wsk_get_remote_address. */
    public NtStatus wskGetRemoteAddress(
            @Nullable ConnectionSocket socket, @Nullable Variable<SockAddr> remoteAddress, @Nullable Irp irp) {
        return WskGetAddressCall.remote(services(), socket, remoteAddress, irp);
    }

    /** Sends bytes. Source: nc-wsk-pfn_wsk_send. */
    public NtStatus wskSend(
            @Nullable ConnectionSocket socket, @Nullable WskBuf buffer, SendFlags flags, @Nullable Irp irp) {
        return WskSendCall.call(services(), socket, buffer, Given.given(flags, "WskSend", "Flags"), irp);
    }

    /** Receives bytes. Source: nc-wsk-pfn_wsk_receive. */
    public NtStatus wskReceive(
            @Nullable ConnectionSocket socket, @Nullable WskBuf buffer, ReceiveFlags flags, @Nullable Irp irp) {
        return WskReceiveCall.call(services(), socket, buffer, Given.given(flags, "WskReceive", "Flags"), irp);
    }

    /** Ends the sending half, or the connection. Source: nc-wsk-pfn_wsk_disconnect. */
    public NtStatus wskDisconnect(
            @Nullable ConnectionSocket socket, @Nullable WskBuf buffer, DisconnectFlags flags, @Nullable Irp irp) {
        return WskDisconnectCall.call(services(), socket, buffer, Given.given(flags, "WskDisconnect", "Flags"), irp);
    }

    /** Gives a list back that WskReceiveEvent kept. Source: nc-wsk-pfn_wsk_release_data_indication_list. */
    public NtStatus wskRelease(@Nullable ConnectionSocket socket, @Nullable WskDataIndication dataIndication) {
        return WskReleaseCall.data(services(), socket, dataIndication);
    }

    /** Connects the socket and sends first data. Source: nc-wsk-pfn_wsk_connect_ex. */
    public NtStatus wskConnectEx(
            @Nullable ConnectionSocket socket,
            @Nullable SockAddr remoteAddress,
            @Nullable WskBuf buffer,
            int flags,
            @Nullable Irp irp) {
        return WskConnectExCall.call(services(), socket, remoteAddress, buffer, flags, irp);
    }
}
