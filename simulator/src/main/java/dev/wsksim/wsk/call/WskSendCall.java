package dev.wsksim.wsk.call;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.flag.SendFlags;
import dev.wsksim.wsk.socket.StreamSend;
import dev.wsksim.wsk.socket.WskSocket;
import org.jspecify.annotations.Nullable;

/**
 * WskSend: sends bytes on a connection.
 *
 * <p>The IRP is completed when all bytes have really been sent, with their number in Information: there is no partial
 * success. Statuses: STATUS_NOT_SUPPORTED for WSK_FLAG_OOB, which the simulated transport does not have;
 * STATUS_INVALID_PARAMETER for any other unknown flag (assumption, OQ-28) and for a bad buffer (assumption);
 * STATUS_INVALID_DEVICE_STATE on a socket that is not connected or was disconnected by the driver (assumption, OQ-27);
 * STATUS_CONNECTION_RESET, STATUS_CONNECTION_ABORTED or STATUS_IO_TIMEOUT where the connection was lost;
 * STATUS_CANCELLED after IoCancelIrp, WskCloseSocket and an abortive WskDisconnect; IoCancelIrp resets the connection
 * where only a part of the bytes was written (assumption, OQ-117). A length of 0 is sent at once, as
 * nothing (assumption).
 *
 * <p>IRQL: at or below DISPATCH_LEVEL. Source: nc-wsk-pfn_wsk_send.
 */
public final class WskSendCall extends ConnectionCall implements StreamSend {

    private final SendFlags flags;

    private WskSendCall(
            WskServices services,
            @Nullable WskSocket socket,
            @Nullable WskBuf buffer,
            SendFlags flags,
            @Nullable Irp irp) {
        super(services, WskFunction.WskSend, socket, buffer, irp);
        this.flags = flags;
    }

    /** Plays a call of WskSend up to its return. */
    public static NtStatus call(
            WskServices services,
            @Nullable WskSocket socket,
            @Nullable WskBuf buffer,
            SendFlags flags,
            @Nullable Irp irp) {
        return new WskSendCall(services, socket, buffer, flags, irp).run();
    }

    @Override
    void startOnOpenSocket() {
        if (flags.hasUnknown()) {
            refuse(NtStatus.STATUS_INVALID_PARAMETER, "Flags has unknown bits (assumption, OQ-28)");
        } else if (flags.has(SendFlags.WSK_FLAG_OOB)) {
            refuse(NtStatus.STATUS_NOT_SUPPORTED, "the transport does not support WSK_FLAG_OOB");
        } else if (!refuseBuffer() && !refuseUnconnected() && !refuseSilent() && !refuseAfterDisconnect()) {
            holdBuffer();
            connectionRole().send(this);
        }
    }

    @Override
    public WskBuf sendBuffer() {
        return buffer();
    }

    @Override
    public boolean isNoDelay() {
        return flags.has(SendFlags.WSK_FLAG_NODELAY);
    }

    @Override
    public void sent() {
        settle(NtStatus.STATUS_SUCCESS, buffer().length(), null, "all bytes were sent");
    }

    @Override
    public void sendFailed(NtStatus status, String reason) {
        settle(status, reason);
    }

    @Override
    void abandon() {
        connectionRole().cancelSend(this);
    }

    @Override
    CallArguments arguments() {
        return withIrp(bufferArguments().pointer("Flags", flags));
    }
}
