package dev.wsksim.wsk.call;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.tcp.ConnectFailure;
import dev.wsksim.wsk.NtStatusMapping;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.socket.ConnectObserver;
import dev.wsksim.wsk.socket.SocketState;
import dev.wsksim.wsk.socket.StreamSend;
import dev.wsksim.wsk.socket.WskSocket;
import org.jspecify.annotations.Nullable;

/**
 * WskConnectEx: connects a bound socket to a remote address, and sends first data.
 *
 * <p>Like WskConnect, with a Buffer of at most 65,535 bytes, more of which is STATUS_BUFFER_OVERFLOW; Flags other than 0
 * are STATUS_INVALID_PARAMETER. The IRP is completed when the connection is established and the data was sent, since
 * only then the driver may free its memory (assumption: the page does not say whether the data is awaited). Data never
 * rides in the SYN: no simulated peer grants the cookie that TCP_FASTOPEN needs.
 *
 * <p>IRQL: at or below DISPATCH_LEVEL. Windows 10 version 1703 and later. Source: nc-wsk-pfn_wsk_connect_ex.
 */
public final class WskConnectExCall extends ConnectionCall implements ConnectObserver, StreamSend {

    /** The most data that a connect takes along. */
    public static final int MOST_DATA = 65_535;

    private final @Nullable SockAddr remoteAddress;
    private final int flags;
    private boolean sending;

    private WskConnectExCall(
            WskServices services,
            @Nullable WskSocket socket,
            @Nullable SockAddr remoteAddress,
            @Nullable WskBuf buffer,
            int flags,
            @Nullable Irp irp) {
        super(services, WskFunction.WskConnectEx, socket, buffer, irp);
        this.remoteAddress = remoteAddress;
        this.flags = flags;
    }

    /** Plays a call of WskConnectEx up to its return. */
    public static NtStatus call(
            WskServices services,
            @Nullable WskSocket socket,
            @Nullable SockAddr remoteAddress,
            @Nullable WskBuf buffer,
            int flags,
            @Nullable Irp irp) {
        return new WskConnectExCall(services, socket, remoteAddress, buffer, flags, irp).run();
    }

    @Override
    void startOnOpenSocket() {
        SockAddr address = remoteAddress;
        if (flags != 0) {
            refuse(NtStatus.STATUS_INVALID_PARAMETER, "Flags is " + flags + ", but it is reserved");
        } else if (passedBuffer() != null && buffer().length() > MOST_DATA) {
            refuse(
                    NtStatus.STATUS_BUFFER_OVERFLOW,
                    "Buffer has " + buffer().length() + " bytes, and at most " + MOST_DATA + " go with a connect");
        } else if (passedBuffer() != null && refuseBuffer()) {
            return;
        } else if (address == null) {
            refuse(NtStatus.STATUS_INVALID_PARAMETER, "RemoteAddress is NULL (assumption)");
        } else if (address.saFamily() != target().triple().addressFamily()) {
            refuse(NtStatus.STATUS_INVALID_PARAMETER, "RemoteAddress is not of the socket's family (assumption)");
        } else if (target().state() != SocketState.BOUND) {
            refuse(
                    NtStatus.STATUS_INVALID_DEVICE_STATE,
                    "the socket is " + target().state().text() + ", not bound");
        } else {
            connect(address);
        }
    }

    private void connect(SockAddr address) {
        Endpoint to = Binding.endpoint(address);
        if (to == null) {
            Binding.refuseMalformed(this, "RemoteAddress");
            return;
        }
        ConnectFailure failure = connectionRole().connect(to, this);
        if (failure != null) {
            settle(NtStatusMapping.of(failure), failure.sentence());
        } else if (passedBuffer() != null) {
            holdBuffer();
        }
    }

    @Override
    public void connected() {
        if (buffer().length() == 0) {
            settle(NtStatus.STATUS_SUCCESS, "the handshake is complete");
        } else {
            sending = true;
            connectionRole().send(this);
        }
    }

    @Override
    public void connectFailed(ConnectFailure failure) {
        settle(NtStatusMapping.of(failure), failure.sentence());
    }

    @Override
    public WskBuf sendBuffer() {
        return buffer();
    }

    @Override
    public boolean isNoDelay() {
        return false;
    }

    @Override
    public void sent() {
        settle(NtStatus.STATUS_SUCCESS, "the handshake is complete, and the data was sent");
    }

    @Override
    public void sendFailed(NtStatus status, String reason) {
        settle(status, reason);
    }

    @Override
    void abandon() {
        if (sending) {
            connectionRole().cancelSend(this);
        } else {
            connectionRole().abandonConnect();
        }
    }

    @Override
    CallArguments arguments() {
        return withIrp(socketArguments()
                .remoteAddress(remoteAddress)
                .pointer("Buffer", passedBuffer())
                .number("Flags", flags));
    }
}
