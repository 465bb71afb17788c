package dev.wsksim.wsk.call;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.tcp.ConnectFailure;
import dev.wsksim.wsk.NtStatusMapping;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.socket.ConnectObserver;
import dev.wsksim.wsk.socket.SocketState;
import dev.wsksim.wsk.socket.WskSocket;
import org.jspecify.annotations.Nullable;

/**
 * WskConnect: connects a bound socket to a remote address.
 *
 * <p>Statuses: those of the connect stage of WskSocketConnect. A socket that is not bound fails with
 * STATUS_INVALID_DEVICE_STATE, returned at once and in the IRP (seen on Windows). After a failure the socket is still
 * bound and has to be closed. A cancelled connect leaves the socket bound (assumption, OQ-26).
 *
 * <p>IRQL: at or below DISPATCH_LEVEL. Source: nc-wsk-pfn_wsk_connect.
 */
public final class WskConnectCall extends SocketCall implements ConnectObserver {

    private final @Nullable SockAddr remoteAddress;
    private final int flags;

    private WskConnectCall(
            WskServices services,
            @Nullable WskSocket socket,
            @Nullable SockAddr remoteAddress,
            int flags,
            @Nullable Irp irp) {
        super(services, WskFunction.WskConnect, socket, irp);
        this.remoteAddress = remoteAddress;
        this.flags = flags;
    }

    /** Plays a call of WskConnect up to its return. */
    public static NtStatus call(
            WskServices services,
            @Nullable WskSocket socket,
            @Nullable SockAddr remoteAddress,
            int flags,
            @Nullable Irp irp) {
        return new WskConnectCall(services, socket, remoteAddress, flags, irp).run();
    }

    @Override
    void startOnOpenSocket() {
        WskSocket socket = target();
        SockAddr address = remoteAddress;
        if (flags != 0) {
            refuse(NtStatus.STATUS_INVALID_PARAMETER, "Flags is " + flags + ", but it is reserved (assumption, OQ-28)");
        } else if (address == null) {
            refuse(NtStatus.STATUS_INVALID_PARAMETER, "RemoteAddress is NULL (assumption)");
        } else if (address.saFamily() != socket.triple().addressFamily()) {
            refuse(NtStatus.STATUS_INVALID_PARAMETER, "RemoteAddress is not of the socket's family (assumption)");
        } else if (socket.state() != SocketState.BOUND) {
            refuse(
                    NtStatus.STATUS_INVALID_DEVICE_STATE,
                    "the socket is " + socket.state().text() + ", not bound");
        } else {
            connect(address);
        }
    }

    private void connect(SockAddr address) {
        Endpoint remote = Binding.endpoint(address);
        if (remote == null) {
            Binding.refuseMalformed(this, "RemoteAddress");
            return;
        }
        ConnectFailure failure = connectionRole().connect(remote, this);
        if (failure != null) {
            settle(NtStatusMapping.of(failure), failure.sentence());
        }
    }

    @Override
    public void connected() {
        settle(NtStatus.STATUS_SUCCESS, "the handshake is complete");
    }

    @Override
    public void connectFailed(ConnectFailure failure) {
        settle(NtStatusMapping.of(failure), failure.sentence());
    }

    @Override
    void abandon() {
        connectionRole().abandonConnect();
    }

    @Override
    CallArguments arguments() {
        return withIrp(socketArguments().remoteAddress(remoteAddress).number("Flags", flags));
    }
}
