package dev.wsksim.wsk.call;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.data.ParameterMemory;
import dev.wsksim.wsk.socket.AcceptRequest;
import dev.wsksim.wsk.socket.ConnectionSocket;
import dev.wsksim.wsk.socket.ListenRole;
import dev.wsksim.wsk.socket.SocketCallbacks;
import dev.wsksim.wsk.socket.SocketState;
import dev.wsksim.wsk.socket.WskSocket;
import org.jspecify.annotations.Nullable;

/**
 * WskAccept: accepts a connection that has come to a listening socket, or waits for the next one.
 *
 * <p>Information is the accepted socket, of the connection category, with all callbacks disabled. Requests are served in
 * the order of their calls (assumption, OQ-33), and before WskAcceptEvent, best effort. LocalAddress and RemoteAddress
 * are optional and belong to the provider until the IRP is completed.
 *
 * <p>Statuses: STATUS_INVALID_PARAMETER for Flags other than 0 (assumption, OQ-28); STATUS_INVALID_DEVICE_STATE where
 * the socket does not listen: not bound, or a stream socket before WskListen or after WskConnect (assumptions, OQ-7,
 * OQ-27); STATUS_FILE_FORCED_CLOSED when the socket is dead or dies; STATUS_CANCELLED after IoCancelIrp and
 * WskCloseSocket (the latter was seen).
 *
 * <p>IRQL: at or below DISPATCH_LEVEL. Source: nc-wsk-pfn_wsk_accept.
 */
public final class WskAcceptCall extends SocketCall implements AcceptRequest {

    private final int flags;
    private final SocketCallbacks callbacks;
    private final @Nullable Variable<SockAddr> localAddress;
    private final @Nullable Variable<SockAddr> remoteAddress;

    private WskAcceptCall(
            WskServices services,
            @Nullable WskSocket socket,
            int flags,
            SocketCallbacks callbacks,
            @Nullable Variable<SockAddr> localAddress,
            @Nullable Variable<SockAddr> remoteAddress,
            @Nullable Irp irp) {
        super(services, WskFunction.WskAccept, socket, irp);
        this.flags = flags;
        this.callbacks = callbacks;
        this.localAddress = localAddress;
        this.remoteAddress = remoteAddress;
    }

    /** Plays a call of WskAccept up to its return. */
    public static NtStatus call(
            WskServices services,
            @Nullable WskSocket socket,
            int flags,
            SocketCallbacks callbacks,
            @Nullable Variable<SockAddr> localAddress,
            @Nullable Variable<SockAddr> remoteAddress,
            @Nullable Irp irp) {
        return new WskAcceptCall(services, socket, flags, callbacks, localAddress, remoteAddress, irp).run();
    }

    @Override
    void startOnOpenSocket() {
        ListenRole role = target().listenRole();
        if (flags != 0) {
            refuse(NtStatus.STATUS_INVALID_PARAMETER, "Flags is " + flags + ", but it is reserved (assumption, OQ-28)");
        } else if (role == null || target().state() != SocketState.LISTENING) {
            refuse(
                    NtStatus.STATUS_INVALID_DEVICE_STATE,
                    "the socket is " + target().state().text() + ", not listening (assumption, OQ-7, OQ-27)");
        } else {
            ParameterMemory.judgeContext(
                    environment().trace(), function().name(), "AcceptSocketContext", callbacks.socketContext());
            holdAddress("LocalAddress", localAddress);
            holdAddress("RemoteAddress", remoteAddress);
            role.accept(this);
        }
    }

    @Override
    public SocketCallbacks acceptedCallbacks() {
        return callbacks;
    }

    @Override
    public void accepted(ConnectionSocket socket) {
        store(localAddress, socket.local());
        store(remoteAddress, socket.remote());
        boolean traced = environment().trace().isActive();
        String reason = traced ? "accepted the connection from " + socket.remote() : "";
        settle(NtStatus.STATUS_SUCCESS, socket.number(), socket, reason);
    }

    private static void store(@Nullable Variable<SockAddr> variable, @Nullable Endpoint endpoint) {
        if (variable != null && endpoint != null) {
            variable.set(SockAddr.of(endpoint));
        }
    }

    @Override
    public void acceptFailed(NtStatus status, String reason) {
        settle(status, reason);
    }

    @Override
    void abandon() {
        ListenRole role = target().listenRole();
        if (role != null) {
            role.cancelAccept(this);
        }
    }

    @Override
    CallArguments arguments() {
        return withIrp(socketArguments("ListenSocket")
                .number("Flags", flags)
                .context("AcceptSocketContext", callbacks.socketContext())
                .pointer("AcceptSocketDispatch", callbacks.dispatch())
                .context("LocalAddress", localAddress)
                .context("RemoteAddress", remoteAddress));
    }
}
