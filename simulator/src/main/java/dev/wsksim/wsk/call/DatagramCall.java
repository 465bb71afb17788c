package dev.wsksim.wsk.call;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.socket.DatagramRole;
import dev.wsksim.wsk.socket.DatagramSocket;
import dev.wsksim.wsk.socket.SocketState;
import dev.wsksim.wsk.socket.WskSocket;
import org.jspecify.annotations.Nullable;

/**
 * A call in flight of a function that sends or receives on a datagram socket.
 *
 * <p>A socket that is not bound fails it with STATUS_INVALID_DEVICE_STATE (assumption, OQ-27), Flags other than 0 with
 * STATUS_INVALID_PARAMETER (assumption, OQ-28).
 */
abstract class DatagramCall extends SocketCall {

    private final int flags;

    DatagramCall(WskServices services, WskFunction function, @Nullable WskSocket socket, int flags, @Nullable Irp irp) {
        super(services, function, socket, irp);
        this.flags = flags;
    }

    final int flags() {
        return flags;
    }

    /** Returns the part of the socket that sends and receives. */
    final DatagramRole role() {
        if (target() instanceof DatagramSocket datagram) {
            return datagram.role();
        }
        throw new AssertionError(
                "the dispatch table of a " + target().category().text() + " has no " + function());
    }

    /** Refuses the call with Flags or on a socket that is not bound; tells whether it did. */
    final boolean refuseFlagsOrState() {
        if (flags != 0) {
            refuse(NtStatus.STATUS_INVALID_PARAMETER, "Flags is " + flags + ", but it is reserved (assumption, OQ-28)");
            return true;
        }
        SocketState state = target().state();
        if (state != SocketState.BOUND) {
            refuse(
                    NtStatus.STATUS_INVALID_DEVICE_STATE,
                    "the socket is " + state.text() + ", not bound (assumption, OQ-27)");
            return true;
        }
        return false;
    }
}
