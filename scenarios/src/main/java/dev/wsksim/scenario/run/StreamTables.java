package dev.wsksim.scenario.run;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.data.WskDataIndication;
import dev.wsksim.wsk.dispatch.WskProviderConnectionDispatch;
import dev.wsksim.wsk.dispatch.WskProviderStreamDispatch;
import dev.wsksim.wsk.flag.DisconnectFlags;
import dev.wsksim.wsk.flag.ReceiveFlags;
import dev.wsksim.wsk.flag.SendFlags;
import dev.wsksim.wsk.socket.ConnectionSocket;
import dev.wsksim.wsk.socket.StreamSocket;
import dev.wsksim.wsk.socket.WskSocket;
import org.jspecify.annotations.Nullable;

/** Calls the functions of a connection through the table of the socket's own category. */
final class StreamTables {

    private StreamTables() {}

    static NtStatus send(PlayedCall call, WskSocket socket, @Nullable WskBuf buffer, SendFlags flags)
            throws ArgumentProblemException {
        if (socket instanceof ConnectionSocket own) {
            return WskProviderConnectionDispatch.of(own).wskSend(own, buffer, flags, call.irp());
        }
        if (socket instanceof StreamSocket own) {
            return WskProviderStreamDispatch.of(own).wskSend(own, buffer, flags, call.irp());
        }
        throw SocketTables.noSuchMember(call, socket);
    }

    static NtStatus receive(PlayedCall call, WskSocket socket, @Nullable WskBuf buffer, ReceiveFlags flags)
            throws ArgumentProblemException {
        if (socket instanceof ConnectionSocket own) {
            return WskProviderConnectionDispatch.of(own).wskReceive(own, buffer, flags, call.irp());
        }
        if (socket instanceof StreamSocket own) {
            return WskProviderStreamDispatch.of(own).wskReceive(own, buffer, flags, call.irp());
        }
        throw SocketTables.noSuchMember(call, socket);
    }

    static NtStatus disconnect(PlayedCall call, WskSocket socket, @Nullable WskBuf buffer, DisconnectFlags flags)
            throws ArgumentProblemException {
        if (socket instanceof ConnectionSocket own) {
            return WskProviderConnectionDispatch.of(own).wskDisconnect(own, buffer, flags, call.irp());
        }
        if (socket instanceof StreamSocket own) {
            return WskProviderStreamDispatch.of(own).wskDisconnect(own, buffer, flags, call.irp());
        }
        throw SocketTables.noSuchMember(call, socket);
    }

    static NtStatus connectEx(
            PlayedCall call, WskSocket socket, @Nullable SockAddr remote, @Nullable WskBuf buffer, int flags)
            throws ArgumentProblemException {
        if (socket instanceof ConnectionSocket own) {
            return WskProviderConnectionDispatch.of(own).wskConnectEx(own, remote, buffer, flags, call.irp());
        }
        if (socket instanceof StreamSocket own) {
            return WskProviderStreamDispatch.of(own).wskConnectEx(own, remote, buffer, flags, call.irp());
        }
        throw SocketTables.noSuchMember(call, socket);
    }

    static NtStatus release(PlayedCall call, WskSocket socket, @Nullable WskDataIndication list)
            throws ArgumentProblemException {
        if (socket instanceof ConnectionSocket own) {
            return WskProviderConnectionDispatch.of(own).wskRelease(own, list);
        }
        if (socket instanceof StreamSocket own) {
            return WskProviderStreamDispatch.of(own).wskRelease(own, list);
        }
        throw SocketTables.noSuchMember(call, socket);
    }
}
