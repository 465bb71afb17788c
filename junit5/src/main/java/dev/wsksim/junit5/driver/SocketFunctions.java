package dev.wsksim.junit5.driver;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.control.WskEventCallbackControl;
import dev.wsksim.wsk.data.WskDataIndication;
import dev.wsksim.wsk.data.WskDatagramIndication;
import dev.wsksim.wsk.dispatch.WskProviderBasicDispatch;
import dev.wsksim.wsk.dispatch.WskProviderConnectionDispatch;
import dev.wsksim.wsk.dispatch.WskProviderDatagramDispatch;
import dev.wsksim.wsk.dispatch.WskProviderListenDispatch;
import dev.wsksim.wsk.dispatch.WskProviderStreamDispatch;
import dev.wsksim.wsk.event.EventFlag;
import dev.wsksim.wsk.event.WskInspectAction;
import dev.wsksim.wsk.event.WskInspectId;
import dev.wsksim.wsk.flag.SocketControlCode;
import dev.wsksim.wsk.flag.WskControlSocketType;
import dev.wsksim.wsk.socket.ClientTable;
import dev.wsksim.wsk.socket.ConnectionSocket;
import dev.wsksim.wsk.socket.DatagramSocket;
import dev.wsksim.wsk.socket.ListenSocket;
import dev.wsksim.wsk.socket.StreamSocket;
import dev.wsksim.wsk.socket.WskClientConnectionDispatch;
import dev.wsksim.wsk.socket.WskSocket;
import org.jspecify.annotations.Nullable;

/** The functions of the sockets' dispatch tables that do not move data, for tests. */
abstract class SocketFunctions extends ProviderFunctions {

    private static final long ULONG_BYTES = 4;

    /** Closes a socket of any category. */
    public final Request wskCloseSocket(WskSocket socket) {
        return call("WskCloseSocket", irp -> WskProviderBasicDispatch.of(socket).wskCloseSocket(socket, irp));
    }

    /** Binds a socket to an address such as 0.0.0.0:445. */
    public final Request wskBind(WskSocket socket, String localAddress) {
        return wskBind(socket, SockAddr.of(Endpoint.of(localAddress)));
    }

    /** Binds a socket. */
    public final Request wskBind(WskSocket socket, @Nullable SockAddr localAddress) {
        String function = "WskBind";
        if (socket instanceof ConnectionSocket connection) {
            return call(
                    function,
                    irp -> WskProviderConnectionDispatch.of(connection).wskBind(connection, localAddress, 0, irp));
        } else if (socket instanceof ListenSocket listen) {
            return call(function, irp -> WskProviderListenDispatch.of(listen).wskBind(listen, localAddress, 0, irp));
        } else if (socket instanceof DatagramSocket datagram) {
            return call(
                    function, irp -> WskProviderDatagramDispatch.of(datagram).wskBind(datagram, localAddress, 0, irp));
        } else if (socket instanceof StreamSocket stream) {
            return call(function, irp -> WskProviderStreamDispatch.of(stream).wskBind(stream, localAddress, 0, irp));
        }
        throw lacks(socket, function);
    }

    /** Connects a connection or stream socket to an address such as 192.0.2.20:445. */
    public final Request wskConnect(WskSocket socket, String remoteAddress) {
        return wskConnect(socket, SockAddr.of(Endpoint.of(remoteAddress)));
    }

    /** Connects a connection or stream socket, such as to an address that WskGetAddressInfo has found. */
    public final Request wskConnect(WskSocket socket, @Nullable SockAddr remote) {
        String function = "WskConnect";
        if (socket instanceof ConnectionSocket connection) {
            return call(
                    function,
                    irp -> WskProviderConnectionDispatch.of(connection).wskConnect(connection, remote, 0, irp));
        } else if (socket instanceof StreamSocket stream) {
            return call(function, irp -> WskProviderStreamDispatch.of(stream).wskConnect(stream, remote, 0, irp));
        }
        throw lacks(socket, function);
    }

    /** Has a stream socket listen. */
    public final Request wskListen(StreamSocket socket) {
        return call("WskListen", irp -> WskProviderStreamDispatch.of(socket).wskListen(socket, irp));
    }

    /** Accepts a connection on a listening or stream socket, without callbacks for the accepted one. */
    public final Request wskAccept(WskSocket socket) {
        return wskAccept(socket, SocketOptions.NONE);
    }

    /**
     * Accepts a connection on a listening or stream socket; the context and callbacks are for the accepted one.
     *
     * @throws IllegalArgumentException for what WskAccept does not take: an owner, a descriptor, callbacks of another
     *     category
     */
    public final Request wskAccept(WskSocket socket, SocketOptions accepted) {
        String function = "WskAccept";
        if (accepted.owningProcess() != null
                || accepted.owningThread() != null
                || accepted.securityDescriptor() != null) {
            throw new IllegalArgumentException(
                    "WskAccept takes no owner and no security descriptor: the accepted socket has those of " + socket);
        }
        ClientTable table = accepted.dispatch();
        if (table != null && !(table instanceof WskClientConnectionDispatch)) {
            throw new IllegalArgumentException(
                    "AcceptSocketDispatch is a WSK_CLIENT_CONNECTION_DISPATCH, not a " + table.structure());
        }
        WskClientConnectionDispatch callbacks = (WskClientConnectionDispatch) table;
        if (socket instanceof ListenSocket listen) {
            return call(
                    function,
                    irp -> WskProviderListenDispatch.of(listen)
                            .wskAccept(listen, 0, accepted.context(), callbacks, null, null, irp));
        } else if (socket instanceof StreamSocket stream) {
            return call(
                    function,
                    irp -> WskProviderStreamDispatch.of(stream)
                            .wskAccept(stream, 0, accepted.context(), callbacks, null, null, irp));
        }
        throw lacks(socket, function);
    }

    /** Says what becomes of a connection request about which WskInspectEvent said WskInspectPend. */
    public final Request wskInspectComplete(
            ListenSocket socket, @Nullable WskInspectId inspectId, WskInspectAction action) {
        return call(
                "WskInspectComplete",
                irp -> WskProviderListenDispatch.of(socket).wskInspectComplete(socket, inspectId, action, irp));
    }

    /** Asks for the local address. */
    public final OutputRequest<SockAddr> wskGetLocalAddress(WskSocket socket) {
        String function = "WskGetLocalAddress";
        Variable<SockAddr> address = new Variable<>();
        if (socket instanceof ConnectionSocket connection) {
            return call(
                    function,
                    address::get,
                    irp -> WskProviderConnectionDispatch.of(connection).wskGetLocalAddress(connection, address, irp));
        } else if (socket instanceof ListenSocket listen) {
            return call(
                    function,
                    address::get,
                    irp -> WskProviderListenDispatch.of(listen).wskGetLocalAddress(listen, address, irp));
        } else if (socket instanceof DatagramSocket datagram) {
            return call(
                    function,
                    address::get,
                    irp -> WskProviderDatagramDispatch.of(datagram).wskGetLocalAddress(datagram, address, irp));
        } else if (socket instanceof StreamSocket stream) {
            return call(
                    function,
                    address::get,
                    irp -> WskProviderStreamDispatch.of(stream).wskGetLocalAddress(stream, address, irp));
        }
        throw lacks(socket, function);
    }

    /** Asks for the address of the other end. */
    public final OutputRequest<SockAddr> wskGetRemoteAddress(WskSocket socket) {
        String function = "WskGetRemoteAddress";
        Variable<SockAddr> address = new Variable<>();
        if (socket instanceof ConnectionSocket connection) {
            return call(
                    function,
                    address::get,
                    irp -> WskProviderConnectionDispatch.of(connection).wskGetRemoteAddress(connection, address, irp));
        } else if (socket instanceof StreamSocket stream) {
            return call(
                    function,
                    address::get,
                    irp -> WskProviderStreamDispatch.of(stream).wskGetRemoteAddress(stream, address, irp));
        }
        throw lacks(socket, function);
    }

    /** Sets, gets or performs anything, with an IRP. */
    public final Request wskControlSocket(
            WskSocket socket,
            WskControlSocketType type,
            SocketControlCode code,
            int level,
            long inputSize,
            @Nullable Variable<?> input,
            long outputSize,
            @Nullable Variable<?> output) {
        return call(
                "WskControlSocket",
                irp -> WskProviderBasicDispatch.of(socket)
                        .wskControlSocket(socket, type, code, level, inputSize, input, outputSize, output, null, irp));
    }

    /** Sets an option of the level SOL_SOCKET whose value is a ULONG, such as SO_CONDITIONAL_ACCEPT. */
    public final Request setOption(WskSocket socket, int option, long value) {
        return wskControlSocket(
                socket,
                WskControlSocketType.WskSetOption,
                new SocketControlCode(option),
                Ws2def.SOL_SOCKET,
                ULONG_BYTES,
                new Variable<>(value),
                0,
                null);
    }

    /**
     * Enables event callbacks with SO_WSK_EVENT_CALLBACK, which takes no IRP: those of listening and datagram sockets
     * after the bind, those of connection sockets after the connect. Source: so-wsk-event-callback.
     */
    public final NtStatus enableEvents(WskSocket socket, EventFlag first, EventFlag... more) {
        return WskProviderBasicDispatch.of(socket)
                .wskControlSocket(
                        socket,
                        WskControlSocketType.WskSetOption,
                        SocketControlCode.SO_WSK_EVENT_CALLBACK,
                        Ws2def.SOL_SOCKET,
                        WskEventCallbackControl.SIZE,
                        new Variable<>(WskEventCallbackControl.of(first, more)),
                        0,
                        null,
                        null,
                        null);
    }

    /** Gives back data that WskReceiveEvent has kept. */
    public final NtStatus wskRelease(WskSocket socket, WskDataIndication indication) {
        if (socket instanceof ConnectionSocket connection) {
            return WskProviderConnectionDispatch.of(connection).wskRelease(connection, indication);
        } else if (socket instanceof StreamSocket stream) {
            return WskProviderStreamDispatch.of(stream).wskRelease(stream, indication);
        }
        throw lacks(socket, "WskRelease for WSK_DATA_INDICATION");
    }

    /** Gives back datagrams that WskReceiveFromEvent has kept. */
    public final NtStatus wskRelease(DatagramSocket socket, WskDatagramIndication indication) {
        return WskProviderDatagramDispatch.of(socket).wskRelease(socket, indication);
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    static IllegalArgumentException lacks(WskSocket socket, String function) {
        return new IllegalArgumentException(
                socket + " is a " + socket.category() + " socket, whose dispatch table has no " + function);
    }
}
