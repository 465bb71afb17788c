package dev.wsksim.wsk.dispatch;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.call.WskCloseSocketCall;
import dev.wsksim.wsk.call.WskControlSocketCall;
import dev.wsksim.wsk.call.WskServices;
import dev.wsksim.wsk.control.SocketControlRequest;
import dev.wsksim.wsk.flag.SocketControlCode;
import dev.wsksim.wsk.flag.WskControlSocketType;
import dev.wsksim.wsk.socket.ProviderTable;
import dev.wsksim.wsk.socket.WskSocket;
import org.jspecify.annotations.Nullable;

/**
 * WSK_PROVIDER_BASIC_DISPATCH: the functions of a basic socket, with which every other table begins.
 *
 * <p>All at or below DISPATCH_LEVEL, but for a few IOCTLs; statuses and ownership: see the call classes. Source:
 * ns-wsk-_wsk_provider_basic_dispatch.
 */
public sealed class WskProviderBasicDispatch implements ProviderTable
        permits WskProviderListenDispatch,
                WskProviderDatagramDispatch,
                WskProviderConnectionDispatch,
                WskProviderStreamDispatch {

    private final WskServices services;

    WskProviderBasicDispatch(WskServices services) {
        this.services = services;
    }

    /** Returns the table of any socket, as far as all tables are alike. */
    public static WskProviderBasicDispatch of(WskSocket socket) {
        return (WskProviderBasicDispatch) socket.dispatch();
    }

    final WskServices services() {
        return services;
    }

    /** Sets or gets an option, or performs an IOCTL. Source: nc-wsk-pfn_wsk_control_socket. */
    public final NtStatus wskControlSocket(
            @Nullable WskSocket socket,
            WskControlSocketType requestType,
            SocketControlCode controlCode,
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
                        Given.given(requestType, "WskControlSocket", "RequestType")
                                .value(),
                        Given.given(controlCode, "WskControlSocket", "ControlCode")
                                .value(),
                        level,
                        inputSize,
                        inputBuffer,
                        outputSize,
                        outputBuffer,
                        outputSizeReturned),
                irp);
    }

    /** Closes the socket; the provider frees it. Source: nc-wsk-pfn_wsk_close_socket. */
    public final NtStatus wskCloseSocket(@Nullable WskSocket socket, @Nullable Irp irp) {
        return WskCloseSocketCall.call(services, socket, irp);
    }
}
