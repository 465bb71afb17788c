package dev.wsksim.scenario.run;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.dispatch.WskProviderBasicDispatch;
import dev.wsksim.wsk.dispatch.WskProviderConnectionDispatch;
import dev.wsksim.wsk.dispatch.WskProviderDatagramDispatch;
import dev.wsksim.wsk.dispatch.WskProviderListenDispatch;
import dev.wsksim.wsk.dispatch.WskProviderStreamDispatch;
import dev.wsksim.wsk.socket.ConnectionSocket;
import dev.wsksim.wsk.socket.DatagramSocket;
import dev.wsksim.wsk.socket.ListenSocket;
import dev.wsksim.wsk.socket.StreamSocket;
import dev.wsksim.wsk.socket.WskSocket;
import org.jspecify.annotations.Nullable;

/** Calls functions that several provider dispatch tables have through the table of the socket's own category. */
final class SocketTables {

    private SocketTables() {}

    static WskProviderBasicDispatch basic(WskSocket socket) {
        return WskProviderBasicDispatch.of(socket);
    }

    static NtStatus bind(PlayedCall call, WskSocket socket, @Nullable SockAddr local, int flags)
            throws ArgumentProblemException {
        Irp irp = call.irp();
        if (socket instanceof ConnectionSocket connection) {
            return WskProviderConnectionDispatch.of(connection).wskBind(connection, local, flags, irp);
        }
        if (socket instanceof StreamSocket stream) {
            return WskProviderStreamDispatch.of(stream).wskBind(stream, local, flags, irp);
        }
        if (socket instanceof ListenSocket listen) {
            return WskProviderListenDispatch.of(listen).wskBind(listen, local, flags, irp);
        }
        if (socket instanceof DatagramSocket datagram) {
            return WskProviderDatagramDispatch.of(datagram).wskBind(datagram, local, flags, irp);
        }
        throw noSuchMember(call, socket);
    }

    static NtStatus connect(PlayedCall call, WskSocket socket, @Nullable SockAddr remote, int flags)
            throws ArgumentProblemException {
        Irp irp = call.irp();
        if (socket instanceof ConnectionSocket connection) {
            return WskProviderConnectionDispatch.of(connection).wskConnect(connection, remote, flags, irp);
        }
        if (socket instanceof StreamSocket stream) {
            return WskProviderStreamDispatch.of(stream).wskConnect(stream, remote, flags, irp);
        }
        throw noSuchMember(call, socket);
    }

    static NtStatus getLocalAddress(PlayedCall call, WskSocket socket, @Nullable Variable<SockAddr> output)
            throws ArgumentProblemException {
        Irp irp = call.irp();
        if (socket instanceof ConnectionSocket connection) {
            return WskProviderConnectionDispatch.of(connection).wskGetLocalAddress(connection, output, irp);
        }
        if (socket instanceof StreamSocket stream) {
            return WskProviderStreamDispatch.of(stream).wskGetLocalAddress(stream, output, irp);
        }
        if (socket instanceof ListenSocket listen) {
            return WskProviderListenDispatch.of(listen).wskGetLocalAddress(listen, output, irp);
        }
        if (socket instanceof DatagramSocket datagram) {
            return WskProviderDatagramDispatch.of(datagram).wskGetLocalAddress(datagram, output, irp);
        }
        throw noSuchMember(call, socket);
    }

    static NtStatus getRemoteAddress(PlayedCall call, WskSocket socket, @Nullable Variable<SockAddr> output)
            throws ArgumentProblemException {
        Irp irp = call.irp();
        if (socket instanceof ConnectionSocket connection) {
            return WskProviderConnectionDispatch.of(connection).wskGetRemoteAddress(connection, output, irp);
        }
        if (socket instanceof StreamSocket stream) {
            return WskProviderStreamDispatch.of(stream).wskGetRemoteAddress(stream, output, irp);
        }
        throw noSuchMember(call, socket);
    }

    /** Refuses a call of a function that the socket's table does not have: in C, another function would be called. */
    static ArgumentProblemException noSuchMember(PlayedCall call, WskSocket socket) {
        WskFunction function = WskFunction.byName(call.step().function()).orElseThrow();
        return new ArgumentProblemException(
                call.step().position(),
                socket + " is a " + socket.category().text() + ", and "
                        + socket.category().providerTable() + " has no member " + function,
                "a driver that casts Socket->Dispatch to another table calls whatever stands in that place");
    }
}
