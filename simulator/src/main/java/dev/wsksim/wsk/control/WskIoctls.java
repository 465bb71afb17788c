package dev.wsksim.wsk.control;

import static dev.wsksim.wsk.socket.SocketCategory.CONNECTION;
import static dev.wsksim.wsk.socket.SocketCategory.STREAM;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.wsk.event.WskInspectId;
import dev.wsksim.wsk.socket.ConnectionRole;
import dev.wsksim.wsk.socket.ConnectionSocket;
import dev.wsksim.wsk.socket.SocketState;
import dev.wsksim.wsk.socket.WskSocket;

/** The IOCTLs of WSK itself. Sources: the page of each, such as sio-wsk-query-receive-backlog. */
final class WskIoctls {

    static final ImmutableList<SocketOperation> ALL = ImmutableList.of(
            SocketOperation.of("SIO_WSK_REGISTER_EXTENSION", 0)
                    .irp(IrpDemand.FORBIDDEN)
                    .control(Shape.EXTENSION_CONTROL_IN, Shape.EXTENSION_CONTROL_OUT, WskIoctls::registerExtension),
            SocketOperation.of("SIO_WSK_QUERY_IDEAL_SEND_BACKLOG", 0)
                    .on(CONNECTION, STREAM)
                    .when(When.CONNECTED)
                    .control(
                            Shape.NOTHING,
                            Shape.SIZE_T,
                            control -> control.give(
                                    Shape.SIZE_T.size(), role(control.socket()).idealSendBacklog())),
            SocketOperation.of("SIO_WSK_QUERY_RECEIVE_BACKLOG", 0)
                    .on(CONNECTION, STREAM)
                    .when(When.CONNECTED)
                    .control(
                            Shape.NOTHING,
                            Shape.SIZE_T,
                            control -> control.give(
                                    Shape.SIZE_T.size(), role(control.socket()).receiveBacklog())),
            SocketOperation.of("SIO_WSK_QUERY_INSPECT_ID", 0)
                    .irp(IrpDemand.FORBIDDEN)
                    .withSizeReturned()
                    .control(Shape.NOTHING, Shape.INSPECT_ID, WskIoctls::queryInspectId),
            SocketOperation.of("SIO_WSK_SET_TCP_SILENT_MODE", 0)
                    .on(CONNECTION, STREAM)
                    .when(When.CONNECTED)
                    .control(Shape.NOTHING, Shape.NOTHING, WskIoctls::setSilentMode));

    private WskIoctls() {}

    private static ConnectionRole role(WskSocket socket) {
        ConnectionRole role = socket.connectionRole();
        if (role == null) {
            throw new AssertionError("the category was judged before");
        }
        return role;
    }

    /** No extension interface was ever defined. Source: registering-an-extension-interface. */
    private static ControlOutcome registerExtension(SocketControl control) {
        return ControlOutcome.of(NtStatus.STATUS_NOT_SUPPORTED, "no extension interface exists");
    }

    private static ControlOutcome queryInspectId(SocketControl control) {
        WskInspectId id = control.socket() instanceof ConnectionSocket accepted ? accepted.inspectId() : null;
        return id == null
                ? ControlOutcome.of(
                        NtStatus.STATUS_INVALID_DEVICE_REQUEST,
                        "the socket was not accepted by a listening socket in conditional accept mode")
                : control.give(Shape.INSPECT_ID.size(), id);
    }

    /**
     * What breaks the demands of the page is STATUS_INVALID_DEVICE_STATE, and a connection of the host with itself
     * STATUS_NOT_SUPPORTED; no page names these statuses. Source: sio-wsk-set-tcp-silent-mode.
     */
    private static ControlOutcome setSilentMode(SocketControl control) {
        ConnectionRole role = role(control.socket());
        TcpConnection connection = role.connection();
        if (connection == null || role.lost() != null) {
            return ControlOutcome.failed(NtStatus.STATUS_INVALID_DEVICE_STATE, "the connection was lost");
        }
        Endpoint remote = role.remote();
        if (remote != null && control.host().owns(remote.address())) {
            return ControlOutcome.failed(
                    NtStatus.STATUS_NOT_SUPPORTED, "silent mode is not for connections over loopback");
        }
        SocketState state = control.socket().state();
        boolean finished = state == SocketState.LOCAL_FINISHED || state == SocketState.FULLY_DISCONNECTED;
        if (role.outstandingSends() > 0 || (role.isDisconnecting() && !finished)) {
            return ControlOutcome.failed(NtStatus.STATUS_INVALID_DEVICE_STATE, "a WskSend or WskDisconnect is pending");
        }
        connection.silence();
        return ControlOutcome.done("nothing is sent any more");
    }
}
