package dev.wsksim.testing;

import dev.wsksim.kernel.mm.Mdl;
import dev.wsksim.kernel.mm.MemoryManager;
import dev.wsksim.kernel.mm.PoolBlock;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.control.SocketControlRequest;
import dev.wsksim.wsk.control.WskEventCallbackControl;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.dispatch.WskProviderConnectionDispatch;
import dev.wsksim.wsk.event.EventFlag;
import dev.wsksim.wsk.flag.DisconnectFlags;
import dev.wsksim.wsk.flag.EventMask;
import dev.wsksim.wsk.flag.ReceiveFlags;
import dev.wsksim.wsk.flag.SendFlags;
import dev.wsksim.wsk.socket.ConnectionSocket;
import dev.wsksim.wsk.socket.WskClientConnectionDispatch;
import java.nio.charset.StandardCharsets;

/** One connection of the client to a {@link StreamPeer} at port 7 of the server, and the functions that work on it. */
public final class StreamCalls {

    public static final int PORT = 7;

    public final StreamPeer peer;
    public final ConnectionSocket socket;

    private final WskWorld world;
    private final MemoryManager memory;
    private final WskProviderConnectionDispatch table;

    /** Connects with WskSocketConnect, without callbacks. */
    public StreamCalls(WskWorld world) {
        this(world, null);
    }

    /** Connects with WskSocketConnect. */
    public StreamCalls(WskWorld world, WskClientConnectionDispatch callbacks) {
        this.world = world;
        this.memory = world.client.memory();
        this.peer = new StreamPeer(world.server, PORT);
        RecordedCall call = world.prepare();
        call.returned(world.dispatch.wskSocketConnect(
                world.wskClient,
                Ws2def.SOCK_STREAM,
                Ws2def.IPPROTO_TCP,
                SockAddr.of(Endpoint.of("0.0.0.0:0")),
                SockAddr.of(Endpoint.of("192.0.2.20:" + PORT)),
                0,
                "the context",
                callbacks,
                null,
                null,
                null,
                call.irp()));
        this.socket = call.await().socket();
        this.table = WskProviderConnectionDispatch.of(socket);
        world.loop.runUntil(() ->
                peer.connection() != null && peer.connection().state() == dev.wsksim.net.tcp.TcpState.ESTABLISHED);
    }

    /** A buffer of non-paged pool with this text. */
    public WskBuf text(String text) {
        return buffer(memory.nonPaged(text.getBytes(StandardCharsets.US_ASCII)));
    }

    /** A buffer of non-paged pool with room for so many bytes. */
    public WskBuf room(int bytes) {
        return buffer(memory.nonPaged(new byte[bytes]));
    }

    public WskBuf buffer(PoolBlock block) {
        Mdl mdl = memory.mdlOf(block);
        return WskBuf.of(mdl);
    }

    public RecordedCall send(WskBuf buffer) {
        return send(buffer, SendFlags.NONE);
    }

    public RecordedCall send(WskBuf buffer, SendFlags flags) {
        RecordedCall call = world.prepare();
        return call.returned(table.wskSend(socket, buffer, flags, call.irp()));
    }

    public RecordedCall send(RecordedCall prepared, WskBuf buffer, SendFlags flags) {
        return prepared.returned(table.wskSend(socket, buffer, flags, prepared.irp()));
    }

    public RecordedCall receive(WskBuf buffer) {
        return receive(buffer, ReceiveFlags.NONE);
    }

    public RecordedCall receive(WskBuf buffer, ReceiveFlags flags) {
        RecordedCall call = world.prepare();
        return call.returned(table.wskReceive(socket, buffer, flags, call.irp()));
    }

    public RecordedCall receive(RecordedCall prepared, WskBuf buffer, ReceiveFlags flags) {
        return prepared.returned(table.wskReceive(socket, buffer, flags, prepared.irp()));
    }

    public RecordedCall disconnect() {
        return disconnect(null, DisconnectFlags.NONE);
    }

    public RecordedCall disconnect(WskBuf buffer, DisconnectFlags flags) {
        RecordedCall call = world.prepare();
        return call.returned(table.wskDisconnect(socket, buffer, flags, call.irp()));
    }

    public RecordedCall close() {
        return world.sockets().close(socket);
    }

    /** Enables events, without an IRP. */
    public void enable(EventFlag... events) {
        int mask = 0;
        for (EventFlag event : events) {
            mask |= event.bit();
        }
        control(mask);
    }

    /** SO_WSK_EVENT_CALLBACK without an IRP. */
    public dev.wsksim.kernel.NtStatus control(int mask) {
        return world.sockets().controlWith(socket, events(mask), null);
    }

    /** The request that sets SO_WSK_EVENT_CALLBACK. */
    public static SocketControlRequest events(int mask) {
        return new SocketControlRequest(
                Wsk.WSK_SET_OPTION,
                Wsk.SO_WSK_EVENT_CALLBACK,
                Ws2def.SOL_SOCKET,
                WskEventCallbackControl.SIZE,
                new Variable<>(WskEventCallbackControl.of(new EventMask(mask))),
                0,
                null,
                null);
    }
}
