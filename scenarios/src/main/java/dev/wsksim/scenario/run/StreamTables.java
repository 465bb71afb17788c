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

    static NtStatus send(PlayedCall call, WskSocket socket, @Nullable WskBuf buffer, SendFlags flags) {
        if (socket instanceof ConnectionSocket own) {
            return WskProviderConnectionDispatch.of(own).wskSend(call.passed(own), buffer, flags, call.irp());
        }
        if (socket instanceof StreamSocket own) {
            return WskProviderStreamDispatch.of(own).wskSend(call.passed(own), buffer, flags, call.irp());
        }
        throw SocketTables.noSuchMember(call, socket);
    }

    static NtStatus receive(PlayedCall call, WskSocket socket, @Nullable WskBuf buffer, ReceiveFlags flags) {
        if (socket instanceof ConnectionSocket own) {
            return WskProviderConnectionDispatch.of(own).wskReceive(call.passed(own), buffer, flags, call.irp());
        }
        if (socket instanceof StreamSocket own) {
            return WskProviderStreamDispatch.of(own).wskReceive(call.passed(own), buffer, flags, call.irp());
        }
        throw SocketTables.noSuchMember(call, socket);
    }

    static NtStatus disconnect(PlayedCall call, WskSocket socket, @Nullable WskBuf buffer, DisconnectFlags flags) {
        if (socket instanceof ConnectionSocket own) {
            return WskProviderConnectionDispatch.of(own).wskDisconnect(call.passed(own), buffer, flags, call.irp());
        }
        if (socket instanceof StreamSocket own) {
            return WskProviderStreamDispatch.of(own).wskDisconnect(call.passed(own), buffer, flags, call.irp());
        }
        throw SocketTables.noSuchMember(call, socket);
    }

    static NtStatus connectEx(
            PlayedCall call, WskSocket socket, @Nullable SockAddr remote, @Nullable WskBuf buffer, int flags) {
        if (socket instanceof ConnectionSocket own) {
            return WskProviderConnectionDispatch.of(own)
                    .wskConnectEx(call.passed(own), remote, buffer, flags, call.irp());
        }
        if (socket instanceof StreamSocket own) {
            return WskProviderStreamDispatch.of(own).wskConnectEx(call.passed(own), remote, buffer, flags, call.irp());
        }
        throw SocketTables.noSuchMember(call, socket);
    }

    static NtStatus release(PlayedCall call, WskSocket socket, @Nullable WskDataIndication list) {
        if (socket instanceof ConnectionSocket own) {
            return WskProviderConnectionDispatch.of(own).wskRelease(call.passed(own), list);
        }
        if (socket instanceof StreamSocket own) {
            return WskProviderStreamDispatch.of(own).wskRelease(call.passed(own), list);
        }
        throw SocketTables.noSuchMember(call, socket);
    }
}
