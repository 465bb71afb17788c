package dev.wsksim.wsk.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.testing.DatagramCalls;
import dev.wsksim.testing.DatagramCalls.Listener;
import dev.wsksim.testing.RecordedCall;
import dev.wsksim.testing.WorldSetup;
import dev.wsksim.testing.WskWorld;
import dev.wsksim.wsk.NotSimulatedException;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.WindowsRelease;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Ws2ipdef;
import dev.wsksim.wsk.data.ControlMessage;
import dev.wsksim.wsk.data.PacketInfo;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.data.WskBufList;
import dev.wsksim.wsk.socket.DatagramSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WskSendTo and WskSendMessages against a plain endpoint of the server. */
class WskSendToTest {

    private static final String SERVER = "192.0.2.20:7";

    @Test
    void sendTo_boundSocket_arrivesFromItsAddressAndCompletesWhenHanded() {
        WskWorld.play(world -> {
            DatagramCalls calls = new DatagramCalls(world);
            Listener listener = new Listener();
            calls.server(SERVER, listener);
            DatagramSocket socket = calls.bound("192.0.2.10:5000");
            RecordedCall call = calls.send(socket, "hello", SERVER);
            assertThat(call.returned()).isEqualTo(NtStatus.STATUS_PENDING);
            call.await();
            assertThat(call.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(call.information()).isEqualTo(5);
            assertThat(call.completedAt()).hasToString("0s");
            assertThat(listener.heard).isEmpty();
            world.run();
            assertThat(listener.heard).containsExactly("192.0.2.10:5000: hello");
        });
    }

    @Test
    void sendTo_wildcardSocket_routingChoosesTheSource() {
        WskWorld.play(world -> {
            DatagramCalls calls = new DatagramCalls(world);
            Listener listener = new Listener();
            calls.server(SERVER, listener);
            DatagramSocket socket = calls.bound("0.0.0.0:5000");
            calls.send(socket, "hi", SERVER).await();
            world.run();
            assertThat(listener.heard).containsExactly("192.0.2.10:5000: hi");
        });
    }

    @Test
    void sendTo_bufferChangedAfterCompletion_networkHasItsOwnCopy() {
        WskWorld.play(world -> {
            DatagramCalls calls = new DatagramCalls(world);
            Listener listener = new Listener();
            calls.server(SERVER, listener);
            DatagramSocket socket = calls.bound("0.0.0.0:5000");
            WskBuf buffer = calls.text("before");
            calls.send(socket, buffer, SERVER).await();
            assertThat(buffer.mdl().block().isHeld()).isFalse();
            buffer.mdl().block().write(0, new byte[6]);
            world.run();
            assertThat(listener.heard).containsExactly("192.0.2.10:5000: before");
        });
    }

    @Test
    void sendTo_emptyDatagram_isSent() {
        WskWorld.play(world -> {
            DatagramCalls calls = new DatagramCalls(world);
            Listener listener = new Listener();
            calls.server(SERVER, listener);
            DatagramSocket socket = calls.bound("0.0.0.0:5000");
            RecordedCall call = calls.send(socket, WskBuf.EMPTY, SERVER).await();
            assertThat(call.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            world.run();
            assertThat(listener.heard).containsExactly("192.0.2.10:5000: ");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.20:0, STATUS_INVALID_ADDRESS_COMPONENT",
        "0.0.0.0:7, STATUS_INVALID_ADDRESS_COMPONENT",
        "203.0.113.1:7, STATUS_NETWORK_UNREACHABLE",
        "255.255.255.255:7, STATUS_ACCESS_DENIED",
        "192.0.2.255:7, STATUS_ACCESS_DENIED"
    })
    void sendTo_destinationThatCannotBe_fails(String to, NtStatus expected) {
        WskWorld.play(world -> {
            DatagramCalls calls = new DatagramCalls(world);
            DatagramSocket socket = calls.bound("0.0.0.0:5000");
            RecordedCall call = calls.send(socket, "x", to).await();
            assertThat(call.status()).isEqualTo(expected);
            assertThat(call.information()).isZero();
        });
    }

    @Test
    void sendTo_broadcastAllowed_isSent() {
        WskWorld.play(world -> {
            DatagramCalls calls = new DatagramCalls(world);
            Listener listener = new Listener();
            calls.server(SERVER, listener);
            DatagramSocket socket = calls.bound("0.0.0.0:5000");
            socket.role().options().setBroadcast(true);
            assertThat(calls.send(socket, "all", "255.255.255.255:7").await().status())
                    .isEqualTo(NtStatus.STATUS_SUCCESS);
            world.run();
            assertThat(listener.heard).containsExactly("192.0.2.10:5000: all");
        });
    }

    @ParameterizedTest
    @CsvSource({"STATUS_INVALID_BUFFER_SIZE, 65508", "STATUS_BUFFER_OVERFLOW, 65508", "STATUS_BUFFER_OVERFLOW, 70000"})
    void sendTo_moreThanADatagramCarries_fails(String status, int bytes) {
        WskWorld.play(WorldSetup.PLAIN.decide("wsk.oversized-datagram-status", status), world -> {
            DatagramCalls calls = new DatagramCalls(world);
            DatagramSocket socket = calls.bound("0.0.0.0:5000");
            RecordedCall call = calls.send(socket, calls.room(bytes), SERVER).await();
            assertThat(call.status()).hasToString(status);
        });
    }

    @Test
    void sendTo_breakingARule_isRefusedAtOnce() {
        WskWorld.play(world -> {
            DatagramCalls calls = new DatagramCalls(world);
            DatagramSocket socket = calls.bound("0.0.0.0:5000");
            SockAddr to = SockAddr.of(Endpoint.of(SERVER));
            assertThat(calls.send(socket, calls.text("x"), 1, to, ImmutableList.of())
                            .returned())
                    .as("Flags")
                    .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(calls.send(socket, calls.text("x"), null).returned())
                    .as("no destination")
                    .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(calls.send(socket, calls.text("x"), "[2001:db8::20]:7").returned())
                    .as("family")
                    .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(calls.send(socket, (WskBuf) null, SERVER).returned())
                    .as("no buffer")
                    .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            ImmutableList<ControlMessage> control =
                    ImmutableList.of(new PacketInfo(IpAddress.of("192.0.2.11"), 0).toControlMessage());
            assertThat(calls.send(socket, calls.text("x"), 0, to, 8, control).returned())
                    .as("ControlInfoLength")
                    .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(calls.send(socket, calls.text("x"), 0, to, 24, null).returned())
                    .as("ControlInfo")
                    .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(calls.send(calls.udp(), "x", SERVER).returned())
                    .as("not bound")
                    .isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
            world.run();
            assertThat(world.packets()).isEmpty();
        });
    }

    @Test
    void sendTo_fixedAddresses_areTheDestinationWithoutAnother() {
        WskWorld.play(world -> {
            DatagramCalls calls = new DatagramCalls(world);
            Listener seven = new Listener();
            Listener eight = new Listener();
            Listener nine = new Listener();
            calls.server(SERVER, seven);
            calls.server("192.0.2.20:8", eight);
            calls.server("192.0.2.20:9", nine);
            DatagramSocket socket = calls.bound("0.0.0.0:5000");
            socket.role().setFixedRemote(Endpoint.of(SERVER));
            calls.send(socket, "remote", null).await();
            socket.role().setSendToAddress(Endpoint.of("192.0.2.20:8"));
            calls.send(socket, "sendto", null).await();
            calls.send(socket, "override", "192.0.2.20:9").await();
            socket.role().setSendToAddress(null);
            calls.send(socket, "remote again", null).await();
            socket.role().setSendToAddress(Endpoint.of("192.0.2.20:8"));
            socket.role().setFixedRemote(null);
            calls.send(socket, "sendto again", null).await();
            socket.role().setSendToAddress(null);
            assertThat(calls.send(socket, "nowhere", null).returned()).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            world.run();
            assertThat(seven.heard).containsExactly("192.0.2.10:5000: remote", "192.0.2.10:5000: remote again");
            assertThat(eight.heard).containsExactly("192.0.2.10:5000: sendto", "192.0.2.10:5000: sendto again");
            assertThat(nine.heard).containsExactly("192.0.2.10:5000: override");
        });
    }

    @Test
    void sendTo_packetInfoAndTimeToLive_chooseForThisDatagramAlone() {
        WskWorld.play(world -> {
            DatagramCalls calls = new DatagramCalls(world);
            Listener listener = new Listener();
            calls.server(SERVER, listener);
            DatagramSocket socket = calls.bound("0.0.0.0:5000");
            SockAddr to = SockAddr.of(Endpoint.of(SERVER));
            ImmutableList<ControlMessage> control = ImmutableList.of(
                    new PacketInfo(IpAddress.of("192.0.2.11"), 2).toControlMessage(),
                    ControlMessage.ofUlong(Ws2def.IPPROTO_IP, Ws2ipdef.IP_TTL, 9));
            calls.send(socket, calls.text("chosen"), 0, to, control).await();
            calls.send(socket, "usual", SERVER).await();
            world.run();
            assertThat(listener.heard).containsExactly("192.0.2.11:5000: chosen", "192.0.2.10:5000: usual");
            assertThat(listener.packets.get(0).hopLimit()).isEqualTo(9);
            assertThat(listener.packets.get(1).hopLimit()).isEqualTo(128);
        });
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.99, 0", "192.0.2.11, 7", "192.0.2.11, 1", "0.0.0.0, 7"})
    void sendTo_packetInfoThatIsNotTheHosts_fails(String source, int index) {
        WskWorld.play(world -> {
            DatagramCalls calls = new DatagramCalls(world);
            DatagramSocket socket = calls.bound("0.0.0.0:5000");
            ImmutableList<ControlMessage> control =
                    ImmutableList.of(new PacketInfo(IpAddress.of(source), index).toControlMessage());
            RecordedCall call = calls.send(socket, calls.text("x"), 0, SockAddr.of(Endpoint.of(SERVER)), control)
                    .await();
            assertThat(call.status()).isEqualTo(NtStatus.STATUS_INVALID_ADDRESS_COMPONENT);
        });
    }

    @Test
    void control_unknownMessage_isRefusedByName() {
        ImmutableList<ControlMessage> control =
                ImmutableList.of(ControlMessage.ofUlong(Ws2def.IPPROTO_IP, Ws2ipdef.IP_OPTIONS, 8));
        assertThatThrownBy(() -> ControlInfo.read(24, control, IpFamily.IPV4, WindowsRelease.WINDOWS_11))
                .isInstanceOf(NotSimulatedException.class)
                .hasMessageContaining("IP_OPTIONS");
    }

    @Test
    void sendMessages_list_oneDatagramEachAndTheSumOfBytes() {
        WskWorld.play(world -> {
            DatagramCalls calls = new DatagramCalls(world);
            Listener listener = new Listener();
            calls.server(SERVER, listener);
            DatagramSocket socket = calls.bound("0.0.0.0:5000");
            WskBufList list = new WskBufList(
                    new WskBufList(new WskBufList(null, calls.text("three")), WskBuf.EMPTY), calls.text("one"));
            RecordedCall call = calls.sendMessages(socket, list, SERVER).await();
            assertThat(call.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(call.information()).isEqualTo(8);
            world.run();
            assertThat(listener.heard)
                    .containsExactly("192.0.2.10:5000: one", "192.0.2.10:5000: ", "192.0.2.10:5000: three");
        });
    }

    @Test
    void sendMessages_oneIsTooLarge_thoseBeforeItAreSent() {
        WskWorld.play(world -> {
            DatagramCalls calls = new DatagramCalls(world);
            Listener listener = new Listener();
            calls.server(SERVER, listener);
            DatagramSocket socket = calls.bound("0.0.0.0:5000");
            WskBufList list = new WskBufList(
                    new WskBufList(new WskBufList(null, calls.text("never")), calls.room(65_508)), calls.text("one"));
            RecordedCall call = calls.sendMessages(socket, list, SERVER).await();
            assertThat(call.status()).isEqualTo(NtStatus.STATUS_INVALID_BUFFER_SIZE);
            assertThat(call.information()).isEqualTo(3);
            world.run();
            assertThat(listener.heard).containsExactly("192.0.2.10:5000: one");
            assertThat(calls.sendMessages(socket, null, SERVER).returned())
                    .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        });
    }

    @Test
    void wildcardSocketOfIpv6_sendsOverIpv6() {
        WskWorld.play(world -> {
            DatagramCalls calls = new DatagramCalls(world);
            Listener listener = new Listener();
            calls.server("[2001:db8::20]:7", listener);
            DatagramSocket socket = calls.bound("[::]:5000");
            calls.send(socket, "six", "[2001:db8::20]:7").await();
            world.run();
            assertThat(listener.heard).containsExactly("[2001:db8::10]:5000: six");
        });
    }
}
