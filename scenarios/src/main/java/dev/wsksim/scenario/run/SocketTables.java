package dev.wsksim.scenario.run;

import dev.wsksim.kernel.BugCheck;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.SimulatedBugCheck;
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

    static NtStatus bind(PlayedCall call, WskSocket socket, @Nullable SockAddr local, int flags) {
        Irp irp = call.irp();
        if (socket instanceof ConnectionSocket connection) {
            return WskProviderConnectionDispatch.of(connection).wskBind(call.passed(connection), local, flags, irp);
        }
        if (socket instanceof StreamSocket stream) {
            return WskProviderStreamDispatch.of(stream).wskBind(call.passed(stream), local, flags, irp);
        }
        if (socket instanceof ListenSocket listen) {
            return WskProviderListenDispatch.of(listen).wskBind(call.passed(listen), local, flags, irp);
        }
        if (socket instanceof DatagramSocket datagram) {
            return WskProviderDatagramDispatch.of(datagram).wskBind(call.passed(datagram), local, flags, irp);
        }
        throw noSuchMember(call, socket);
    }

    static NtStatus connect(PlayedCall call, WskSocket socket, @Nullable SockAddr remote, int flags) {
        Irp irp = call.irp();
        if (socket instanceof ConnectionSocket connection) {
            return WskProviderConnectionDispatch.of(connection).wskConnect(call.passed(connection), remote, flags, irp);
        }
        if (socket instanceof StreamSocket stream) {
            return WskProviderStreamDispatch.of(stream).wskConnect(call.passed(stream), remote, flags, irp);
        }
        throw noSuchMember(call, socket);
    }

    static NtStatus getLocalAddress(PlayedCall call, WskSocket socket, @Nullable Variable<SockAddr> output) {
        Irp irp = call.irp();
        if (socket instanceof ConnectionSocket connection) {
            return WskProviderConnectionDispatch.of(connection)
                    .wskGetLocalAddress(call.passed(connection), output, irp);
        }
        if (socket instanceof StreamSocket stream) {
            return WskProviderStreamDispatch.of(stream).wskGetLocalAddress(call.passed(stream), output, irp);
        }
        if (socket instanceof ListenSocket listen) {
            return WskProviderListenDispatch.of(listen).wskGetLocalAddress(call.passed(listen), output, irp);
        }
        if (socket instanceof DatagramSocket datagram) {
            return WskProviderDatagramDispatch.of(datagram).wskGetLocalAddress(call.passed(datagram), output, irp);
        }
        throw noSuchMember(call, socket);
    }

    static NtStatus getRemoteAddress(PlayedCall call, WskSocket socket, @Nullable Variable<SockAddr> output) {
        Irp irp = call.irp();
        if (socket instanceof ConnectionSocket connection) {
            return WskProviderConnectionDispatch.of(connection)
                    .wskGetRemoteAddress(call.passed(connection), output, irp);
        }
        if (socket instanceof StreamSocket stream) {
            return WskProviderStreamDispatch.of(stream).wskGetRemoteAddress(call.passed(stream), output, irp);
        }
        throw noSuchMember(call, socket);
    }

    /**
     * Returns what stops a call of a function that the socket's table does not have: a driver that casts
     * Socket-&gt;Dispatch calls whatever stands in that place, with arguments of another function. The same bug check as
     * for a member that the table of an older Windows does not have (assumption, OQ-5).
     */
    static SimulatedBugCheck noSuchMember(PlayedCall call, WskSocket socket) {
        WskFunction function = WskFunction.byName(call.step().function()).orElseThrow();
        return new SimulatedBugCheck(
                BugCheck.KMODE_EXCEPTION_NOT_HANDLED,
                "",
                socket + " is a " + socket.category().text() + ", and "
                        + socket.category().providerTable() + " has no member " + function
                        + ": the driver casts Socket->Dispatch to another table, and calls what stands in that place",
                function.page());
    }
}
