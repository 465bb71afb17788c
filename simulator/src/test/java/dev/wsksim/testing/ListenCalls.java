package dev.wsksim.testing;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.control.SocketControlRequest;
import dev.wsksim.wsk.control.WskEventCallbackControl;
import dev.wsksim.wsk.dispatch.WskProviderListenDispatch;
import dev.wsksim.wsk.dispatch.WskProviderStreamDispatch;
import dev.wsksim.wsk.event.EventFlag;
import dev.wsksim.wsk.event.WskInspectAction;
import dev.wsksim.wsk.event.WskInspectId;
import dev.wsksim.wsk.flag.EventMask;
import dev.wsksim.wsk.flag.SocketFlags;
import dev.wsksim.wsk.socket.ClientTable;
import dev.wsksim.wsk.socket.ConnectionSocket;
import dev.wsksim.wsk.socket.ListenSocket;
import dev.wsksim.wsk.socket.StreamSocket;
import dev.wsksim.wsk.socket.WskClientConnectionDispatch;
import dev.wsksim.wsk.socket.WskSocket;

/** Calls the functions of listening sockets, each with a fresh IRP and a recording completion routine. */
public final class ListenCalls {

    /** The context of every socket that is made here. */
    public static final String CONTEXT = "listening";

    private final WskWorld world;

    ListenCalls(WskWorld world) {
        this.world = world;
    }

    /** WskSocket of any family and category over TCP, waited for. */
    public WskSocket made(int family, SocketFlags flags, ClientTable table) {
        RecordedCall call = world.prepare();
        call.returned(world.dispatch.wskSocket(
                world.wskClient,
                family,
                Ws2def.SOCK_STREAM,
                Ws2def.IPPROTO_TCP,
                flags,
                table == null ? null : CONTEXT,
                table,
                null,
                null,
                null,
                call.irp()));
        return call.await().wskSocket();
    }

    /** A listening socket that is not bound. */
    public ListenSocket made(ClientTable table) {
        return (ListenSocket) made(Ws2def.AF_INET, SocketFlags.WSK_FLAG_LISTEN_SOCKET, table);
    }

    /** A stream socket that is not bound. */
    public StreamSocket stream(ClientTable table) {
        return (StreamSocket) made(Ws2def.AF_INET, SocketFlags.WSK_FLAG_STREAM_SOCKET, table);
    }

    /** A socket that listens at a port of all IPv4 addresses. */
    public ListenSocket at(int port, ClientTable table) {
        ListenSocket socket = made(table);
        bind(socket, "0.0.0.0:" + port).await();
        return socket;
    }

    public RecordedCall bind(ListenSocket socket, String local) {
        RecordedCall call = world.prepare();
        return call.returned(
                WskProviderListenDispatch.of(socket).wskBind(socket, SockAddr.of(Endpoint.of(local)), 0, call.irp()));
    }

    public RecordedCall bind(StreamSocket socket, String local) {
        RecordedCall call = world.prepare();
        return call.returned(
                WskProviderStreamDispatch.of(socket).wskBind(socket, SockAddr.of(Endpoint.of(local)), 0, call.irp()));
    }

    public RecordedCall listen(StreamSocket socket) {
        RecordedCall call = world.prepare();
        return call.returned(WskProviderStreamDispatch.of(socket).wskListen(socket, call.irp()));
    }

    public RecordedCall connect(StreamSocket socket, String remote) {
        RecordedCall call = world.prepare();
        return call.returned(WskProviderStreamDispatch.of(socket)
                .wskConnect(socket, SockAddr.of(Endpoint.of(remote)), 0, call.irp()));
    }

    public RecordedCall accept(WskSocket socket) {
        return accept(socket, 0, null, null, null, null);
    }

    public RecordedCall accept(
            WskSocket socket,
            int flags,
            Object context,
            WskClientConnectionDispatch table,
            Variable<SockAddr> local,
            Variable<SockAddr> remote) {
        RecordedCall call = world.prepare();
        return call.returned(
                socket instanceof StreamSocket stream
                        ? WskProviderStreamDispatch.of(stream)
                                .wskAccept(stream, flags, context, table, local, remote, call.irp())
                        : WskProviderListenDispatch.of((ListenSocket) socket)
                                .wskAccept((ListenSocket) socket, flags, context, table, local, remote, call.irp()));
    }

    public RecordedCall complete(ListenSocket socket, WskInspectId id, WskInspectAction action) {
        RecordedCall call = world.prepare();
        return call.returned(WskProviderListenDispatch.of(socket).wskInspectComplete(socket, id, action, call.irp()));
    }

    /** Sets SO_CONDITIONAL_ACCEPT. */
    public RecordedCall conditional(WskSocket socket) {
        return world.sockets().setOption(socket, Ws2def.SO_CONDITIONAL_ACCEPT, 1);
    }

    /** Enables events, or disables one, without an IRP. */
    public NtStatus events(WskSocket socket, int mask) {
        WskEventCallbackControl control = WskEventCallbackControl.of(new EventMask(mask));
        return world.sockets()
                .controlWith(
                        socket,
                        new SocketControlRequest(
                                Wsk.WSK_SET_OPTION,
                                Wsk.SO_WSK_EVENT_CALLBACK,
                                Ws2def.SOL_SOCKET,
                                WskEventCallbackControl.SIZE,
                                new Variable<>(control),
                                0,
                                null,
                                null),
                        null);
    }

    /** Enables WskAcceptEvent. */
    public NtStatus acceptEvent(WskSocket socket) {
        return events(socket, EventFlag.WSK_EVENT_ACCEPT.bit());
    }

    /** Keeps a socket that WskAcceptEvent has handed over, so that it is closed at the end. */
    public void keep(ConnectionSocket accepted) {
        world.handedOut(accepted);
    }
}
