package dev.wsksim.wsk.call;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.data.BufferCursor;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.flag.ReceiveFlags;
import dev.wsksim.wsk.socket.StreamReceive;
import dev.wsksim.wsk.socket.WskSocket;
import org.jspecify.annotations.Nullable;

/**
 * WskReceive: receives bytes from a connection.
 *
 * <p>The IRP is completed as soon as there is anything, with the number of bytes in Information; 0 bytes with
 * STATUS_SUCCESS mean that the peer has disconnected (OQ-17). With WSK_FLAG_WAITALL it waits until the buffer is full or
 * nothing more can come; with WSK_FLAG_DRAIN, for which Length must be 0, everything is thrown away until the end. A
 * Length of 0 without a flag takes nothing, is complete at once (assumption, OQ-36), and then lets WskReceiveEvent be
 * called again (OQ-67).
 *
 * <p>Statuses: STATUS_INVALID_PARAMETER for both flags together, unknown flags, a bad buffer, or WSK_FLAG_DRAIN with a
 * Length (assumptions, OQ-28); STATUS_INVALID_DEVICE_STATE on a socket that is not connected (assumption, OQ-27);
 * STATUS_CONNECTION_RESET, STATUS_CONNECTION_ABORTED or STATUS_IO_TIMEOUT where the connection was lost;
 * STATUS_CANCELLED after IoCancelIrp and WskCloseSocket, with the number of bytes already moved in Information
 * (assumption: WSK_FLAG_WAITALL may have moved some).
 *
 * <p>IRQL: at or below DISPATCH_LEVEL. Source: nc-wsk-pfn_wsk_receive.
 */
public final class WskReceiveCall extends ConnectionCall implements StreamReceive {

    private final ReceiveFlags flags;
    private @Nullable BufferCursor cursor;
    private boolean served;

    private WskReceiveCall(
            WskServices services,
            @Nullable WskSocket socket,
            @Nullable WskBuf buffer,
            ReceiveFlags flags,
            @Nullable Irp irp) {
        super(services, WskFunction.WskReceive, socket, buffer, irp);
        this.flags = flags;
    }

    /** Plays a call of WskReceive up to its return. */
    public static NtStatus call(
            WskServices services,
            @Nullable WskSocket socket,
            @Nullable WskBuf buffer,
            ReceiveFlags flags,
            @Nullable Irp irp) {
        return new WskReceiveCall(services, socket, buffer, flags, irp).run();
    }

    @Override
    void startOnOpenSocket() {
        if (flags.hasUnknown()) {
            refuse(NtStatus.STATUS_INVALID_PARAMETER, "Flags has unknown bits (assumption, OQ-28)");
        } else if (isWaitAll() && isDrain()) {
            refuse(
                    NtStatus.STATUS_INVALID_PARAMETER,
                    "WSK_FLAG_WAITALL and WSK_FLAG_DRAIN exclude each other (the status is an assumption)");
        } else if (!refuseBuffer() && !refuseDrainWithLength() && !refuseUnconnected()) {
            begin();
        }
    }

    private boolean refuseDrainWithLength() {
        if (isDrain() && buffer().length() > 0) {
            refuse(
                    NtStatus.STATUS_INVALID_PARAMETER,
                    "WSK_FLAG_DRAIN demands a Length of 0 (the status is an assumption)");
            return true;
        }
        return false;
    }

    private void begin() {
        if (buffer().length() == 0 && !isDrain()) {
            connectionRole().rearmReceiveEvent();
            served = true;
            settle(NtStatus.STATUS_SUCCESS, "Length is 0: nothing is taken (assumption, OQ-36)");
            return;
        }
        holdBuffer();
        cursor = buffer().cursor();
        connectionRole().receive(this);
    }

    private long moved() {
        BufferCursor here = cursor;
        return here == null ? 0 : buffer().length() - here.remaining();
    }

    @Override
    public BufferCursor receiveCursor() {
        BufferCursor here = cursor;
        if (here == null) {
            throw new AssertionError("the receive has not begun");
        }
        return here;
    }

    @Override
    public boolean isWaitAll() {
        return flags.has(ReceiveFlags.WSK_FLAG_WAITALL);
    }

    @Override
    public boolean isDrain() {
        return flags.has(ReceiveFlags.WSK_FLAG_DRAIN);
    }

    @Override
    public void received(String reason) {
        served = true;
        settle(NtStatus.STATUS_SUCCESS, moved(), null, reason);
    }

    @Override
    public void receiveFailed(NtStatus status, String reason) {
        settle(status, moved(), null, reason);
    }

    @Override
    void bufferReturned() {
        if (served) {
            connectionRole().receiveCompleted();
        }
    }

    @Override
    void abandon() {
        connectionRole().cancelReceive(this);
    }

    @Override
    long informationOfCancelled() {
        return moved();
    }

    @Override
    CallArguments arguments() {
        return withIrp(bufferArguments().pointer("Flags", flags));
    }
}
