package dev.wsksim.wsk.call;

import static dev.wsksim.testing.DatagramCalls.outputs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.UdpDatagram;
import dev.wsksim.net.packet.codec.PacketEncoder;
import dev.wsksim.testing.DatagramCalls;
import dev.wsksim.testing.DatagramCalls.Listener;
import dev.wsksim.testing.RecordedCall;
import dev.wsksim.testing.WskWorld;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.socket.DatagramSocket;
import dev.wsksim.wsk.socket.RawPacketDiscarded;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Raw sockets: what they get, what they may send. */
class RawSocketTest {

    private static final int IPV4_HEADER = 20;
    private static final int ECHO_REPLY = 0;
    private static final int ECHO_REQUEST = 8;
    private static final int ECHO_REPLY_6 = 129;

    /** An ICMP echo request with a right checksum, as a driver builds it. */
    private static byte[] echoRequest() {
        byte[] message = {ECHO_REQUEST, 0, 0, 0, 0x12, 0x34, 0, 1, 'p', 'i', 'n', 'g'};
        int sum = 0;
        for (int i = 0; i < message.length; i += 2) {
            sum += (message[i] & 0xFF) << 8 | (message[i + 1] & 0xFF);
        }
        sum = ~((sum & 0xFFFF) + (sum >>> 16));
        message[2] = (byte) (sum >>> 8);
        message[3] = (byte) sum;
        return message;
    }

    @Test
    void icmpSocket_sendsEchoRequest_getsTheReplyWithItsIpHeader() {
        WskWorld.play(world -> {
            DatagramCalls calls = new DatagramCalls(world);
            DatagramSocket socket = calls.raw("0.0.0.0:0", Ws2def.IPPROTO_ICMP);
            WskBuf buffer = calls.room(128);
            ReceiveFromOutputs outputs = outputs(0);
            RecordedCall receive = calls.receive(socket, buffer, 0, outputs);
            RecordedCall send = calls.send(socket, calls.buffer(echoRequest()), "192.0.2.20:0")
                    .await();
            assertThat(send.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            receive.await();
            assertThat(receive.completedAt()).hasToString("2ms");
            assertThat(receive.information()).isEqualTo(IPV4_HEADER + echoRequest().length);
            byte[] got = buffer.toBytes();
            assertThat(got[0]).isEqualTo((byte) 0x45);
            assertThat(got[IPV4_HEADER]).isEqualTo((byte) ECHO_REPLY);
            assertThat(Arrays.copyOfRange(got, IPV4_HEADER + 4, IPV4_HEADER + 12))
                    .isEqualTo(Arrays.copyOfRange(echoRequest(), 4, 12));
            assertThat(outputs.remoteAddress().get()).isEqualTo(SockAddr.of(Endpoint.of("192.0.2.20:0")));
        });
    }

    @Test
    void icmp6Socket_getsTheReplyWithoutIpHeader() {
        WskWorld.play(world -> {
            DatagramCalls calls = new DatagramCalls(world);
            DatagramSocket socket = calls.raw("[::]:0", Ws2def.IPPROTO_ICMPV6);
            WskBuf buffer = calls.room(128);
            byte[] request = {(byte) 128, 0, 0, 0, 0x12, 0x34, 0, 1, 'h', 'i'};
            RecordedCall receive = calls.receive(socket, buffer);
            calls.send(socket, calls.buffer(request), "[2001:db8::20]:0").await();
            receive.await();
            assertThat(receive.information()).isEqualTo(request.length);
            assertThat(buffer.toBytes()[0] & 0xFF).isEqualTo(ECHO_REPLY_6);
        });
    }

    @Test
    void severalSockets_eachMatchingOneGetsACopy() {
        WskWorld.play(world -> {
            DatagramCalls calls = new DatagramCalls(world);
            DatagramSocket all = calls.raw("0.0.0.0:0", Ws2def.IPPROTO_UDP);
            DatagramSocket same = calls.raw("192.0.2.10:0", Ws2def.IPPROTO_UDP);
            DatagramSocket otherAddress = calls.raw("192.0.2.11:0", Ws2def.IPPROTO_UDP);
            DatagramSocket otherProtocol = calls.raw("0.0.0.0:0", Ws2def.IPPROTO_ICMP);
            DatagramSocket otherRemote = calls.raw("0.0.0.0:0", Ws2def.IPPROTO_UDP);
            otherRemote.role().setFixedRemote(Endpoint.of("192.0.2.99:0"));
            calls.bound("0.0.0.0:5000");
            DatagramCalls.fromServer(calls.server("192.0.2.20:7", new Listener()), "x", "192.0.2.10:5000");
            world.run();
            assertThat(all.role().receiveBacklog()).isEqualTo(29);
            assertThat(same.role().receiveBacklog()).isEqualTo(29);
            assertThat(otherAddress.role().receiveBacklog()).isZero();
            assertThat(otherProtocol.role().receiveBacklog()).isZero();
            assertThat(otherRemote.role().receiveBacklog()).isZero();
        });
    }

    @Test
    void headerIncluded_packetIsSentAsItIs_andForgedUdpIsDropped() {
        WskWorld.play(world -> {
            DatagramCalls calls = new DatagramCalls(world);
            Listener listener = new Listener();
            calls.server("192.0.2.20:7", listener);
            DatagramSocket socket = calls.raw("0.0.0.0:0", Ws2def.IPPROTO_UDP);
            assertThat(socket.role().options().setHeaderIncluded(IpFamily.IPV4, true))
                    .isNull();
            RecordedCall own = calls.send(socket, calls.buffer(udp("192.0.2.11")), "192.0.2.20:0")
                    .await();
            RecordedCall forged = calls.send(socket, calls.buffer(udp("192.0.2.77")), "192.0.2.20:0")
                    .await();
            RecordedCall broken =
                    calls.send(socket, "no packet", "192.0.2.20:0").await();
            world.run();
            assertThat(own.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(forged.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(broken.status()).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(listener.heard).containsExactly("192.0.2.11:9: raw");
            assertThat(listener.packets.get(0).hopLimit()).isEqualTo(33);
            assertThat(world.records(RawPacketDiscarded.class)).hasSize(1);
        });
    }

    private static byte[] udp(String source) {
        ByteSlice data = ByteSlice.copyOf((byte) 'r', (byte) 'a', (byte) 'w');
        return PacketEncoder.encode(
                new Packet(IpAddress.of(source), IpAddress.of("192.0.2.20"), 33, UdpDatagram.of(9, 7, data)), 0);
    }

    @Test
    void protocolsThatRawSocketsCannotHave_areRefused() {
        WskWorld.play(world -> {
            DatagramCalls calls = new DatagramCalls(world);
            RecordedCall zero = world.sockets()
                    .create(Ws2def.SOCK_RAW, Ws2def.IPPROTO_IP, Wsk.WSK_FLAG_DATAGRAM_SOCKET)
                    .await();
            assertThat(zero.status().isSuccess()).isFalse();
            DatagramSocket tcp = calls.create(Ws2def.AF_INET, Ws2def.SOCK_RAW, Ws2def.IPPROTO_TCP, null);
            assertThat(calls.bind(tcp, "0.0.0.0:0").await().status()).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
            DatagramSocket foreign = calls.create(Ws2def.AF_INET, Ws2def.SOCK_RAW, Ws2def.IPPROTO_ICMP, null);
            assertThat(calls.bind(foreign, "192.0.2.99:0").await().status())
                    .isEqualTo(NtStatus.STATUS_INVALID_ADDRESS_COMPONENT);
        });
    }

    @Test
    void tooLongOrBroadcast_fails() {
        WskWorld.play(world -> {
            DatagramCalls calls = new DatagramCalls(world);
            DatagramSocket socket = calls.raw("0.0.0.0:0", 253);
            assertThat(calls.send(socket, calls.room(65_468), "192.0.2.20:0")
                            .await()
                            .status())
                    .isEqualTo(NtStatus.STATUS_INVALID_BUFFER_SIZE);
            assertThat(calls.send(socket, "x", "255.255.255.255:0").await().status())
                    .isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
            Variable<SockAddr> local = new Variable<>();
            RecordedCall call = world.prepare();
            assertThat(DatagramCalls.table(socket).wskGetLocalAddress(socket, local, call.irp()))
                    .isEqualTo(NtStatus.STATUS_PENDING);
        });
    }
}
