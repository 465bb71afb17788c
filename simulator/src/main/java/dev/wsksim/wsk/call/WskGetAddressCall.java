package dev.wsksim.wsk.call;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.socket.LocalAddress;
import dev.wsksim.wsk.socket.WskSocket;
import org.jspecify.annotations.Nullable;

/**
 * WskGetLocalAddress and WskGetRemoteAddress: tell the address of one end of a socket.
 *
 * <p>STATUS_INVALID_DEVICE_STATE, in the return value and in the IRP, when the socket has no such address yet: not
 * bound, or not connected. A socket that is bound to the wildcard and not connected tells its port and the wildcard. A
 * NULL output address is STATUS_INVALID_PARAMETER (assumption).
 *
 * <p>IRQL: at or below DISPATCH_LEVEL. Source: nc-wsk-pfn_wsk_get_local_address, nc-wsk-pfn_wsk_get_remote_address.
 */
public final class WskGetAddressCall extends SocketCall {

    private final @Nullable Variable<SockAddr> output;

    private WskGetAddressCall(
            WskServices services,
            WskFunction function,
            @Nullable WskSocket socket,
            @Nullable Variable<SockAddr> output,
            @Nullable Irp irp) {
        super(services, function, socket, irp);
        this.output = output;
    }

    /** Plays a call of WskGetLocalAddress up to its return. */
    public static NtStatus local(
            WskServices services,
            @Nullable WskSocket socket,
            @Nullable Variable<SockAddr> localAddress,
            @Nullable Irp irp) {
        return new WskGetAddressCall(services, WskFunction.WskGetLocalAddress, socket, localAddress, irp).run();
    }

    /** Plays a call of WskGetRemoteAddress up to its return. */
    public static NtStatus remote(
            WskServices services,
            @Nullable WskSocket socket,
            @Nullable Variable<SockAddr> remoteAddress,
            @Nullable Irp irp) {
        return new WskGetAddressCall(services, WskFunction.WskGetRemoteAddress, socket, remoteAddress, irp).run();
    }

    @Override
    void startOnOpenSocket() {
        Variable<SockAddr> variable = output;
        Endpoint endpoint = isLocal() ? local() : remote();
        if (variable == null) {
            refuse(NtStatus.STATUS_INVALID_PARAMETER, parameterName() + " is NULL (assumption)");
        } else if (endpoint == null) {
            refuse(
                    NtStatus.STATUS_INVALID_DEVICE_STATE,
                    "the socket is " + target().state().text() + ", so it has no " + (isLocal() ? "local" : "remote")
                            + " address yet");
        } else {
            holdAddress(parameterName(), variable);
            variable.set(SockAddr.of(endpoint));
            settle(NtStatus.STATUS_SUCCESS, parameterName() + " is " + endpoint);
        }
    }

    private @Nullable Endpoint local() {
        LocalAddress address = target().localAddress();
        return address == null ? null : address.endpoint();
    }

    private @Nullable Endpoint remote() {
        return target().state().wasConnected() ? connectionRole().remote() : null;
    }

    private boolean isLocal() {
        return function() == WskFunction.WskGetLocalAddress;
    }

    private String parameterName() {
        return isLocal() ? "LocalAddress" : "RemoteAddress";
    }

    @Override
    void abandon() {
        throw new AssertionError(function() + " is settled as soon as it starts, so nothing is left to cancel");
    }

    @Override
    CallArguments arguments() {
        return withIrp(socketArguments().context(parameterName(), output));
    }
}
