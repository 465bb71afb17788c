package dev.wsksim.wsk.call;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.socket.PendingRequest;
import dev.wsksim.wsk.socket.WskSocket;
import org.jspecify.annotations.Nullable;

/**
 * WskCloseSocket: cancels what is pending on a socket, resets its connection and frees it.
 *
 * <p>In order: every pending IRP of the socket is completed, with STATUS_CANCELLED (assumption, OQ-13; seen with
 * WskAccept); the connection is reset unless both directions are closed; the local address is given back; the close IRP
 * is completed. It never fails (assumption, OQ-43). From the call on, no other function may be called on the socket;
 * cached security descriptors are not released.
 *
 * <p>IRQL: at or below DISPATCH_LEVEL. Source: nc-wsk-pfn_wsk_close_socket, closing-a-socket.
 */
public final class WskCloseSocketCall extends SocketCall {

    /** Whether this is the call that ends the socket, and not a second one. */
    private boolean ends;

    private WskCloseSocketCall(WskServices services, @Nullable WskSocket socket, @Nullable Irp irp) {
        super(services, WskFunction.WskCloseSocket, socket, irp);
    }

    /** Plays a call of WskCloseSocket up to its return. */
    public static NtStatus call(WskServices services, @Nullable WskSocket socket, @Nullable Irp irp) {
        return new WskCloseSocketCall(services, socket, irp).run();
    }

    @Override
    void startOnOpenSocket() {
        WskSocket socket = target();
        socket.beginClose(this::finish);
        for (PendingRequest request : socket.pendingRequests()) {
            request.cancelForClose();
        }
        socket.goOnClosing();
    }

    private void finish() {
        ends = true;
        target().tearDown();
        settle(NtStatus.STATUS_SUCCESS, "nothing is pending any more");
    }

    @Override
    void completing() {
        if (ends) {
            SocketClosing.free(services(), target(), "WskCloseSocket");
        }
    }

    @Override
    void abandon() {
        throw new AssertionError("a close cannot be cancelled");
    }

    @Override
    boolean isCancellable() {
        return false;
    }

    @Override
    @Nullable
    WskSocket pendingOn() {
        return null;
    }

    @Override
    CallArguments arguments() {
        return withIrp(socketArguments());
    }
}
