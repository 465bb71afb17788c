package dev.wsksim.testing;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.UdpDatagram;
import dev.wsksim.net.udp.UdpEndpoint;
import dev.wsksim.net.udp.UdpUser;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.call.ReceiveFromOutputs;
import dev.wsksim.wsk.control.SocketControlRequest;
import dev.wsksim.wsk.control.WskEventCallbackControl;
import dev.wsksim.wsk.data.ControlMessage;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.data.WskBufList;
import dev.wsksim.wsk.dispatch.WskProviderDatagramDispatch;
import dev.wsksim.wsk.event.EventFlag;
import dev.wsksim.wsk.event.WskReceiveFromEvent;
import dev.wsksim.wsk.flag.EventMask;
import dev.wsksim.wsk.flag.ReceiveFromFlags;
import dev.wsksim.wsk.flag.SocketFlags;
import dev.wsksim.wsk.socket.DatagramSocket;
import dev.wsksim.wsk.socket.WskClientDatagramDispatch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Calls the functions of datagram sockets, each with a fresh IRP and a recording completion routine. */
public final class DatagramCalls {

    private final WskWorld world;

    public DatagramCalls(WskWorld world) {
        this.world = world;
    }

    /** The variables of a WskReceiveFrom that wants everything, with room for so many bytes of control information. */
    public static ReceiveFromOutputs outputs(long controlRoom) {
        return new ReceiveFromOutputs(
                new Variable<>(), new Variable<>(controlRoom), new Variable<>(), new Variable<>());
    }

    /** WskSocket, waited for, with this callback in its table. */
    public DatagramSocket create(int family, int type, int protocol, WskReceiveFromEvent callback) {
        RecordedCall call = world.prepare();
        call.returned(world.dispatch.wskSocket(
                world.wskClient,
                family,
                type,
                protocol,
                SocketFlags.WSK_FLAG_DATAGRAM_SOCKET,
                callback == null ? null : "context",
                callback == null ? null : new WskClientDatagramDispatch(callback),
                null,
                null,
                null,
                call.irp()));
        return (DatagramSocket) call.await().wskSocket();
    }

    /** A UDP socket of AF_INET, not bound. */
    public DatagramSocket udp() {
        return create(Ws2def.AF_INET, Ws2def.SOCK_DGRAM, Ws2def.IPPROTO_UDP, null);
    }

    /** A UDP socket, bound. */
    public DatagramSocket bound(String local) {
        return bound(local, null);
    }

    /** A UDP socket with a callback, bound. */
    public DatagramSocket bound(String local, WskReceiveFromEvent callback) {
        Endpoint at = Endpoint.of(local);
        int family = SockAddr.of(at).saFamily();
        DatagramSocket socket = create(family, Ws2def.SOCK_DGRAM, Ws2def.IPPROTO_UDP, callback);
        requireSuccess(bind(socket, local));
        return socket;
    }

    /** A raw socket, bound. */
    public DatagramSocket raw(String local, int protocol) {
        Endpoint at = Endpoint.of(local);
        DatagramSocket socket = create(SockAddr.of(at).saFamily(), Ws2def.SOCK_RAW, protocol, null);
        requireSuccess(bind(socket, local));
        return socket;
    }

    private static void requireSuccess(RecordedCall call) {
        if (call.await().status() != NtStatus.STATUS_SUCCESS) {
            throw new AssertionError(call);
        }
    }

    public RecordedCall bind(DatagramSocket socket, String local) {
        RecordedCall call = world.prepare();
        return call.returned(table(socket).wskBind(socket, SockAddr.of(Endpoint.of(local)), 0, call.irp()));
    }

    /** A buffer with these bytes in one MDL. */
    public WskBuf buffer(byte[] bytes) {
        return bytes.length == 0
                ? WskBuf.EMPTY
                : WskBuf.of(world.client.memory().mdlOf(world.client.memory().nonPaged(bytes)));
    }

    public WskBuf text(String text) {
        return buffer(text.getBytes(StandardCharsets.US_ASCII));
    }

    public WskBuf room(int bytes) {
        return buffer(new byte[bytes]);
    }

    /** The first bytes of a buffer as text. */
    public static String text(WskBuf buffer, long count) {
        return new String(buffer.toBytes(), 0, (int) count, StandardCharsets.US_ASCII);
    }

    public RecordedCall send(DatagramSocket socket, String text, String to) {
        return send(socket, text(text), to);
    }

    public RecordedCall send(DatagramSocket socket, WskBuf buffer, String to) {
        return send(socket, buffer, 0, to == null ? null : SockAddr.of(Endpoint.of(to)), ImmutableList.of());
    }

    public RecordedCall send(
            DatagramSocket socket, WskBuf buffer, int flags, SockAddr to, ImmutableList<ControlMessage> control) {
        return send(socket, buffer, flags, to, ControlMessage.spaceOf(control), control.isEmpty() ? null : control);
    }

    public RecordedCall send(
            DatagramSocket socket,
            WskBuf buffer,
            int flags,
            SockAddr to,
            long controlLength,
            ImmutableList<ControlMessage> control) {
        RecordedCall call = world.prepare();
        return call.returned(table(socket).wskSendTo(socket, buffer, flags, to, controlLength, control, call.irp()));
    }

    public RecordedCall sendMessages(DatagramSocket socket, WskBufList list, String to) {
        RecordedCall call = world.prepare();
        return call.returned(table(socket)
                .wskSendMessages(
                        socket, list, 0, to == null ? null : SockAddr.of(Endpoint.of(to)), 0, null, call.irp()));
    }

    public RecordedCall receive(DatagramSocket socket, WskBuf buffer) {
        return receive(socket, buffer, 0, ReceiveFromOutputs.NONE);
    }

    public RecordedCall receive(DatagramSocket socket, WskBuf buffer, int flags, ReceiveFromOutputs outputs) {
        RecordedCall call = world.prepare();
        return call.returned(table(socket).wskReceiveFrom(socket, buffer, flags, outputs, call.irp()));
    }

    /** Enables WskReceiveFromEvent. */
    public NtStatus enable(DatagramSocket socket) {
        return world.sockets()
                .controlWith(
                        socket,
                        new SocketControlRequest(
                                Wsk.WSK_SET_OPTION,
                                Wsk.SO_WSK_EVENT_CALLBACK,
                                Ws2def.SOL_SOCKET,
                                WskEventCallbackControl.SIZE,
                                new Variable<>(new WskEventCallbackControl(
                                        WskEventCallbackControl.NpiId.NPI_WSK_INTERFACE_ID,
                                        new EventMask(EventFlag.WSK_EVENT_RECEIVE_FROM.bit()))),
                                0,
                                null,
                                null),
                        null);
    }

    public static WskProviderDatagramDispatch table(DatagramSocket socket) {
        return WskProviderDatagramDispatch.of(socket);
    }

    public static ReceiveFromFlags flags(ReceiveFromOutputs outputs) {
        return outputs.controlFlags().get();
    }

    /** An endpoint of the plain server that keeps what comes as text. */
    public static final class Listener implements UdpUser {

        public final List<String> heard = new ArrayList<>();
        public final List<Packet> packets = new ArrayList<>();

        @Override
        public boolean datagramArrived(UdpEndpoint endpoint, Packet packet, UdpDatagram datagram) {
            packets.add(packet);
            heard.add(new Endpoint(packet.source(), datagram.sourcePort()) + ": "
                    + new String(datagram.data().toByteArray(), StandardCharsets.US_ASCII));
            return true;
        }
    }

    /** Binds an endpoint of the plain server. */
    public UdpEndpoint server(String local, UdpUser user) {
        return world.server.udp().bind(Endpoint.of(local), user);
    }

    /** Sends text from an endpoint of the plain server. */
    public static void fromServer(UdpEndpoint endpoint, String text, String to) {
        Endpoint remote = Endpoint.of(to);
        ByteSlice data = ByteSlice.copyOf(text.getBytes(StandardCharsets.US_ASCII));
        if (endpoint.sendTo(data, remote.address(), remote.port()) != null) {
            throw new AssertionError("not sent to " + to);
        }
    }
}
