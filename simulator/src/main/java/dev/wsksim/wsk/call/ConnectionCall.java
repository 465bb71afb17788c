package dev.wsksim.wsk.call;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.socket.ConnectionRole;
import dev.wsksim.wsk.socket.WskSocket;
import org.jspecify.annotations.Nullable;

/**
 * A call in flight of a function that works on the connection of a connection or stream socket.
 *
 * <p>A socket that is not connected fails it with STATUS_INVALID_DEVICE_STATE (assumption, OQ-27), one whose connection
 * was lost with the status of the loss. The memory of its buffer belongs to the provider until the IRP is completed.
 */
abstract class ConnectionCall extends SocketCall {

    private final @Nullable WskBuf buffer;
    private boolean holding;

    ConnectionCall(
            WskServices services,
            WskFunction function,
            @Nullable WskSocket socket,
            @Nullable WskBuf buffer,
            @Nullable Irp irp) {
        super(services, function, socket, irp);
        this.buffer = buffer;
    }

    /** Returns the buffer as the driver passed it. */
    final @Nullable WskBuf passedBuffer() {
        return buffer;
    }

    /** Returns the buffer, which was judged before. */
    final WskBuf buffer() {
        return buffer == null ? WskBuf.EMPTY : buffer;
    }

    /** Refuses the call on a socket without a living connection; tells whether it did. */
    final boolean refuseUnconnected() {
        if (!target().state().wasConnected()) {
            refuse(
                    NtStatus.STATUS_INVALID_DEVICE_STATE,
                    "the socket is " + target().state().text() + ", not connected (assumption, OQ-27)");
            return true;
        }
        NtStatus lost = connectionRole().lost();
        if (lost != null) {
            refuse(lost, "the connection was lost (the status is an assumption)");
            return true;
        }
        return false;
    }

    /** Refuses the call where its buffer breaks a rule; tells whether it did. */
    final boolean refuseBuffer() {
        String fault = BufferJudgement.fault(services().memory(), function(), buffer);
        if (fault != null) {
            refuse(NtStatus.STATUS_INVALID_PARAMETER, fault);
            return true;
        }
        return false;
    }

    /** Refuses to send on a socket that has asked for a graceful disconnect; tells whether it did. */
    final boolean refuseAfterDisconnect() {
        ConnectionRole role = connectionRole();
        if (role.isDisconnecting()) {
            refuse(
                    NtStatus.STATUS_INVALID_DEVICE_STATE,
                    "WskDisconnect was called: nothing can be sent any more (the status is an assumption)");
            return true;
        }
        return false;
    }

    /** Refuses to send or disconnect on a socket in silent mode; tells whether it did. */
    final boolean refuseSilent() {
        TcpConnection connection = connectionRole().connection();
        if (connection != null && connection.isSilent()) {
            refuse(
                    NtStatus.STATUS_INVALID_DEVICE_STATE,
                    "SIO_WSK_SET_TCP_SILENT_MODE was applied: only WskCloseSocket is allowed");
            return true;
        }
        return false;
    }

    /** Lets the provider have the memory of the buffer until the IRP is completed. */
    final void holdBuffer() {
        holding = true;
        buffer().hold(function().name(), function() == WskFunction.WskReceive);
    }

    @Override
    final void completing() {
        if (holding) {
            holding = false;
            buffer().letGo(function() == WskFunction.WskReceive);
        }
        bufferReturned();
    }

    /** Is told that the IRP is about to be completed and the buffer is the driver's again. */
    void bufferReturned() {}

    /** Adds the buffer, and what follows it. */
    final CallArguments bufferArguments() {
        return socketArguments().pointer("Buffer", buffer);
    }
}
