package dev.wsksim.wsk.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.UdpDatagram;
import dev.wsksim.net.packet.codec.PacketEncoder;
import dev.wsksim.net.udp.UdpEndpoint;
import dev.wsksim.net.udp.UdpUser;
import dev.wsksim.testing.DatagramCalls;
import dev.wsksim.testing.DatagramCalls.Listener;
import dev.wsksim.testing.WskWorld;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.WindowsRelease;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Ws2ipdef;
import dev.wsksim.wsk.data.ControlMessage;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.socket.DatagramSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What options and control messages put into the header of datagrams, and how large they may be. */
class DatagramHeaderTest {

    private static final String SERVER = "192.0.2.20:7";

    private static ImmutableList<ControlMessage> control(int level, int type, int value) {
        return ImmutableList.of(ControlMessage.ofUlong(level, type, value));
    }

    @Test
    void trafficClass_ofTheSocketAndOfOneDatagram() {
        WskWorld.play(world -> {
            DatagramCalls calls = new DatagramCalls(world);
            Listener listener = new Listener();
            calls.server(SERVER, listener);
            DatagramSocket socket = calls.bound("0.0.0.0:5000");
            socket.changeIp(IpFamily.IPV4, ip -> ip.setTrafficClass(184));
            calls.send(socket, "socket", SERVER).await();
            calls.send(socket, calls.text("tos"), 0, to(), control(Ws2def.IPPROTO_IP, Ws2ipdef.IP_TOS, 40))
                    .await();
            calls.send(socket, calls.text("ecn"), 0, to(), control(Ws2def.IPPROTO_IP, Ws2ipdef.IP_ECN, 2))
                    .await();
            world.run();
            assertThat(listener.packets)
                    .extracting(packet -> packet.extras().trafficClass())
                    .containsExactly(184, 40, 186);
        });
    }

    private static SockAddr to() {
        return SockAddr.of(Endpoint.of(SERVER));
    }

    @ParameterizedTest
    @CsvSource({
        "IP_ECN, 3, WINDOWS_11",
        "IP_ECN, 4, WINDOWS_11",
        "IP_ECN, 1, WINDOWS_10_1709",
        "IP_TOS, 256, WINDOWS_11"
    })
    void trafficClass_thatNoSenderMayChoose_isRefused(String name, int value, WindowsRelease windows) {
        int type = Ws2ipdef.valueOf(name).orElseThrow();
        ControlInfo read = ControlInfo.read(24, control(Ws2def.IPPROTO_IP, type, value), IpFamily.IPV4, windows);
        assertThat(read.failure()).isNotNull();
        assertThat(read.failure().status()).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
    }

    @Test
    void ecnOfIpv6_andEmptyRoutingHeader_areTaken() {
        ImmutableList<ControlMessage> messages = ImmutableList.of(
                ControlMessage.ofUlong(Ws2def.IPPROTO_IPV6, Ws2ipdef.IPV6_ECN, 1),
                new ControlMessage(Ws2def.IPPROTO_IPV6, Ws2ipdef.IPV6_RTHDR, ImmutableIntArray.of()));
        ControlInfo read = ControlInfo.read(40, messages, IpFamily.IPV6, WindowsRelease.WINDOWS_11);
        assertThat(messages.get(0)).asString().contains("IPV6_ECN");
        assertThat(read.failure()).isNull();
        assertThat(read.choices().classMask()).isEqualTo(3);
        assertThat(read.choices().classBits()).isEqualTo(1);
    }

    @Test
    void segmentSize_cutsIntoDatagrams_andWhatDoesNotFitThePathFails() {
        WskWorld.play(world -> {
            DatagramCalls calls = new DatagramCalls(world);
            Listener listener = new Listener();
            calls.server(SERVER, listener);
            DatagramSocket socket = calls.bound("0.0.0.0:5000");
            socket.role().options().setSegmentSize(3);
            calls.send(socket, "abcdefgh", SERVER).await();
            calls.send(
                            socket,
                            calls.text("ijklmn"),
                            0,
                            to(),
                            control(Ws2def.IPPROTO_UDP, Ws2ipdef.UDP_SEND_MSG_SIZE, 5))
                    .await();
            socket.role().options().setSegmentSize(1473);
            assertThat(calls.send(socket, calls.buffer(new byte[3000]), SERVER)
                            .await()
                            .status())
                    .isEqualTo(NtStatus.STATUS_INVALID_BUFFER_SIZE);
            world.run();
            assertThat(listener.heard)
                    .extracting(text -> text.substring(text.indexOf(' ') + 1))
                    .containsExactly("abc", "def", "gh", "ijklm", "n");
        });
    }

    @Test
    void dontFragment_setsDfAndRefusesWhatIsLarger() {
        WskWorld.play(world -> {
            DatagramCalls calls = new DatagramCalls(world);
            Listener listener = new Listener();
            calls.server(SERVER, listener);
            DatagramSocket socket = calls.bound("0.0.0.0:5000");
            socket.role().options().change(IpFamily.IPV4, settings -> settings.setDontFragment(true));
            assertThat(calls.send(socket, calls.buffer(new byte[1473]), SERVER)
                            .await()
                            .status())
                    .isEqualTo(NtStatus.STATUS_INVALID_BUFFER_SIZE);
            calls.send(socket, calls.buffer(new byte[1472]), SERVER).await();
            world.run();
            assertThat(listener.packets).hasSize(1).allMatch(Packet::dontFragment);
        });
    }

    @Test
    void coalescing_stopsAtTheSmallerOne_andAtTheLimit() {
        WskWorld.play(world -> {
            DatagramCalls calls = new DatagramCalls(world);
            DatagramSocket socket = calls.bound("0.0.0.0:5000");
            socket.role().setCoalescedSize(9);
            UdpEndpoint server = calls.server(SERVER, UdpUser.FETCHING);
            for (String text : List.of("aaa", "bbb", "ccc", "ddd", "ee", "f", "gggg")) {
                DatagramCalls.fromServer(server, text, "192.0.2.10:5000");
            }
            world.run();
            assertThat(received(world, calls, socket, 4))
                    .containsExactly(
                            "aaabbbccc [{IPPROTO_UDP UDP_COALESCED_INFO: 3}]",
                            "dddee [{IPPROTO_UDP UDP_COALESCED_INFO: 3}]",
                            "f null",
                            "gggg null");
        });
    }

    private static List<String> received(WskWorld world, DatagramCalls calls, DatagramSocket socket, int count) {
        ImmutableList.Builder<String> all = ImmutableList.builder();
        for (int i = 0; i < count; i++) {
            WskBuf buffer = calls.room(32);
            ReceiveFromOutputs outputs = DatagramCalls.outputs(100);
            long bytes = calls.receive(socket, buffer, 0, outputs).await().information();
            all.add(DatagramCalls.text(buffer, bytes) + " "
                    + outputs.controlInfo().get());
        }
        assertThat(socket.role().receiveBacklog()).isZero();
        assertThat(world.loop.nowNanos()).isPositive();
        return all.build();
    }

    @Test
    void receivedError_isAControlMessage_notAFailure() {
        WskWorld.play(world -> {
            DatagramCalls calls = new DatagramCalls(world);
            DatagramSocket socket = calls.bound("0.0.0.0:5000");
            socket.role().settings().setErrorInfo(true);
            calls.send(socket, "x", "192.0.2.20:99").await();
            ReceiveFromOutputs outputs = DatagramCalls.outputs(100);
            assertThat(calls.receive(socket, calls.room(8), 0, outputs).await().status())
                    .isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(outputs.controlInfo().get())
                    .extracting(Object::toString)
                    .containsExactly("{IPPROTO_IP IP_RECVERR: type 3 code 3 info 0}");
        });
    }

    @Test
    void rawSocketOfIpprotoRaw_sendsAnyProtocolWithItsOwnHeader() {
        WskWorld.play(world -> {
            DatagramCalls calls = new DatagramCalls(world);
            DatagramSocket socket = calls.raw("0.0.0.0:0", Ws2def.IPPROTO_RAW);
            DatagramSocket hearing = calls.raw("0.0.0.0:0", Ws2def.IPPROTO_UDP);
            socket.role().options().setHeaderIncluded(IpFamily.IPV4, true);
            Packet own = new Packet(
                    IpAddress.of("192.0.2.10"), IpAddress.of("192.0.2.11"), 9, UdpDatagram.of(1, 2, ByteSlice.EMPTY));
            byte[] bytes = PacketEncoder.encode(own, 0);
            assertThat(calls.send(socket, calls.buffer(bytes), "192.0.2.11:0")
                            .await()
                            .status())
                    .isEqualTo(NtStatus.STATUS_SUCCESS);
            world.run();
            assertThat(hearing.role().receiveBacklog()).isEqualTo(28);
        });
    }
}
