package dev.wsksim.wsk.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsksim.Profile;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.host.HostConfiguration;
import dev.wsksim.net.icmp.UnreachableKind;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.net.link.PacketMatch;
import dev.wsksim.net.link.ScriptedDrop;
import dev.wsksim.net.peer.ConnectOutcome;
import dev.wsksim.net.tcp.TcpParameters;
import dev.wsksim.testing.ConnectArguments;
import dev.wsksim.testing.RecordedCall;
import dev.wsksim.testing.WorldSetup;
import dev.wsksim.testing.WskWorld;
import dev.wsksim.wsk.NotSimulatedException;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.socket.SocketState;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the network makes of a WskSocketConnect, with which status, and when. */
class WskSocketConnectOutcomeTest {

    private static final PacketMatch SYN = PacketMatch.parse("SYN").orElseThrow();
    private static final LinkConfiguration ONE_MILLISECOND = LinkConfiguration.ofLatency(SimDuration.ofMillis(1));

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void accepted_successAfterOneRoundTripWithTheSocket(boolean ipv6) {
        WskWorld.play(world -> {
            RecordedCall call = (ipv6 ? world.connect().ipv6() : world.connect()).call();
            assertThat(call.returned()).isEqualTo(NtStatus.STATUS_PENDING);
            call.await();
            assertThat(call.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(call.completedAt()).hasToString("2ms");
            assertThat(call.pendingReturned()).isTrue();
            assertThat(call.information()).isEqualTo(call.socket().number());
            assertThat(call.socket().state()).isEqualTo(SocketState.CONNECTED);
            assertThat(world.packets())
                    .containsExactly(
                            "0s client > server: SYN", "1ms server > client: SYN+ACK", "2ms client > server: ACK");
        });
    }

    @Test
    void acceptedLate_successWhenTheSynAckComes() {
        expect(
                WorldSetup.PLAIN.peer(new ConnectOutcome.Accept(SimDuration.ofMillis(700))),
                NtStatus.STATUS_SUCCESS,
                "702ms");
    }

    @ParameterizedTest
    @CsvSource({"WINDOWS_11, 2010ms, 5", "WINDOWS_10, 2010ms, 5", "SERVER_2022, 2010ms, 5", "WINDOWS_7, 1006ms, 3"})
    void refused_synIsSentAgainEveryHalfSecond(Profile profile, String when, int syns) {
        WorldSetup setup = WorldSetup.PLAIN.profile(profile).peer(new ConnectOutcome.Refuse(ConnectOutcome.ALL));
        WskWorld.play(setup, world -> {
            RecordedCall call = world.connect().call().await();
            assertThat(call.status()).isEqualTo(NtStatus.STATUS_CONNECTION_REFUSED);
            assertThat(call.completedAt().nanos()).isEqualTo(millis(when) * 1_000_000);
            assertThat(world.packets().stream().filter(packet -> packet.endsWith("SYN")))
                    .hasSize(syns);
        });
    }

    @Test
    void refusedByAClosedPort_sameAsByAPeer() {
        WskWorld.play(world -> {
            RecordedCall call = world.connect().remote("192.0.2.20:446").call().await();
            assertThat(call.status()).isEqualTo(NtStatus.STATUS_CONNECTION_REFUSED);
        });
    }

    @Test
    void refusedThenAccepted_success() {
        expect(WorldSetup.PLAIN.peer(new ConnectOutcome.Refuse(1)), NtStatus.STATUS_SUCCESS, "504ms");
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void blackHole_timeOutAfter21Seconds(Profile profile) {
        WorldSetup silent = WorldSetup.PLAIN.profile(profile).peer(new ConnectOutcome.Ignore(ConnectOutcome.ALL));
        expect(silent, NtStatus.STATUS_IO_TIMEOUT, "21s");
        expect(
                WorldSetup.PLAIN.profile(profile).there(ONE_MILLISECOND.withUp(false)),
                NtStatus.STATUS_IO_TIMEOUT,
                "21s");
    }

    @ParameterizedTest
    @CsvSource({"WINDOWS_11, 1, 1002", "WINDOWS_11, 2, 3002", "WINDOWS_7, 1, 3002", "WINDOWS_7, 2, 9002"})
    void synLost_successAfterItsRetransmission(Profile profile, int lost, long millis) {
        ScriptedDrop[] drops = new ScriptedDrop[lost];
        for (int i = 0; i < lost; i++) {
            drops[i] = new ScriptedDrop(i + 1, SYN);
        }
        WskWorld.play(WorldSetup.PLAIN.profile(profile).there(ONE_MILLISECOND.withDrops(drops)), world -> {
            RecordedCall call = world.connect().call().await();
            assertThat(call.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(call.completedAt().nanos()).isEqualTo(millis * 1_000_000);
        });
    }

    @Test
    void noRoute_networkUnreachable() {
        UnaryOperator<HostConfiguration> onLinkOnly = host -> host.withRoutes(List.of());
        for (UnaryOperator<ConnectArguments> local : List.<UnaryOperator<ConnectArguments>>of(
                connect -> connect, connect -> connect.local("192.0.2.10:0"))) {
            WskWorld.play(WorldSetup.PLAIN.client(onLinkOnly), world -> {
                RecordedCall call =
                        local.apply(world.connect()).remote("198.51.100.1:445").call();
                assertThat(call.returned()).isEqualTo(NtStatus.STATUS_PENDING);
                assertThat(call.await().status()).isEqualTo(NtStatus.STATUS_NETWORK_UNREACHABLE);
                assertThat(call.completedAt()).hasToString("0s");
            });
        }
    }

    @ParameterizedTest
    @EnumSource(UnreachableKind.class)
    void icmpUnreachable_isIgnoredUnlessAskedFor(UnreachableKind kind) {
        WorldSetup setup = WorldSetup.PLAIN.peer(new ConnectOutcome.Unreachable(kind));
        expect(setup, NtStatus.STATUS_IO_TIMEOUT, "21s");
        expect(
                setup.client(host -> host.withTcp(TcpParameters.WINDOWS_11.withFailConnectOnIcmpError(true))),
                NtStatus.STATUS_HOST_UNREACHABLE,
                "2ms");
    }

    @Test
    void hostCrashesInMidHandshake_timeOut() {
        WskWorld.play(WorldSetup.PLAIN.peer(new ConnectOutcome.Accept(SimDuration.ofMillis(50))), world -> {
            RecordedCall call = world.connect().call();
            world.in(20, world.server::crash);
            assertThat(call.await().status()).isEqualTo(NtStatus.STATUS_IO_TIMEOUT);
            assertThat(call.completedAt()).hasToString("21s");
        });
    }

    @Test
    void ownHostHasCrashed_notSimulatedByName() {
        WskWorld.play(world -> {
            RecordedCall prepared = world.prepare().expectUntouched();
            world.client.net().crash();
            assertThatThrownBy(() -> world.connect().call(prepared))
                    .isInstanceOf(NotSimulatedException.class)
                    .hasMessageContaining("WskSocketConnect on client, which has crashed");
        });
    }

    @Test
    void resetRightAfterAccept_successAndThenAborted() {
        WskWorld.play(WorldSetup.PLAIN.peer(new ConnectOutcome.Reset(SimDuration.ZERO)), world -> {
            RecordedCall call = world.connect().call().await();
            assertThat(call.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            world.runFor(10);
            assertThat(call.socket().state()).isEqualTo(SocketState.ABORTED);
        });
    }

    @Test
    void peerClosesRightAfterAccept_socketSeesIt() {
        WskWorld.play(WorldSetup.PLAIN.peer(new ConnectOutcome.Close(SimDuration.ZERO)), world -> {
            RecordedCall call = world.connect().call().await();
            world.runFor(10);
            assertThat(call.socket().state()).isEqualTo(SocketState.REMOTE_FINISHED);
        });
    }

    @Test
    void samePortAndPeerWithReuse_fourTupleInUse() {
        WskWorld.play(world -> {
            var a = world.sockets().made(Ws2def.AF_INET);
            var b = world.sockets().made(Ws2def.AF_INET);
            world.sockets().setOption(a, Ws2def.SO_REUSEADDR, 1).await();
            world.sockets().setOption(b, Ws2def.SO_REUSEADDR, 1).await();
            world.sockets().bind(a, "192.0.2.10:7000").await();
            world.sockets().bind(b, "192.0.2.10:7000").await();
            assertThat(world.sockets().connect(a, "192.0.2.20:445").await().status())
                    .isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(world.sockets().connect(b, "192.0.2.20:445").await().status())
                    .isEqualTo(NtStatus.STATUS_ADDRESS_ALREADY_EXISTS);
        });
    }

    @Test
    void loopback_refusedAfterTwoSeconds() {
        WskWorld.play(world -> {
            RecordedCall call = world.connect().remote("127.0.0.1:9").call().await();
            assertThat(call.status()).isEqualTo(NtStatus.STATUS_CONNECTION_REFUSED);
            assertThat(call.completedAt()).hasToString("2s");
        });
    }

    @Test
    void twoConnectsRaceForOnePort_theFirstCallWins() {
        WskWorld.play(world -> {
            RecordedCall first = world.connect().local("0.0.0.0:7000").call();
            RecordedCall second = world.connect().local("0.0.0.0:7000").call();
            world.run();
            assertThat(first.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(second.status()).isEqualTo(NtStatus.STATUS_ADDRESS_ALREADY_EXISTS);
        });
    }

    private static void expect(WorldSetup setup, NtStatus status, String when) {
        WskWorld.play(setup, world -> {
            RecordedCall call = world.connect().call();
            assertThat(call.returned()).isEqualTo(NtStatus.STATUS_PENDING);
            world.run();
            assertThat(call.status()).isEqualTo(status);
            assertThat(call.completedAt()).hasToString(when);
            assertThat(world.client.sockets().open()).hasSize(status == NtStatus.STATUS_SUCCESS ? 1 : 0);
        });
    }

    private static long millis(String text) {
        return Long.parseLong(text.replace("ms", ""));
    }
}
