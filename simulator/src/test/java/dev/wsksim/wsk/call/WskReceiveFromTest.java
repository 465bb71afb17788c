package dev.wsksim.wsk.call;

import static dev.wsksim.testing.DatagramCalls.fromServer;
import static dev.wsksim.testing.DatagramCalls.outputs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.udp.UdpEndpoint;
import dev.wsksim.net.udp.UdpUser;
import dev.wsksim.testing.DatagramCalls;
import dev.wsksim.testing.RecordedCall;
import dev.wsksim.testing.WorldSetup;
import dev.wsksim.testing.WskWorld;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.data.PacketInfo;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.flag.ReceiveFromFlags;
import dev.wsksim.wsk.socket.DatagramDiscarded;
import dev.wsksim.wsk.socket.DatagramSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WskReceiveFrom of what a plain endpoint of the server sends. */
class WskReceiveFromTest {

    private static final String SERVER = "192.0.2.20:7";
    private static final String OWN = "192.0.2.10:5000";

    @Test
    void receiveFrom_pendingWhenADatagramComes_completesWithItAndItsSender() {
        WskWorld.play(world -> {
            DatagramCalls calls = new DatagramCalls(world);
            UdpEndpoint server = calls.server(SERVER, UdpUser.FETCHING);
            DatagramSocket socket = calls.bound("0.0.0.0:5000");
            WskBuf buffer = calls.room(16);
            ReceiveFromOutputs outputs = outputs(100);
            RecordedCall call = calls.receive(socket, buffer, 0, outputs);
            assertThat(call.returned()).isEqualTo(NtStatus.STATUS_PENDING);
            assertThat(buffer.mdl().block().isHeld()).isTrue();
            fromServer(server, "hello", OWN);
            call.await();
            assertThat(call.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(call.information()).isEqualTo(5);
            assertThat(call.completedAt()).hasToString("1ms");
            assertThat(DatagramCalls.text(buffer, 5)).isEqualTo("hello");
            assertThat(outputs.remoteAddress().get()).isEqualTo(SockAddr.of(Endpoint.of(SERVER)));
            assertThat(outputs.controlLength().get()).isZero();
            assertThat(DatagramCalls.flags(outputs)).isEqualTo(ReceiveFromFlags.NONE);
            assertThat(buffer.mdl().block().isHeld()).isFalse();
        });
    }

    /** So it has to stay valid until then, as ControlLength and the others have: OQ-20. */
    @Test
    void receiveFrom_remoteAddress_isWrittenWhenTheDatagramComes() {
        WskWorld.play(world -> {
            DatagramCalls calls = new DatagramCalls(world);
            UdpEndpoint server = calls.server(SERVER, UdpUser.FETCHING);
            DatagramSocket socket = calls.bound("0.0.0.0:5000");
            ReceiveFromOutputs outputs = outputs(0);
            RecordedCall call = calls.receive(socket, calls.room(4), 0, outputs);
            assertThat(call.returned()).isEqualTo(NtStatus.STATUS_PENDING);
            assertThat(outputs.remoteAddress().get()).isNull();
            fromServer(server, "a", OWN);
            call.await();
            assertThat(outputs.remoteAddress().get()).hasToString(SERVER);
        });
    }

    @Test
    void receiveFrom_queuedRequests_getDatagramsInTheOrderOfTheCalls() {
        WskWorld.play(world -> {
            DatagramCalls calls = new DatagramCalls(world);
            UdpEndpoint server = calls.server(SERVER, UdpUser.FETCHING);
            DatagramSocket socket = calls.bound("0.0.0.0:5000");
            List<WskBuf> buffers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                buffers.add(calls.room(4));
                calls.receive(socket, buffers.get(i));
            }
            for (String text : List.of("a", "b", "c")) {
                fromServer(server, text, OWN);
            }
            world.run();
            assertThat(buffers)
                    .extracting(buffer -> DatagramCalls.text(buffer, 1))
                    .containsExactly("a", "b", "c");
        });
    }

    @ParameterizedTest
    @CsvSource({"STATUS_SUCCESS", "STATUS_BUFFER_OVERFLOW"})
    void receiveFrom_bufferTooSmall_cutsTheDatagramAndSaysSo(String status) {
        WskWorld.play(WorldSetup.PLAIN.decide("wsk.truncation-status", status), world -> {
            DatagramCalls calls = new DatagramCalls(world);
            UdpEndpoint server = calls.server(SERVER, UdpUser.FETCHING);
            DatagramSocket socket = calls.bound("0.0.0.0:5000");
            fromServer(server, "too long", OWN);
            fromServer(server, "next", OWN);
            world.run();
            WskBuf buffer = calls.room(3);
            ReceiveFromOutputs outputs = outputs(0);
            RecordedCall call = calls.receive(socket, buffer, 0, outputs).await();
            assertThat(call.status()).hasToString(status);
            assertThat(call.information()).isEqualTo(3);
            assertThat(DatagramCalls.text(buffer, 3)).isEqualTo("too");
            assertThat(DatagramCalls.flags(outputs)).isEqualTo(ReceiveFromFlags.MSG_TRUNC);
            WskBuf next = calls.room(8);
            assertThat(calls.receive(socket, next).await().information()).isEqualTo(4);
            assertThat(DatagramCalls.text(next, 4))
                    .as("the rest of the first is lost")
                    .isEqualTo("next");
        });
    }

    @Test
    void receiveFrom_packetInfoAskedFor_tellsWhereItCame() {
        WskWorld.play(world -> {
            DatagramCalls calls = new DatagramCalls(world);
            UdpEndpoint server = calls.server(SERVER, UdpUser.FETCHING);
            DatagramSocket socket = calls.bound("0.0.0.0:5000");
            socket.role().settings().setPacketInfo(true);
            socket.role().settings().setHopLimitInfo(true);
            fromServer(server, "one", "192.0.2.11:5000");
            fromServer(server, "two", "192.0.2.11:5000");
            fromServer(server, "three", "192.0.2.11:5000");
            world.run();
            ReceiveFromOutputs whole = outputs(48);
            calls.receive(socket, calls.room(8), 0, whole).await();
            assertThat(whole.controlLength().get()).isEqualTo(48);
            assertThat(whole.controlInfo().get())
                    .extracting(Object::toString)
                    .containsExactly("{IPPROTO_IP IP_PKTINFO: 192.0.2.11 at interface 2}", "{IPPROTO_IP IP_TTL: 128}");
            assertThat(PacketInfo.read(whole.controlInfo().get().get(0)))
                    .isEqualTo(new PacketInfo(IpAddress.of("192.0.2.11"), 2));
            ReceiveFromOutputs cut = outputs(24);
            calls.receive(socket, calls.room(8), 0, cut).await();
            assertThat(cut.controlLength().get()).isEqualTo(24);
            assertThat(cut.controlInfo().get()).hasSize(1);
            assertThat(DatagramCalls.flags(cut)).isEqualTo(ReceiveFromFlags.MSG_CTRUNC);
            ReceiveFromOutputs none = outputs(23);
            calls.receive(socket, calls.room(8), 0, none).await();
            assertThat(none.controlLength().get()).isZero();
            assertThat(none.controlInfo().get()).isNull();
        });
    }

    @ParameterizedTest
    @CsvSource({"ignored, ", "stored, MSG_TRUNC"})
    void receiveFrom_withoutControlLength_flagsAreADecision(String option, String flags) {
        WskWorld.play(WorldSetup.PLAIN.decide("wsk.control-flags-without-length", option), world -> {
            DatagramCalls calls = new DatagramCalls(world);
            UdpEndpoint server = calls.server(SERVER, UdpUser.FETCHING);
            DatagramSocket socket = calls.bound("0.0.0.0:5000");
            fromServer(server, "xy", OWN);
            Variable<ReceiveFromFlags> stored = new Variable<>();
            calls.receive(socket, calls.room(1), 0, new ReceiveFromOutputs(null, null, null, stored))
                    .await();
            assertThat(stored.get() == null ? null : stored.get().toString()).isEqualTo(flags);
        });
    }

    @Test
    void receiveFrom_broadcastAndGroup_areFlagged() {
        WskWorld.play(world -> {
            DatagramCalls calls = new DatagramCalls(world);
            UdpEndpoint server = calls.server(SERVER, UdpUser.FETCHING);
            server.setBroadcastAllowed(true);
            DatagramSocket socket = calls.bound("0.0.0.0:5000");
            assertThat(socket.role().joinGroup(IpAddress.of("239.1.2.3"), 0)).isNull();
            world.run();
            fromServer(server, "all", "192.0.2.255:5000");
            fromServer(server, "group", "239.1.2.3:5000");
            ReceiveFromOutputs all = outputs(0);
            calls.receive(socket, calls.room(8), 0, all).await();
            ReceiveFromOutputs group = outputs(0);
            calls.receive(socket, calls.room(8), 0, group).await();
            assertThat(DatagramCalls.flags(all)).isEqualTo(ReceiveFromFlags.MSG_BCAST);
            assertThat(DatagramCalls.flags(group)).isEqualTo(ReceiveFromFlags.MSG_MCAST);
            assertThat(socket.role().leaveGroup(IpAddress.of("239.1.2.3"), 0)).isNull();
            assertThat(socket.role().leaveGroup(IpAddress.of("239.1.2.3"), 0).status())
                    .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        });
    }

    @Test
    void receiveFrom_fixedRemote_othersAreDroppedEvenIfTheyWait() {
        WskWorld.play(world -> {
            DatagramCalls calls = new DatagramCalls(world);
            UdpEndpoint server = calls.server(SERVER, UdpUser.FETCHING);
            UdpEndpoint other = calls.server("192.0.2.20:8", UdpUser.FETCHING);
            DatagramSocket socket = calls.bound("0.0.0.0:5000");
            fromServer(other, "early", OWN);
            world.run();
            assertThat(socket.role().receiveBacklog()).isEqualTo(5);
            socket.role().setFixedRemote(Endpoint.of(SERVER));
            fromServer(other, "late", OWN);
            fromServer(server, "good", OWN);
            WskBuf buffer = calls.room(8);
            assertThat(calls.receive(socket, buffer).await().information()).isEqualTo(4);
            assertThat(DatagramCalls.text(buffer, 4)).isEqualTo("good");
            assertThat(world.records(DatagramDiscarded.class)).hasSize(2);
        });
    }

    @Test
    void receiveFrom_moreThanTheReceiveBuffer_isLost() {
        WskWorld.play(world -> {
            DatagramCalls calls = new DatagramCalls(world);
            UdpEndpoint server = calls.server(SERVER, UdpUser.FETCHING);
            DatagramSocket socket = calls.bound("0.0.0.0:5000");
            socket.role().setReceiveBuffer(5);
            for (String text : List.of("abc", "def", "g", "h")) {
                fromServer(server, text, OWN);
            }
            world.run();
            assertThat(world.records(DatagramDiscarded.class))
                    .extracting(DatagramDiscarded::describe)
                    .containsExactly("socket 1: datagram of 3 bytes from " + SERVER
                            + " discarded (SO_RCVBUF is 5, and 3 bytes wait)");
            WskBuf buffer = calls.room(8);
            calls.receive(socket, buffer).await();
            calls.receive(socket, calls.room(8)).await();
            calls.receive(socket, buffer).await();
            assertThat(DatagramCalls.text(buffer, 1)).isEqualTo("h");
        });
    }

    @Test
    void receiveFrom_afterPortUnreachable_fails() {
        WskWorld.play(world -> {
            DatagramCalls calls = new DatagramCalls(world);
            DatagramSocket socket = calls.bound("0.0.0.0:5000");
            RecordedCall pending = calls.receive(socket, calls.room(8));
            calls.send(socket, "x", "192.0.2.20:99").await();
            world.run();
            assertThat(pending.status()).isEqualTo(NtStatus.STATUS_PORT_UNREACHABLE);
            calls.send(socket, "x", "192.0.2.20:99").await();
            world.run();
            RecordedCall later = calls.receive(socket, calls.room(8)).await();
            assertThat(later.status()).isEqualTo(NtStatus.STATUS_PORT_UNREACHABLE);
            assertThat(later.information()).isZero();
        });
    }

    @Test
    void receiveFrom_cancelledOrClosed_completesCancelled() {
        WskWorld.play(world -> {
            DatagramCalls calls = new DatagramCalls(world);
            DatagramSocket socket = calls.bound("0.0.0.0:5000");
            RecordedCall first = calls.receive(socket, calls.room(8));
            RecordedCall second = calls.receive(socket, calls.room(8));
            assertThat(first.cancel()).isTrue();
            assertThat(first.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
            assertThat(second.isCompleted()).isFalse();
            world.sockets().close(socket).await();
            assertThat(second.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        });
    }

    @Test
    void receiveFrom_breakingARule_isRefusedAtOnce() {
        WskWorld.play(world -> {
            DatagramCalls calls = new DatagramCalls(world);
            DatagramSocket socket = calls.bound("0.0.0.0:5000");
            assertThat(calls.receive(socket, calls.room(8), 2, ReceiveFromOutputs.NONE)
                            .returned())
                    .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(calls.receive(socket, null).returned()).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(calls.receive(calls.udp(), calls.room(8)).returned())
                    .isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
        });
    }

    @Test
    void receiveFrom_emptyDatagram_completesWithNothing() {
        WskWorld.play(world -> {
            DatagramCalls calls = new DatagramCalls(world);
            UdpEndpoint server = calls.server(SERVER, UdpUser.FETCHING);
            DatagramSocket socket = calls.bound("0.0.0.0:5000");
            fromServer(server, "", OWN);
            RecordedCall call = calls.receive(socket, WskBuf.EMPTY).await();
            assertThat(call.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(call.information()).isZero();
        });
    }

    @ParameterizedTest
    @CsvSource({"0, first", "1, second"})
    void sharedPort_datagramToOneHostReachesTheChosenOne_broadcastReachesBoth(int chosen, String which) {
        WskWorld.play(WorldSetup.PLAIN.decide("wsk.shared-datagram-receiver", Integer.toString(chosen)), world -> {
            DatagramCalls calls = new DatagramCalls(world);
            UdpEndpoint server = calls.server(SERVER, UdpUser.FETCHING);
            server.setBroadcastAllowed(true);
            List<DatagramSocket> both = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                DatagramSocket socket = calls.udp();
                world.sockets().setOption(socket, Ws2def.SO_REUSEADDR, 1).await();
                assertThat(calls.bind(socket, "0.0.0.0:5000").await().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
                both.add(socket);
            }
            fromServer(server, "one", OWN);
            world.run();
            assertThat(both.get(chosen).role().receiveBacklog()).as(which).isEqualTo(3);
            assertThat(both.get(1 - chosen).role().receiveBacklog()).isZero();
            fromServer(server, "many", "192.0.2.255:5000");
            world.run();
            assertThat(both.get(chosen).role().receiveBacklog()).isEqualTo(7);
            assertThat(both.get(1 - chosen).role().receiveBacklog()).isEqualTo(4);
        });
    }

    @Test
    void bind_portOfSomebodyWithoutWsk_existsAlready() {
        WskWorld.play(world -> {
            DatagramCalls calls = new DatagramCalls(world);
            UdpEndpoint stranger = world.client.net().udp().bind(Endpoint.of("192.0.2.10:5000"), UdpUser.FETCHING);
            DatagramSocket socket = calls.udp();
            assertThat(calls.bind(socket, "192.0.2.10:5000").await().status())
                    .isEqualTo(NtStatus.STATUS_ADDRESS_ALREADY_EXISTS);
            stranger.close();
            assertThat(calls.bind(socket, "192.0.2.10:5000").await().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        });
    }

    @Test
    void close_givesThePortBack() {
        WskWorld.play(world -> {
            DatagramCalls calls = new DatagramCalls(world);
            DatagramSocket socket = calls.bound("0.0.0.0:5000");
            world.sockets().close(socket).await();
            assertThat(world.client.net().udp().endpoints()).isEmpty();
            calls.bound("0.0.0.0:5000");
        });
    }

    @Test
    void deadSocket_failsWhatPendsAndWhatComes() {
        WskWorld.play(world -> {
            DatagramCalls calls = new DatagramCalls(world);
            DatagramSocket socket = calls.bound("0.0.0.0:5000");
            RecordedCall pending = calls.receive(socket, calls.room(8));
            socket.die();
            world.run();
            assertThat(pending.status()).isEqualTo(NtStatus.STATUS_FILE_FORCED_CLOSED);
            assertThat(calls.send(socket, "x", SERVER).returned()).isEqualTo(NtStatus.STATUS_FILE_FORCED_CLOSED);
            assertThat(calls.receive(socket, calls.room(8)).returned()).isEqualTo(NtStatus.STATUS_FILE_FORCED_CLOSED);
        });
    }
}
