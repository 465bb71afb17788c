package dev.wsksim.wsk.call;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.flag.DisconnectFlags;
import dev.wsksim.wsk.socket.DisconnectObserver;
import dev.wsksim.wsk.socket.SocketState;
import dev.wsksim.wsk.socket.StreamSend;
import dev.wsksim.wsk.socket.WskSocket;
import org.jspecify.annotations.Nullable;

/**
 * WskDisconnect: ends the sending half of a connection gracefully, or the whole connection at once.
 *
 * <p>Gracefully: sends what is in Buffer, if anything, behind all sends, then FIN; the IRP is completed when the peer
 * has acknowledged all of it, which may be never. Receiving goes on until the peer disconnects too. With
 * WSK_FLAG_ABORTIVE: sends RST; pending sends end with STATUS_CANCELLED, pending receives and disconnects with
 * STATUS_CONNECTION_ABORTED (assumptions, OQ-13), and the IRP is completed at once. A second graceful disconnect
 * succeeds as the first one does (assumption, OQ-45). A cancelled one leaves the sending half closed
 * (assumption), and one of whose Buffer only a part was written resets the connection (assumption, OQ-117).
 *
 * <p>Statuses: STATUS_INVALID_PARAMETER for unknown flags, for a Buffer together with WSK_FLAG_ABORTIVE, and for a bad
 * buffer (assumptions); STATUS_INVALID_DEVICE_STATE on a socket that is not connected (assumption, OQ-27), and for a
 * Buffer after the first graceful disconnect, since nothing can be sent any more (assumption); the status of the loss where the connection was lost.
 *
 * <p>IRQL: at or below DISPATCH_LEVEL. Source: nc-wsk-pfn_wsk_disconnect.
 */
public final class WskDisconnectCall extends ConnectionCall implements StreamSend, DisconnectObserver {

    private final DisconnectFlags flags;

    private WskDisconnectCall(
            WskServices services,
            @Nullable WskSocket socket,
            @Nullable WskBuf buffer,
            DisconnectFlags flags,
            @Nullable Irp irp) {
        super(services, WskFunction.WskDisconnect, socket, buffer, irp);
        this.flags = flags;
    }

    /** Plays a call of WskDisconnect up to its return. */
    public static NtStatus call(
            WskServices services,
            @Nullable WskSocket socket,
            @Nullable WskBuf buffer,
            DisconnectFlags flags,
            @Nullable Irp irp) {
        return new WskDisconnectCall(services, socket, buffer, flags, irp).run();
    }

    @Override
    void startOnOpenSocket() {
        boolean abortive = flags.has(DisconnectFlags.WSK_FLAG_ABORTIVE);
        if (flags.hasUnknown()) {
            refuse(NtStatus.STATUS_INVALID_PARAMETER, "Flags has unknown bits (assumption, OQ-28)");
        } else if (abortive && passedBuffer() != null) {
            refuse(
                    NtStatus.STATUS_INVALID_PARAMETER,
                    "WSK_FLAG_ABORTIVE demands that Buffer is NULL (the status is an assumption)");
        } else if ((passedBuffer() != null && refuseBuffer()) || refuseUnconnected() || refuseSilent()) {
            return;
        } else if (abortive) {
            connectionRole().abort();
            settle(NtStatus.STATUS_SUCCESS, "the connection was reset");
        } else {
            disconnect();
        }
    }

    private void disconnect() {
        if (passedBuffer() != null && refuseAfterDisconnect()) {
            return;
        }
        if (target().state() == SocketState.LOCAL_FINISHED || target().state() == SocketState.FULLY_DISCONNECTED) {
            settle(NtStatus.STATUS_SUCCESS, "the sending half was disconnected before (assumption, OQ-45)");
            return;
        }
        if (passedBuffer() != null) {
            holdBuffer();
            connectionRole().send(this);
        }
        connectionRole().disconnect(this);
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
        // The disconnect is complete only when the FIN behind the data is acknowledged.
    }

    @Override
    public void sendFailed(NtStatus status, String reason) {
        // The disconnect itself fails too, and tells.
    }

    @Override
    public void disconnected() {
        settle(NtStatus.STATUS_SUCCESS, "the peer has acknowledged everything");
    }

    @Override
    public void disconnectFailed(NtStatus status, String reason) {
        settle(status, reason);
    }

    @Override
    void abandon() {
        connectionRole().cancelDisconnect(this);
        if (passedBuffer() != null) {
            connectionRole().cancelSend(this);
        }
    }

    @Override
    CallArguments arguments() {
        return withIrp(bufferArguments().pointer("Flags", flags));
    }
}
