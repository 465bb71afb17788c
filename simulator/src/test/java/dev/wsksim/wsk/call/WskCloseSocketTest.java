package dev.wsksim.wsk.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsksim.engine.SimDuration;
import dev.wsksim.kernel.BugCheck;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.SimulatedBugCheck;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.peer.ConnectOutcome;
import dev.wsksim.testing.RecordedCall;
import dev.wsksim.testing.WorldSetup;
import dev.wsksim.testing.WskWorld;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.client.CachedSecurityDescriptor;
import dev.wsksim.wsk.dispatch.WskProviderConnectionDispatch;
import dev.wsksim.wsk.flag.SocketControlCode;
import dev.wsksim.wsk.flag.WskControlSocketType;
import dev.wsksim.wsk.socket.ConnectionSocket;
import dev.wsksim.wsk.socket.SocketState;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WskCloseSocket in every state, and what becomes of those who do not stop using the socket. */
class WskCloseSocketTest {

    private static final WorldSetup SILENT = WorldSetup.PLAIN.peer(new ConnectOutcome.Ignore(ConnectOutcome.ALL));

    @Test
    void close_connected_resetOnTheWireAndAddressFree() {
        WskWorld.play(world -> {
            ConnectionSocket socket =
                    world.connect().local("192.0.2.10:7000").call().await().socket();
            world.runFor(10);
            RecordedCall close = world.sockets().close(socket);
            assertThat(close.returned()).isEqualTo(NtStatus.STATUS_PENDING);
            assertThat(world.packets()).last().asString().isEqualTo("12ms client > server: RST+ACK");
            assertThat(close.await().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(close.information()).isZero();
            assertThat(world.connect().local("192.0.2.10:7000").call().await().status())
                    .isEqualTo(NtStatus.STATUS_SUCCESS);
        });
    }

    @Test
    void close_createdOrBound_sendsNothing() {
        WskWorld.play(world -> {
            ConnectionSocket created = world.sockets().made(Ws2def.AF_INET);
            assertThat(world.sockets().close(created).await().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            ConnectionSocket bound = world.sockets().made(Ws2def.AF_INET6);
            world.sockets().bind(bound, "[::]:0").await();
            assertThat(world.sockets().close(bound).await().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(world.packets()).isEmpty();
        });
    }

    @Test
    void close_afterTheConnectionWasReset_sendsNothing() {
        WskWorld.play(WorldSetup.PLAIN.peer(new ConnectOutcome.Reset(SimDuration.ZERO)), world -> {
            ConnectionSocket socket = world.connect().call().await().socket();
            world.runFor(10);
            int sent = world.packets().size();
            world.sockets().close(socket).await();
            assertThat(world.packets()).hasSize(sent);
        });
    }

    @Test
    void close_afterThePeerFinished_stillResets() {
        WskWorld.play(WorldSetup.PLAIN.peer(new ConnectOutcome.Close(SimDuration.ZERO)), world -> {
            ConnectionSocket socket = world.connect().call().await().socket();
            world.runFor(10);
            assertThat(socket.state()).isEqualTo(SocketState.REMOTE_FINISHED);
            world.sockets().close(socket).await();
            assertThat(world.packets()).last().asString().endsWith("client > server: RST+ACK");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"pended", "inline", "completed-before-pending"})
    void close_withAPendingConnect_cancelsItFirstAndThenCompletes(String mode) {
        WskWorld.play(SILENT.decide("WskCloseSocket.completion", mode), world -> {
            ConnectionSocket socket = bound(world);
            RecordedCall connect = world.sockets().connect(socket, "192.0.2.20:445");
            world.runFor(5);
            RecordedCall close = world.sockets().close(socket);
            world.run();
            assertThat(connect.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
            assertThat(connect.completedAt()).hasToString("5ms");
            assertThat(close.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(close.completedAt()).hasToString("5ms");
            assertThat(world.completionOrder()).endsWith(connect, close);
        });
    }

    @Test
    void close_withASettledConnect_connectKeepsItsOutcomeAndComesFirst() {
        WskWorld.play(world -> {
            ConnectionSocket socket = bound(world);
            RecordedCall connect = world.sockets().connect(socket, "192.0.2.20:445");
            world.loop.runUntil(() -> socket.state() == SocketState.CONNECTED);
            assertThat(connect.isCompleted()).isFalse();
            connect.whenCompleted(() -> {
                assertThat(socket.state()).isEqualTo(SocketState.CLOSING);
                assertThat(world.packets()).noneMatch(packet -> packet.contains("RST"));
            });
            RecordedCall close = world.sockets().close(socket);
            world.run();
            assertThat(world.packets()).last().asString().endsWith("RST+ACK");
            assertThat(connect.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(world.completionOrder()).endsWith(connect, close);
        });
    }

    @Test
    void close_insideTheCompletionRoutineOfTheConnect_works() {
        for (String mode : List.of("pended", "inline", "completed-before-pending")) {
            WskWorld.play(WorldSetup.PLAIN.decide("WskCloseSocket.completion", mode), world -> {
                RecordedCall[] close = new RecordedCall[1];
                RecordedCall connect = world.prepare();
                connect.whenCompleted(() -> close[0] = world.sockets().close(connect.socket()));
                world.connect().call(connect);
                world.run();
                assertThat(close[0].status()).isEqualTo(NtStatus.STATUS_SUCCESS);
                ConnectionSocket socket = bound(world);
                world.sockets()
                        .connect(socket, "192.0.2.20:445")
                        .whenCompleted(() -> close[0] = world.sockets().close(socket));
                world.run();
                assertThat(close[0].status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            });
        }
    }

    @Test
    void close_again_beforeTheFirstIsCompleted_forcedClosed() {
        WskWorld.play(world -> {
            ConnectionSocket socket = bound(world);
            RecordedCall first = world.sockets().close(socket);
            RecordedCall second = world.sockets().close(socket);
            assertThat(second.returned()).isEqualTo(NtStatus.STATUS_FILE_FORCED_CLOSED);
            world.run();
            assertThat(first.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(second.status()).isEqualTo(NtStatus.STATUS_FILE_FORCED_CLOSED);
        });
    }

    @Test
    void use_whileClosing_forcedClosed() {
        WskWorld.play(SILENT, world -> {
            ConnectionSocket socket = bound(world);
            world.sockets().connect(socket, "192.0.2.20:445");
            world.sockets().close(socket);
            assertThat(socket.state()).isEqualTo(SocketState.CLOSING);
            List<RecordedCall> late = List.of(
                    world.sockets().bind(socket, "0.0.0.0:0"),
                    world.sockets().connect(socket, "192.0.2.20:445"),
                    world.sockets().localAddress(socket, new Variable<>()),
                    world.sockets().remoteAddress(socket, new Variable<>()),
                    world.sockets().setOption(socket, Ws2def.SO_REUSEADDR, 1));
            assertThat(late).allSatisfy(call -> {
                assertThat(call.returned()).isEqualTo(NtStatus.STATUS_FILE_FORCED_CLOSED);
                assertThat(call.status()).isEqualTo(NtStatus.STATUS_FILE_FORCED_CLOSED);
            });
        });
    }

    @Test
    void use_afterTheCloseIsCompleted_bugCheckInEveryFunction() {
        List<Consumer<UseAfterClose>> uses = List.of(
                use -> use.table().wskBind(use.socket(), SockAddr.wildcard(IpFamily.IPV4, 0), 0, use.prepare()),
                use -> use.table().wskConnect(use.socket(), SockAddr.of(WskWorld.SERVER), 0, use.prepare()),
                use -> use.table().wskCloseSocket(use.socket(), use.prepare()),
                use -> use.table().wskCloseSocket(use.socket(), null),
                use -> use.table().wskGetLocalAddress(use.socket(), new Variable<>(), use.prepare()),
                use -> use.table().wskGetRemoteAddress(use.socket(), new Variable<>(), use.prepare()),
                use -> use.table()
                        .wskControlSocket(
                                use.socket(),
                                WskControlSocketType.WskSetOption,
                                new SocketControlCode(Ws2def.SO_REUSEADDR),
                                Ws2def.SOL_SOCKET,
                                4,
                                new Variable<>(1L),
                                0,
                                null,
                                null,
                                use.prepare()));
        for (Consumer<UseAfterClose> use : uses) {
            WskWorld.play(world -> {
                ConnectionSocket socket = world.connect().call().await().socket();
                world.sockets().close(socket).await();
                assertThatThrownBy(() -> use.accept(new UseAfterClose(world, socket)))
                        .isInstanceOfSatisfying(SimulatedBugCheck.class, stop -> {
                            assertThat(stop.code()).isEqualTo(BugCheck.PAGE_FAULT_IN_NONPAGED_AREA);
                            assertThat(stop.what()).contains("WskCloseSocket");
                        });
            });
        }
    }

    private record UseAfterClose(WskWorld world, ConnectionSocket socket) {
        WskProviderConnectionDispatch table() {
            return WskProviderConnectionDispatch.of(socket);
        }

        Irp prepare() {
            return world.prepare().expectUntouched().irp();
        }
    }

    @Test
    void close_nullSocketOrNullIrp_refusedWithoutTouchingAnything() {
        WskWorld.play(world -> {
            ConnectionSocket socket = world.sockets().made(Ws2def.AF_INET);
            WskProviderConnectionDispatch table = WskProviderConnectionDispatch.of(socket);
            RecordedCall call = world.prepare().expectUntouched();
            assertThat(table.wskCloseSocket(null, call.irp())).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
            assertThat(table.wskCloseSocket(socket, null)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(socket.state()).isEqualTo(SocketState.CREATED);
        });
    }

    @Test
    void close_doesNotReleaseTheDescriptor() {
        WskWorld.play(world -> {
            CachedSecurityDescriptor cached = world.sockets().cache("D:(A;;GA;;;WD)");
            ConnectionSocket socket = world.sockets()
                    .create(Ws2def.AF_INET, null, null, cached)
                    .await()
                    .socket();
            world.sockets().close(socket).await();
            assertThat(cached.isLive()).isTrue();
        });
    }

    @Test
    void close_worksAfterTheNpiWasReleased() {
        WskWorld.play(world -> {
            ConnectionSocket socket = world.connect().call().await().socket();
            world.client.wsk().wskReleaseProviderNpi(world.registration);
            assertThat(world.sockets().close(socket).await().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        });
    }

    private static ConnectionSocket bound(WskWorld world) {
        ConnectionSocket socket = world.sockets().made(Ws2def.AF_INET);
        world.sockets().bind(socket, "0.0.0.0:0").await();
        return socket;
    }
}
