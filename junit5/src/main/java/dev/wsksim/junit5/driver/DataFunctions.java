package dev.wsksim.junit5.driver;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.mm.Mdl;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.call.ReceiveFromOutputs;
import dev.wsksim.wsk.data.ControlMessage;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.data.WskBufList;
import dev.wsksim.wsk.dispatch.WskProviderConnectionDispatch;
import dev.wsksim.wsk.dispatch.WskProviderDatagramDispatch;
import dev.wsksim.wsk.dispatch.WskProviderStreamDispatch;
import dev.wsksim.wsk.flag.DisconnectFlags;
import dev.wsksim.wsk.flag.ReceiveFlags;
import dev.wsksim.wsk.flag.SendFlags;
import dev.wsksim.wsk.socket.ConnectionSocket;
import dev.wsksim.wsk.socket.DatagramSocket;
import dev.wsksim.wsk.socket.StreamSocket;
import dev.wsksim.wsk.socket.WskSocket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The functions that move data, for tests. Those that take a text or bytes allocate non-paged memory and an MDL for the
 * call, and free both when the IRP is completed; those that take a WSK_BUF leave the test's memory to the test.
 */
abstract class DataFunctions extends SocketFunctions {

    /** Sends a text as UTF-8. */
    public final Request wskSend(WskSocket socket, String text) {
        return wskSend(socket, bytes(text), SendFlags.NONE);
    }

    /** Sends bytes. */
    public final Request wskSend(WskSocket socket, byte[] data, SendFlags flags) {
        requireStream(socket, "WskSend");
        return callWith("WskSend", data, (buffer, irp) -> {
            if (socket instanceof ConnectionSocket connection) {
                return WskProviderConnectionDispatch.of(connection).wskSend(connection, buffer, flags, irp);
            }
            StreamSocket stream = (StreamSocket) socket;
            return WskProviderStreamDispatch.of(stream).wskSend(stream, buffer, flags, irp);
        });
    }

    /** Sends what a buffer of the test's own has. */
    public final Request wskSend(WskSocket socket, @Nullable WskBuf buffer, SendFlags flags) {
        if (socket instanceof ConnectionSocket connection) {
            return call(
                    "WskSend",
                    irp -> WskProviderConnectionDispatch.of(connection).wskSend(connection, buffer, flags, irp));
        }
        StreamSocket stream = stream(socket, "WskSend");
        return call("WskSend", irp -> WskProviderStreamDispatch.of(stream).wskSend(stream, buffer, flags, irp));
    }

    /** Receives up to so many bytes, whatever is there first. */
    public final OutputRequest<byte[]> wskReceive(WskSocket socket, int length) {
        return wskReceive(socket, length, ReceiveFlags.NONE);
    }

    /** Receives up to so many bytes. */
    public final OutputRequest<byte[]> wskReceive(WskSocket socket, int length, ReceiveFlags flags) {
        requireStream(socket, "WskReceive");
        return callInto("WskReceive", length, (buffer, irp) -> {
            if (socket instanceof ConnectionSocket connection) {
                return WskProviderConnectionDispatch.of(connection).wskReceive(connection, buffer, flags, irp);
            }
            StreamSocket stream = (StreamSocket) socket;
            return WskProviderStreamDispatch.of(stream).wskReceive(stream, buffer, flags, irp);
        });
    }

    /** Receives into a buffer of the test's own. */
    public final Request wskReceive(WskSocket socket, @Nullable WskBuf buffer, ReceiveFlags flags) {
        if (socket instanceof ConnectionSocket connection) {
            return call(
                    "WskReceive",
                    irp -> WskProviderConnectionDispatch.of(connection).wskReceive(connection, buffer, flags, irp));
        }
        StreamSocket stream = stream(socket, "WskReceive");
        return call("WskReceive", irp -> WskProviderStreamDispatch.of(stream).wskReceive(stream, buffer, flags, irp));
    }

    /** Sends the end of the stream, without data before it. */
    public final Request wskDisconnect(WskSocket socket) {
        return wskDisconnect(socket, DisconnectFlags.NONE);
    }

    /** Ends the connection, without data before it. */
    public final Request wskDisconnect(WskSocket socket, DisconnectFlags flags) {
        if (socket instanceof ConnectionSocket connection) {
            return call(
                    "WskDisconnect",
                    irp -> WskProviderConnectionDispatch.of(connection).wskDisconnect(connection, null, flags, irp));
        }
        StreamSocket stream = stream(socket, "WskDisconnect");
        return call(
                "WskDisconnect", irp -> WskProviderStreamDispatch.of(stream).wskDisconnect(stream, null, flags, irp));
    }

    /** Ends the connection after these last bytes. */
    public final Request wskDisconnect(WskSocket socket, byte[] lastData, DisconnectFlags flags) {
        requireStream(socket, "WskDisconnect");
        return callWith("WskDisconnect", lastData, (buffer, irp) -> {
            if (socket instanceof ConnectionSocket connection) {
                return WskProviderConnectionDispatch.of(connection).wskDisconnect(connection, buffer, flags, irp);
            }
            StreamSocket stream = (StreamSocket) socket;
            return WskProviderStreamDispatch.of(stream).wskDisconnect(stream, buffer, flags, irp);
        });
    }

    /** Connects a connection or stream socket and sends a text with it. */
    public final Request wskConnectEx(WskSocket socket, String remoteAddress, String text) {
        return wskConnectEx(socket, SockAddr.of(Endpoint.of(remoteAddress)), bytes(text));
    }

    /** Connects a connection or stream socket and sends bytes with it. */
    public final Request wskConnectEx(WskSocket socket, @Nullable SockAddr remote, byte[] data) {
        requireStream(socket, "WskConnectEx");
        return callWith("WskConnectEx", data, (buffer, irp) -> {
            if (socket instanceof ConnectionSocket connection) {
                return WskProviderConnectionDispatch.of(connection).wskConnectEx(connection, remote, buffer, 0, irp);
            }
            StreamSocket stream = (StreamSocket) socket;
            return WskProviderStreamDispatch.of(stream).wskConnectEx(stream, remote, buffer, 0, irp);
        });
    }

    /** Sends a text as a datagram, without control information. */
    public final Request wskSendTo(DatagramSocket socket, String remoteAddress, String text) {
        return wskSendTo(socket, SockAddr.of(Endpoint.of(remoteAddress)), bytes(text), ImmutableList.of());
    }

    /** Sends a datagram. */
    public final Request wskSendTo(
            DatagramSocket socket, @Nullable SockAddr remote, byte[] data, ImmutableList<ControlMessage> control) {
        return callWith(
                "WskSendTo",
                data,
                (buffer, irp) -> WskProviderDatagramDispatch.of(socket)
                        .wskSendTo(
                                socket,
                                buffer,
                                0,
                                remote,
                                ControlMessage.spaceOf(control),
                                control.isEmpty() ? null : control,
                                irp));
    }

    /** Receives a datagram of up to so many bytes; nothing but the data is wanted. */
    public final OutputRequest<byte[]> wskReceiveFrom(DatagramSocket socket, int length) {
        return wskReceiveFrom(socket, length, ReceiveFromOutputs.NONE);
    }

    /** Receives a datagram of up to so many bytes. */
    public final OutputRequest<byte[]> wskReceiveFrom(DatagramSocket socket, int length, ReceiveFromOutputs outputs) {
        return callInto(
                "WskReceiveFrom",
                length,
                (buffer, irp) ->
                        WskProviderDatagramDispatch.of(socket).wskReceiveFrom(socket, buffer, 0, outputs, irp));
    }

    /** Sends texts as one datagram each, to one address. */
    public final Request wskSendMessages(DatagramSocket socket, String remoteAddress, List<String> texts) {
        SockAddr remote = SockAddr.of(Endpoint.of(remoteAddress));
        ImmutableList.Builder<Mdl> mdls = ImmutableList.builder();
        WskBufList list = null;
        for (String text : ImmutableList.copyOf(texts).reverse()) {
            Mdl mdl = mdlWith(bytes(text));
            mdls.add(mdl);
            list = new WskBufList(list, WskBuf.of(mdl));
        }
        WskBufList first = list;
        return callLending(
                "WskSendMessages",
                mdls.build(),
                irp -> WskProviderDatagramDispatch.of(socket).wskSendMessages(socket, first, 0, remote, 0, null, irp));
    }

    private static void requireStream(WskSocket socket, String function) {
        if (!(socket instanceof ConnectionSocket)) {
            stream(socket, function);
        }
    }

    private static StreamSocket stream(WskSocket socket, String function) {
        if (socket instanceof StreamSocket stream) {
            return stream;
        }
        throw lacks(socket, function);
    }
}
