package dev.wsksim.wsk.dispatch;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.call.ReceiveFromOutputs;
import dev.wsksim.wsk.call.WskBindCall;
import dev.wsksim.wsk.call.WskGetAddressCall;
import dev.wsksim.wsk.call.WskReceiveFromCall;
import dev.wsksim.wsk.call.WskReleaseCall;
import dev.wsksim.wsk.call.WskSendMessagesCall;
import dev.wsksim.wsk.call.WskSendToCall;
import dev.wsksim.wsk.call.WskServices;
import dev.wsksim.wsk.data.ControlMessage;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.data.WskBufList;
import dev.wsksim.wsk.data.WskDatagramIndication;
import dev.wsksim.wsk.socket.DatagramSocket;
import org.jspecify.annotations.Nullable;

/**
 * WSK_PROVIDER_DATAGRAM_DISPATCH: the functions of a datagram socket, in the documented order; it begins with the basic table.
 *
 * <p>All at or below DISPATCH_LEVEL; statuses and ownership: see the call classes. Source:
 * ns-wsk-_wsk_provider_datagram_dispatch.
 */
public final class WskProviderDatagramDispatch extends WskProviderBasicDispatch {

    WskProviderDatagramDispatch(WskServices services) {
        super(services);
    }

    /** Returns the table of a datagram socket: what a driver gets by casting {@code Socket->Dispatch}. */
    public static WskProviderDatagramDispatch of(DatagramSocket socket) {
        return (WskProviderDatagramDispatch) socket.dispatch();
    }

    /** Binds the socket. Source: nc-wsk-pfn_wsk_bind. */
    public NtStatus wskBind(
            @Nullable DatagramSocket socket, @Nullable SockAddr localAddress, int flags, @Nullable Irp irp) {
        return WskBindCall.call(services(), socket, localAddress, flags, irp);
    }

    /** Sends one datagram. Source: nc-wsk-pfn_wsk_send_to. */
    public NtStatus wskSendTo(
            @Nullable DatagramSocket socket,
            @Nullable WskBuf buffer,
            int flags,
            @Nullable SockAddr remoteAddress,
            long controlInfoLength,
            @Nullable ImmutableList<ControlMessage> controlInfo,
            @Nullable Irp irp) {
        return WskSendToCall.call(
                services(), socket, buffer, flags, remoteAddress, controlInfoLength, controlInfo, irp);
    }

    /** Receives one datagram. Source: nc-wsk-pfn_wsk_receive_from. */
    public NtStatus wskReceiveFrom(
            @Nullable DatagramSocket socket,
            @Nullable WskBuf buffer,
            int flags,
            ReceiveFromOutputs outputs,
            @Nullable Irp irp) {
        return WskReceiveFromCall.call(services(), socket, buffer, flags, outputs, irp);
    }

    /** Gives a list back that WskReceiveFromEvent kept. Source: nc-wsk-pfn_wsk_release_datagram_indication_list. */
    public NtStatus wskRelease(@Nullable DatagramSocket socket, @Nullable WskDatagramIndication datagramIndication) {
        return WskReleaseCall.datagrams(services(), socket, datagramIndication);
    }

    /** Tells the local address. Source: nc-wsk-pfn_wsk_get_local_address. */
    public NtStatus wskGetLocalAddress(
            @Nullable DatagramSocket socket, @Nullable Variable<SockAddr> localAddress, @Nullable Irp irp) {
        return WskGetAddressCall.local(services(), socket, localAddress, irp);
    }

    /** Sends a list of datagrams. Source: nc-wsk-pfn_wsk_send_messages. */
    public NtStatus wskSendMessages(
            @Nullable DatagramSocket socket,
            @Nullable WskBufList bufferList,
            int flags,
            @Nullable SockAddr remoteAddress,
            long controlInfoLength,
            @Nullable ImmutableList<ControlMessage> controlInfo,
            @Nullable Irp irp) {
        return WskSendMessagesCall.call(
                services(), socket, bufferList, flags, remoteAddress, controlInfoLength, controlInfo, irp);
    }
}
