package dev.wsksim.wsk.call;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.sharing.BindDecision;
import dev.wsksim.wsk.socket.SocketState;
import dev.wsksim.wsk.socket.StreamSocket;
import org.jspecify.annotations.Nullable;

/**
 * WskListen: commits a bound stream socket to the listening role.
 *
 * <p>The IRP is completed as soon as the socket listens; the page's sentence about waiting for a connection is taken for
 * a slip (assumption, OQ-15). From then on functions of the connection role fail with STATUS_INVALID_DEVICE_STATE
 * (assumption).
 *
 * <p>Statuses: STATUS_INVALID_DEVICE_STATE for a socket that is not bound, or has a role already (assumption, OQ-27);
 * STATUS_ADDRESS_ALREADY_EXISTS where a scripted peer of the same host listens there.
 *
 * <p>IRQL: at or below DISPATCH_LEVEL. Windows 10 version 1703 and later. Source: nc-wsk-pfn_wsk_listen.
 */
public final class WskListenCall extends SocketCall {

    private final @Nullable StreamSocket socket;

    private WskListenCall(WskServices services, @Nullable StreamSocket socket, @Nullable Irp irp) {
        super(services, WskFunction.WskListen, socket, irp);
        this.socket = socket;
    }

    /** Plays a call of WskListen up to its return. */
    public static NtStatus call(WskServices services, @Nullable StreamSocket socket, @Nullable Irp irp) {
        return new WskListenCall(services, socket, irp).run();
    }

    @Override
    void startOnOpenSocket() {
        StreamSocket stream = socket;
        if (stream == null) {
            throw new AssertionError("the socket was judged before");
        }
        if (stream.state() != SocketState.BOUND) {
            refuse(
                    NtStatus.STATUS_INVALID_DEVICE_STATE,
                    "the socket is " + stream.state().text() + ", not bound (assumption, OQ-27)");
            return;
        }
        BindDecision refused = stream.listen();
        if (refused == null) {
            settle(NtStatus.STATUS_SUCCESS, "the socket listens (assumption, OQ-15: it waits for no connection)");
        } else {
            settle(refused.status(), refused.reason());
        }
    }

    @Override
    void abandon() {
        throw new AssertionError("WskListen is settled as soon as it starts, so nothing is left to cancel");
    }

    @Override
    CallArguments arguments() {
        return withIrp(socketArguments());
    }
}
